/**
 * Scopes of classic tokens: GitHub's list of OAuth scopes and, for those it leaves out, the creation form
 * and the API description. Read November 2026.
 */
import type { Risk, Scope } from '../provider';
import { ALLOWS_LESS, DOCS } from './docs';

const R: readonly Risk[] = ['reads'];
const W: readonly Risk[] = ['writes'];
const RW: readonly Risk[] = ['reads', 'writes'];
const D: readonly Risk[] = ['deletes'];
const A: readonly Risk[] = ['administers'];
const RWA: readonly Risk[] = ['reads', 'writes', 'administers'];

const RUNNERS: Scope['broad'] = {
  lead: 'CI machines see all code and secrets that pass through them.',
  rest: 'There is no scope that only lists them.',
  narrower: ALLOWS_LESS,
};
const SSH_KEYS: Scope['broad'] = {
  lead: 'Whoever adds an SSH key can push as you,',
  rest: 'also after this token is gone. To list keys, read:public_key is enough.',
  narrower: { text: 'All scopes', url: DOCS.classic },
};
const SIGNS_AS_YOU = 'Whoever adds a key that signs can sign commits as you,';
const GPG_KEYS: Scope['broad'] = {
  lead: SIGNS_AS_YOU,
  rest: 'also after this token is gone. To list keys, read:gpg_key is enough.',
  narrower: { text: 'All scopes', url: DOCS.classic },
};
const SIGNING_KEYS: Scope['broad'] = {
  lead: SIGNS_AS_YOU,
  rest: 'also after this token is gone. To list keys, read:ssh_signing_key is enough.',
  narrower: { text: 'All scopes', url: DOCS.classic },
};
const SEATS: Scope['broad'] = {
  lead: 'Copilot seats cost money.',
  rest: 'There is no scope that only lists them.',
  narrower: ALLOWS_LESS,
};

type Row = readonly [risk: readonly Risk[], means: string, broad?: Scope['broad']];

export const CLASSIC_SCOPES: Readonly<Record<string, Row>> = {
  repo: [
    RWA,
    'Full control of every repository you can reach, private ones too.',
    {
      lead: 'repo reaches every repository you can reach,',
      rest: 'private ones too.',
      narrower: ALLOWS_LESS,
    },
  ],
  'repo:status': [RW, 'Read and set commit statuses, without seeing the code.'],
  repo_deployment: [RW, 'Read and set deployment statuses, without seeing the code.'],
  public_repo: [RW, 'Read and change public repositories, and star repositories.'],
  'repo:invite': [RW, 'Accept or decline invitations to repositories, without seeing the code.'],
  security_events: [RW, 'Read and change the results of code and secret scanning.'],
  workflow: [
    W,
    'Change Actions files, which is code that runs in CI.',
    {
      lead: 'workflow changes what runs in CI,',
      rest: 'where your secrets are at hand. Pushing anything else works without it.',
      narrower: { text: 'A fine-grained token for one repository', url: DOCS.makeFineGrained },
    },
  ],
  'write:packages': [
    RW,
    'Publish packages, and download them.',
    {
      lead: 'write:packages can replace what others install.',
      rest: 'Downloading needs read:packages only.',
      narrower: { text: 'In Actions no token is needed', url: DOCS.packages },
    },
  ],
  'read:packages': [R, 'Download packages.'],
  'delete:packages': [
    D,
    'Delete packages.',
    {
      lead: 'delete:packages removes what others install.',
      rest: 'Publishing works without it.',
      narrower: { text: 'Rights on packages', url: DOCS.packages },
    },
  ],
  'admin:org': [
    A,
    'Run your organisations: teams, members, settings.',
    {
      lead: 'admin:org can remove people from your organisations.',
      rest: 'To look at them, read:org is enough.',
      narrower: ALLOWS_LESS,
    },
  ],
  'write:org': [RW, 'Change memberships and projects of your organisations.'],
  'read:org': [R, 'See organisations, teams and memberships.'],
  'manage_runners:org': [A, "Add and remove an organisation's own CI machines.", RUNNERS],
  'admin:public_key': [A, 'List, add and remove the SSH keys of your account.', SSH_KEYS],
  'write:public_key': [W, 'List and add SSH keys of your account.', SSH_KEYS],
  'read:public_key': [R, 'List the SSH keys of your account.'],
  'admin:gpg_key': [A, 'List, add and remove the GPG keys of your account.', GPG_KEYS],
  'write:gpg_key': [W, 'List and add GPG keys of your account.', GPG_KEYS],
  'read:gpg_key': [R, 'List the GPG keys of your account.'],
  'admin:ssh_signing_key': [A, 'List, add and remove the SSH keys that sign your commits.', SIGNING_KEYS],
  'write:ssh_signing_key': [W, 'List and add SSH keys that sign your commits.', SIGNING_KEYS],
  'read:ssh_signing_key': [R, 'List the SSH keys that sign your commits.'],
  'admin:repo_hook': [
    A,
    'Read, change, test and delete webhooks of repositories.',
    {
      lead: 'A webhook sends what happens in a repository elsewhere.',
      rest: 'To look at them, read:repo_hook is enough.',
      narrower: ALLOWS_LESS,
    },
  ],
  'write:repo_hook': [W, 'Read, change and test webhooks of repositories.'],
  'read:repo_hook': [R, 'Read and test webhooks of repositories.'],
  'admin:org_hook': [
    A,
    'Read, change, test and delete webhooks of organisations.',
    {
      lead: 'A webhook sends what happens in the organisation elsewhere.',
      rest: 'There is no scope that only reads them.',
      narrower: ALLOWS_LESS,
    },
  ],
  gist: [W, 'Create and change gists.'],
  notifications: [RW, 'Read notifications and mark them as read; watch and unwatch.'],
  user: [
    RW,
    'Read and change your profile, private parts too.',
    {
      lead: 'user can change your profile.',
      rest: 'To read it, read:user is enough; for addresses, user:email.',
      narrower: { text: 'All scopes', url: DOCS.classic },
    },
  ],
  'read:user': [R, 'Read your profile.'],
  'user:email': [R, 'Read your e-mail addresses.'],
  'user:follow': [W, 'Follow and unfollow people.'],
  delete_repo: [
    D,
    'Delete repositories you administer.',
    {
      lead: 'delete_repo deletes whole repositories.',
      rest: 'Few scripts need it; make a token for that one task.',
      narrower: ALLOWS_LESS,
    },
  ],
  project: [RW, 'Read and change projects.'],
  'read:project': [R, 'Read projects.'],
  codespace: [
    ['writes', 'administers'],
    'Create, start, change and remove codespaces.',
    {
      lead: 'A codespace runs code with access to your repositories.',
      rest: 'This token can start and change them all.',
      narrower: ALLOWS_LESS,
    },
  ],
  'codespace:secrets': [W, 'Change the secrets that codespaces get.'],
  copilot: [A, 'Manage Copilot seats and settings.', SEATS],
  'manage_billing:copilot': [A, 'Manage Copilot seats and what they cost.', SEATS],
  'admin:enterprise': [
    A,
    'Run an enterprise account.',
    {
      lead: 'admin:enterprise runs the whole enterprise.',
      rest: 'To look at it, read:enterprise is enough.',
      narrower: { text: 'All scopes', url: DOCS.classic },
    },
  ],
  'manage_runners:enterprise': [A, "Add and remove an enterprise's own CI machines.", RUNNERS],
  'manage_billing:enterprise': [
    A,
    "Read and change an enterprise's billing.",
    {
      lead: 'This changes what the enterprise pays for.',
      rest: 'To look at the enterprise itself, read:enterprise is enough.',
      narrower: { text: 'All scopes', url: DOCS.classic },
    },
  ],
  'read:enterprise': [R, "Read an enterprise's profile."],
  'scim:enterprise': [
    A,
    'Create and remove the accounts of an enterprise.',
    {
      lead: 'This makes and removes people’s accounts.',
      rest: 'There is no scope that only lists them; make a token for that one task.',
      narrower: { text: 'All scopes', url: DOCS.classic },
    },
  ],
  audit_log: [R, 'Read the audit log.'],
  'read:audit_log': [R, 'Read the audit log.'],
  'write:network_configurations': [W, 'Read and change the networks of hosted CI machines.'],
  'read:network_configurations': [R, 'Read the networks of hosted CI machines.'],
  'write:discussion': [W, 'Read and write team discussions (an old feature).'],
  'read:discussion': [R, 'Read team discussions (an old feature).'],
  site_admin: [
    A,
    'Administer a whole Enterprise Server.',
    {
      lead: 'site_admin administers the whole server,',
      rest: 'all its users and repositories.',
      narrower: ALLOWS_LESS,
    },
  ],
};

/**
 * What GitHub's scopes and permissions let a holder do, in our own words. Classic scopes: GitHub's
 * documentation of OAuth scopes and, for a few, its forms and API description; fine-grained
 * permissions: the creation form, snapshots of 2025 and 2026. Read November 2026.
 */
import type { Risk, Scope } from '../provider';

const DOCS = 'https://docs.github.com/en/';
const CLASSIC_DOCS = `${DOCS}apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps`;
const FINE_DOCS = `${DOCS}rest/authentication/permissions-required-for-fine-grained-personal-access-tokens`;
const NEW_FINE_GRAINED = {
  text: 'fine-grained token',
  url: 'https://github.com/settings/personal-access-tokens/new',
};

const R: readonly Risk[] = ['reads'];
const W: readonly Risk[] = ['writes'];
const RW: readonly Risk[] = ['reads', 'writes'];
const D: readonly Risk[] = ['deletes'];
const A: readonly Risk[] = ['administers'];
const ALL: readonly Risk[] = ['reads', 'writes', 'administers'];

type Row = readonly [risk: readonly Risk[], means: string, broad?: Scope['broad']];

const CLASSIC: Readonly<Record<string, Row>> = {
  repo: [
    ALL,
    'Full control of every repository you can reach, private ones too.',
    {
      lead: 'repo reaches every repository you can reach,',
      rest: 'private ones too. A fine-grained token would allow less.',
      narrower: NEW_FINE_GRAINED,
    },
  ],
  'repo:status': [RW, 'Read and set commit statuses, without seeing the code.'],
  repo_deployment: [RW, 'Read and set deployment statuses, without seeing the code.'],
  public_repo: [RW, 'Read and change public repositories.'],
  'repo:invite': [RW, 'Accept or decline invitations to repositories.'],
  security_events: [RW, 'Read and change the results of code and secret scanning.'],
  workflow: [
    W,
    'Change Actions files, which is code that runs in CI.',
    {
      lead: 'workflow changes what runs in CI.',
      rest: 'Whoever holds the token can run code there, with the secrets CI has.',
    },
  ],
  'write:packages': [RW, 'Publish packages, and download them.'],
  'read:packages': [R, 'Download packages.'],
  'delete:packages': [D, 'Delete packages.'],
  'admin:org': [
    A,
    'Run your organisations: teams, members, settings.',
    { lead: 'admin:org can remove people from your organisations.', rest: 'To look, read:org is enough.' },
  ],
  'write:org': [RW, 'Change memberships and projects of your organisations.'],
  'read:org': [R, 'See organisations, teams and memberships.'],
  'manage_runners:org': [A, "Add and remove an organisation's own CI machines."],
  'admin:public_key': [A, 'List, add and remove the SSH keys of your account.'],
  'write:public_key': [W, 'List and add SSH keys of your account.'],
  'read:public_key': [R, 'List the SSH keys of your account.'],
  'admin:gpg_key': [A, 'List, add and remove the GPG keys of your account.'],
  'write:gpg_key': [W, 'List and add GPG keys of your account.'],
  'read:gpg_key': [R, 'List the GPG keys of your account.'],
  'admin:ssh_signing_key': [A, 'List, add and remove the SSH keys that sign your commits.'],
  'write:ssh_signing_key': [W, 'List and add SSH keys that sign your commits.'],
  'read:ssh_signing_key': [R, 'List the SSH keys that sign your commits.'],
  'admin:repo_hook': [A, "Read, change, ping and delete repositories' webhooks."],
  'write:repo_hook': [W, "Read, change and ping repositories' webhooks."],
  'read:repo_hook': [R, "Read and ping repositories' webhooks."],
  'admin:org_hook': [A, "Read, change, ping and delete organisations' webhooks."],
  gist: [W, 'Create and change gists.'],
  notifications: [RW, 'Read notifications and mark them as read; watch and unwatch.'],
  user: [RW, 'Read and change your profile.'],
  'read:user': [R, 'Read your profile.'],
  'user:email': [R, 'Read your e-mail addresses.'],
  'user:follow': [W, 'Follow and unfollow people.'],
  delete_repo: [
    D,
    'Delete repositories you administer.',
    {
      lead: 'delete_repo deletes whole repositories.',
      rest: 'Few scripts need it; make a token for that one task.',
    },
  ],
  project: [RW, 'Read and change projects.'],
  'read:project': [R, 'Read projects.'],
  codespace: [['writes', 'administers'], 'Create, start, change and remove codespaces.'],
  'codespace:secrets': [W, 'Change the secrets that codespaces get.'],
  copilot: [A, 'Manage Copilot seats and settings.'],
  'manage_billing:copilot': [A, 'Manage Copilot seats and what they cost.'],
  'admin:enterprise': [A, 'Run an enterprise account.'],
  'manage_runners:enterprise': [A, "Add and remove an enterprise's own CI machines."],
  'manage_billing:enterprise': [A, "Read and change an enterprise's billing."],
  'read:enterprise': [R, "Read an enterprise's profile."],
  'scim:enterprise': [A, 'Create and remove the accounts of an enterprise.'],
  audit_log: [R, 'Read the audit log.'],
  'read:audit_log': [R, 'Read the audit log.'],
  'write:network_configurations': [W, 'Read and change the networks of hosted CI machines.'],
  'read:network_configurations': [R, 'Read the networks of hosted CI machines.'],
  'write:discussion': [W, 'Read and write team discussions (an old feature).'],
  'read:discussion': [R, 'Read team discussions (an old feature).'],
  site_admin: [A, 'Administer a whole Enterprise Server.'],
};

/**
 * Fine-grained permissions: what one is about, and which levels exist. `R` read only, `W` write only,
 * `RW` both, `RD` writing also deletes, `RA` writing amounts to administering, `RWA` has a level admin.
 * The ten `enterprise_*` ones of 2026 are not listed one by one in our source: see `enterprise`.
 */
type Levels = 'R' | 'RW' | 'W' | 'RD' | 'RA' | 'RWA';
type Permissions = Readonly<Record<string, readonly [about: string, levels: Levels]>>;

const ACCOUNT: Permissions = {
  blocking: ['the people you block', 'RW'],
  codespaces_user_secrets: ['the secrets your codespaces get', 'RA'],
  copilot_messages: ['your Copilot Chat messages', 'R'],
  copilot_editor_context: ['what your editor shows Copilot', 'R'],
  copilot_requests: ['Copilot requests on your account', 'W'],
  user_copilot_requests: ['Copilot requests on your account', 'W'],
  emails: ['your e-mail addresses', 'RW'],
  user_events: ['your activity', 'R'],
  followers: ['whom you follow', 'RW'],
  gpg_keys: ['the GPG keys of your account', 'RA'],
  gists: ['gists', 'W'],
  keys: ['the SSH keys of your account', 'RA'],
  interaction_limits: ['who may interact with your repositories', 'RW'],
  knowledge_bases: ['knowledge bases (gone since 2026)', 'RW'],
  user_models: ['AI models on your account', 'R'],
  plan: ['your plan', 'R'],
  private_repository_invitations: ['invitations to private repositories', 'R'],
  profile: ['your profile', 'W'],
  git_signing_ssh_public_keys: ['the SSH keys that sign your commits', 'RA'],
  starring: ['your stars', 'RW'],
  watching: ['what you watch', 'RW'],
};

const REPOSITORY: Permissions = {
  actions: ['workflows, their runs and artifacts', 'RW'],
  administration: ['settings, teams, collaborators, and deleting the repository', 'RA'],
  artifact_metadata: ['metadata of build artifacts', 'RW'],
  attestations: ['attestations of builds', 'RW'],
  security_events: ['code scanning alerts', 'RW'],
  codespaces: ['codespaces', 'RW'],
  codespaces_lifecycle_admin: ['starting and stopping codespaces', 'RW'],
  codespaces_metadata: ['metadata of codespaces', 'R'],
  codespaces_secrets: ['the secrets codespaces get', 'RA'],
  statuses: ['commit statuses', 'RW'],
  contents: ['the code: files, commits, branches, releases', 'RD'],
  repository_custom_properties: ['custom properties', 'RW'],
  vulnerability_alerts: ['Dependabot alerts', 'RW'],
  dependabot_secrets: ['the secrets Dependabot gets', 'RA'],
  deployments: ['deployments', 'RW'],
  discussions: ['discussions', 'RD'],
  environments: ['deployment environments', 'RW'],
  issues: ['issues, comments, labels, milestones', 'RW'],
  merge_queues: ['merge queues', 'RW'],
  metadata: ['name, collaborators and other metadata (always part of a token)', 'R'],
  pages: ['the Pages site', 'RW'],
  pull_requests: ['pull requests and their comments', 'RW'],
  repository_advisories: ['security advisories', 'RW'],
  secret_scanning_alerts: ['secret scanning alerts', 'RW'],
  secrets: ['the secrets Actions gets', 'RA'],
  actions_variables: ['the variables Actions gets', 'RW'],
  repository_hooks: ['webhooks', 'RD'],
  workflows: ['Actions files, which is code that runs in CI', 'W'],
  issue_fields: ['fields of issues (new in 2026)', 'RW'],
  repo_secret_scanning_dismissal_requests: ['requests to dismiss secret scanning alerts (new in 2026)', 'RW'],
  secret_scanning_bypass_requests: ['requests to push in spite of a found secret (new in 2026)', 'RW'],
  secret_scanning_dismissal_requests: ['requests to dismiss secret scanning alerts (new in 2026)', 'RW'],
};

const ORGANIZATION: Permissions = {
  organization_api_insights: ['statistics of API use', 'R'],
  organization_administration: ['settings of the organisation', 'RA'],
  organization_user_blocking: ['people the organisation blocks', 'RW'],
  organization_campaigns: ['security campaigns', 'RW'],
  organization_custom_org_roles: ['custom organisation roles', 'RA'],
  organization_custom_properties: ['custom properties of repositories', 'RWA'],
  organization_custom_roles: ['custom repository roles', 'RA'],
  organization_events: ["the organisation's activity", 'R'],
  organization_copilot_seat_management: ['Copilot seats and settings', 'RA'],
  organization_knowledge_bases: ['knowledge bases (gone since 2026)', 'RW'],
  organization_models: ['AI models of the organisation', 'R'],
  organization_network_configurations: ['networks of hosted CI machines', 'RW'],
  organization_announcement_banners: ['announcement banners', 'RW'],
  organization_codespaces: ['codespaces of the organisation', 'RW'],
  organization_codespaces_secrets: ['the secrets codespaces get', 'RA'],
  organization_codespaces_settings: ['settings of codespaces', 'RW'],
  organization_dependabot_secrets: ['the secrets Dependabot gets', 'RA'],
  organization_code_scanning_dismissal_requests: ['requests to dismiss code scanning alerts', 'RW'],
  organization_private_registries: ['private package registries', 'RW'],
  organization_plan: ["the organisation's plan", 'R'],
  organization_projects: ['projects', 'RWA'],
  organization_secrets: ['the secrets Actions gets', 'RA'],
  organization_self_hosted_runners: ["the organisation's own CI machines", 'RA'],
  organization_actions_variables: ['the variables Actions gets', 'RW'],
  organization_hooks: ['webhooks of the organisation', 'RD'],
  issue_types: ['types of issues', 'RW'],
  members: ['members and teams', 'RA'],
  team_discussions: ['team discussions (gone since 2026)', 'RW'],
  custom_properties_for_organizations: ['custom properties of organisations (new in 2026)', 'RWA'],
  org_copilot_content_exclusion: ['what Copilot may not read (new in 2026)', 'RW'],
  organization_copilot_metrics: ['statistics of Copilot use (new in 2026)', 'R'],
  organization_credentials: ['tokens and keys that reach the organisation (new in 2026)', 'RA'],
  organization_dependabot_dismissal_requests: ['requests to dismiss Dependabot alerts (new in 2026)', 'RW'],
  organization_runner_custom_images: ['images of CI machines (new in 2026)', 'RA'],
  organization_secret_scanning_bypass_requests: [
    'requests to push in spite of a found secret (new in 2026)',
    'RW',
  ],
};

const ENTERPRISE: Permissions = {
  enterprise: ['the enterprise account (ten permissions that begin with enterprise_, new in 2026)', 'RA'],
};

const WRITE_RISK: Readonly<Record<Levels, readonly Risk[]>> = {
  R,
  W: RW,
  RW,
  RD: ['reads', 'writes', 'deletes'],
  RA: ALL,
  RWA: RW,
};

const BROAD: Readonly<Record<string, Scope['broad']>> = {
  'administration:write': {
    lead: 'administration can delete the repository',
    rest: 'and change who has access. Few scripts need it.',
  },
  'organization_administration:write': {
    lead: 'This runs the organisation:',
    rest: 'its settings are those of everybody in it.',
  },
  'secrets:write': {
    lead: 'secrets can replace what CI signs in with.',
    rest: 'Keep it to the one repository that needs it.',
  },
  'workflows:write': {
    lead: 'workflows changes what runs in CI.',
    rest: 'Whoever holds the token can run code there, with the secrets CI has.',
  },
};

function classic(): [string, Scope][] {
  return Object.entries(CLASSIC).map(([scope, [risk, means, broad]]) => {
    return [scope, { means, risk, group: 'classic', source: CLASSIC_DOCS, ...(broad && { broad }) }];
  });
}

function fineGrained(group: string, permissions: Permissions): [string, Scope][] {
  return Object.entries(permissions).flatMap(([permission, [about, levels]]) => {
    const scope = (level: string, means: string, risk: readonly Risk[]): [string, Scope] => {
      const key = `${permission}:${level}`;
      const broad = BROAD[key];
      return [
        key,
        { means, risk, group: `fine-grained, ${group}`, source: FINE_DOCS, ...(broad && { broad }) },
      ];
    };
    return [
      ...(levels.startsWith('R') ? [scope('read', `See ${about}.`, R)] : []),
      ...(levels === 'R' ? [] : [scope('write', `See and change ${about}.`, WRITE_RISK[levels])]),
      ...(levels === 'RWA' ? [scope('admin', `See, change and administer ${about}.`, ALL)] : []),
    ];
  });
}

export const scopes: Readonly<Record<string, Scope>> = Object.fromEntries([
  ...classic(),
  ...fineGrained('repository', REPOSITORY),
  ...fineGrained('account', ACCOUNT),
  ...fineGrained('organisation', ORGANIZATION),
  ...fineGrained('enterprise', ENTERPRISE),
]);

/**
 * Permissions of fine-grained tokens, as the creation form names them: snapshots of 2025 (76) and 2026
 * (94). What the newest do is told by their titles only. Level `write` contains `read`, `admin` both.
 */
export type Permission = readonly [
  /** What level `read` lets one see; `null`: there is no such level. */
  sees: string | null,
  /** What level `write` adds; absent: there is no such level. */
  does?: string,
  /** What writing amounts to: `D` also deletes, `A` decides about access, code that runs or money. */
  weight?: 'D' | 'A' | undefined,
  /** What level `admin` adds, where it exists. */
  administers?: string,
];
type Permissions = Readonly<Record<string, Permission>>;

/** In the form of 2025, no longer in that of 2026. Older tokens may still have them. */
export const GONE: ReadonlySet<string> = new Set([
  'knowledge_bases',
  'organization_knowledge_bases',
  'team_discussions',
]);

export const REPOSITORY: Permissions = {
  actions: ['workflows, their runs, logs and artifacts', 'start, stop and delete workflow runs', 'D'],
  administration: [
    'settings, teams and collaborators',
    'change settings and who has access, create and delete repositories',
    'A',
  ],
  artifact_metadata: ['where build artifacts are stored and deployed', 'record where build artifacts are'],
  attestations: ['attestations of builds', 'add and remove attestations', 'D'],
  security_events: ['code scanning alerts', 'dismiss and reopen code scanning alerts, upload results'],
  codespaces: ['codespaces', 'create, change and delete codespaces, which run code', 'D'],
  codespaces_lifecycle_admin: ['whether a codespace runs', 'start and stop codespaces'],
  codespaces_metadata: ['which machines and set-ups a codespace can have'],
  codespaces_secrets: [
    'the names of secrets that codespaces get',
    'set and delete secrets that codespaces get',
    'A',
  ],
  statuses: ['commit statuses', 'set commit statuses'],
  contents: [
    'code, commits, branches and releases',
    'push, merge, publish releases, delete branches and files',
    'D',
  ],
  repository_custom_properties: ['custom properties', 'set custom properties'],
  vulnerability_alerts: ['Dependabot alerts', 'dismiss and reopen Dependabot alerts'],
  dependabot_secrets: [
    'the names of secrets that Dependabot gets',
    'set and delete secrets that Dependabot gets',
    'A',
  ],
  deployments: ['deployments and their statuses', 'create and delete deployments, set statuses', 'D'],
  discussions: ['discussions', 'write, change and delete discussions and comments', 'D'],
  environments: ['deployment environments', 'change environments and their secrets', 'A'],
  issues: ['issues and their comments', 'write and change issues, comments, labels and milestones'],
  merge_queues: ['merge queues', 'change merge queues'],
  metadata: ['name, description and other metadata (part of every token)'],
  pages: ['the Pages site and its builds', 'set up, build and remove the Pages site', 'D'],
  pull_requests: ['pull requests and their comments', 'open, change and merge pull requests, comment'],
  repository_advisories: [
    'security advisories, unpublished ones too',
    'write, change and publish advisories',
  ],
  secret_scanning_alerts: [
    'secret scanning alerts, found secrets included',
    'resolve and reopen secret scanning alerts',
  ],
  secrets: ['the names of secrets that Actions gets', 'set and delete secrets that Actions gets', 'A'],
  actions_variables: ['variables that Actions gets', 'set and delete variables', 'D'],
  repository_hooks: ['webhooks', 'add, change and delete webhooks, which send events elsewhere', 'D'],
  workflows: [null, 'change Actions files, which is code that runs in CI'],
  repo_secret_scanning_dismissal_requests: [
    'requests to dismiss secret scanning alerts',
    'approve or refuse requests to dismiss secret scanning alerts',
  ],
  secret_scanning_bypass_requests: [
    'requests to push although a secret was found',
    'approve or refuse requests to push although a secret was found',
  ],
};

export const ORGANIZATION: Permissions = {
  organization_api_insights: ['statistics of API use'],
  organization_administration: [
    'settings of the organisation and who may do what',
    'change settings of the organisation and who may do what',
    'A',
  ],
  organization_user_blocking: ['people the organisation blocks', 'block and unblock people', 'A'],
  organization_campaigns: ['security campaigns', 'start, change and close campaigns'],
  organization_custom_org_roles: [
    'roles in the organisation',
    'make, change and delete roles, and so what people may do',
    'A',
  ],
  organization_custom_properties: [
    'custom properties and their values',
    'set custom properties of all repositories',
    undefined,
    'define custom properties',
  ],
  organization_custom_roles: [
    'roles in repositories',
    'make, change and delete roles, and so what people may do',
    'A',
  ],
  organization_events: ["the organisation's activity"],
  organization_copilot_seat_management: [
    'Copilot seats and settings',
    'give and take seats, which cost money',
    'A',
  ],
  organization_knowledge_bases: ['knowledge bases', 'change knowledge bases'],
  organization_models: ['AI models, and use them on the account of the organisation'],
  organization_network_configurations: [
    'networks of hosted CI machines',
    'make, change and delete networks of hosted CI machines',
    'A',
  ],
  organization_announcement_banners: ['the announcement banner', 'set and remove the announcement banner'],
  organization_codespaces: ['codespaces of members', 'stop and delete codespaces of members', 'D'],
  organization_codespaces_secrets: [
    'the names of secrets that codespaces get',
    'set and delete secrets that codespaces get',
    'A',
  ],
  organization_codespaces_settings: ['who may use codespaces', 'decide who may use codespaces', 'A'],
  organization_dependabot_secrets: [
    'the names of secrets that Dependabot gets',
    'set and delete secrets that Dependabot gets',
    'A',
  ],
  organization_code_scanning_dismissal_requests: [
    'requests to dismiss code scanning alerts',
    'approve or refuse requests to dismiss code scanning alerts',
  ],
  organization_private_registries: [
    'private package registries',
    'add, change and remove registries and how CI signs in there',
    'A',
  ],
  organization_plan: ["the organisation's plan"],
  organization_projects: [
    'projects',
    'change projects',
    undefined,
    'delete projects and decide who has access',
  ],
  organization_secrets: [
    'the names of secrets that Actions gets',
    'set and delete secrets that Actions gets',
    'A',
  ],
  organization_self_hosted_runners: [
    "the organisation's own CI machines",
    'add and remove CI machines, which run all code',
    'A',
  ],
  organization_actions_variables: ['variables that Actions gets', 'set and delete variables', 'D'],
  organization_hooks: ['webhooks', 'add, change and delete webhooks, which send events elsewhere', 'A'],
  issue_types: ['types of issues', 'make, change and delete types of issues', 'D'],
  members: ['members and teams', 'invite and remove people, change teams', 'A'],
  team_discussions: ['team discussions', 'write team discussions'],
  custom_properties_for_organizations: [
    "the organisation's own properties",
    'set properties of the organisation',
    undefined,
    'define properties of organisations',
  ],
  issue_fields: ['fields of issues', 'make, change and delete fields of issues', 'D'],
  org_copilot_content_exclusion: ['what Copilot may not read', 'change what Copilot may not read', 'A'],
  organization_copilot_metrics: ['statistics of Copilot use'],
  organization_credentials: [
    'tokens and keys that reach the organisation',
    'cut off tokens and keys from the organisation',
    'A',
  ],
  organization_dependabot_dismissal_requests: [
    'requests to dismiss Dependabot alerts',
    'approve or refuse requests to dismiss Dependabot alerts',
  ],
  organization_runner_custom_images: [
    'images of CI machines',
    'change and delete images, which all CI runs on',
    'A',
  ],
  organization_secret_scanning_bypass_requests: [
    'requests to push although a secret was found',
    'approve or refuse requests to push although a secret was found',
  ],
  secret_scanning_dismissal_requests: [
    'requests to dismiss secret scanning alerts',
    'approve or refuse requests to dismiss secret scanning alerts',
  ],
};

export const ACCOUNT: Permissions = {
  blocking: ['people you block', 'block and unblock people'],
  codespaces_user_secrets: [
    'the names of secrets that your codespaces get',
    'set and delete secrets that your codespaces get',
    'A',
  ],
  copilot_messages: ['what you write to Copilot Chat'],
  copilot_editor_context: ['what is open in your editor while you use Copilot Chat'],
  copilot_requests: ["Copilot's answers, on your account", 'use Copilot, on your account'],
  user_copilot_requests: ["Copilot's answers, on your account", 'use Copilot, on your account'],
  emails: ['your e-mail addresses', 'add and remove e-mail addresses', 'A'],
  user_events: ['your activity, private repositories included'],
  followers: ['who follows whom', 'follow and unfollow people'],
  gpg_keys: ['the GPG keys of your account', 'add and remove GPG keys', 'A'],
  gists: ['your gists', 'create, change and delete gists and comments', 'D'],
  keys: ['the SSH keys of your account', 'add and remove SSH keys, which can push as you', 'A'],
  interaction_limits: [
    'who may interact with your repositories',
    'limit who may interact with your repositories',
  ],
  knowledge_bases: ['knowledge bases', 'change knowledge bases'],
  user_models: ['AI models, and use them on your account'],
  plan: ['your plan'],
  private_repository_invitations: ['invitations to private repositories'],
  profile: [null, 'change your profile'],
  git_signing_ssh_public_keys: [
    'the SSH keys that sign your commits',
    'add and remove SSH keys that sign commits as you',
    'A',
  ],
  starring: ['what you starred', 'star and unstar'],
  watching: ['what you watch', 'watch and unwatch'],
};

/** All ten came in 2026, for enterprise accounts. */
export const ENTERPRISE: Permissions = {
  enterprise_ai_controls: ['rules on the use of AI', 'change the rules on AI', 'A'],
  enterprise_copilot_metrics: ['statistics of Copilot use'],
  enterprise_credentials: [
    'tokens and keys that reach the enterprise',
    'cut off tokens and keys from the enterprise',
    'A',
  ],
  enterprise_custom_enterprise_roles: [
    'roles in the enterprise',
    'make and change roles in the enterprise',
    'A',
  ],
  enterprise_custom_org_roles: [
    'roles that all organisations share',
    'make, change and delete roles that all organisations share',
    'A',
  ],
  enterprise_custom_properties: [
    'custom properties of repositories',
    'set custom properties of repositories in all organisations',
    'A',
    'define custom properties for all organisations',
  ],
  enterprise_custom_properties_for_organizations: [
    'custom properties of organisations',
    'set custom properties of organisations',
    'A',
    'define custom properties of organisations',
  ],
  enterprise_organizations: [null, 'create and remove organisations', 'A'],
  enterprise_people: ['people in the enterprise', 'decide who is in the enterprise', 'A'],
  enterprise_sso: ['how single sign-on is set up', 'change how people sign in', 'A'],
};

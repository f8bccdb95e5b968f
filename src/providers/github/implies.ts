/** Ticking a parent ticks its children, and GitHub stores the parent alone (form and scope list, 2026). */
export const implies: Readonly<Record<string, readonly string[]>> = {
  repo: ['repo:status', 'repo_deployment', 'public_repo', 'repo:invite', 'security_events'],
  'write:packages': ['read:packages'],
  'admin:org': ['write:org', 'read:org', 'manage_runners:org'],
  'admin:public_key': ['write:public_key', 'read:public_key'],
  'admin:repo_hook': ['write:repo_hook', 'read:repo_hook'],
  user: ['read:user', 'user:email', 'user:follow'],
  'write:discussion': ['read:discussion'],
  'admin:enterprise': [
    'manage_runners:enterprise',
    'manage_billing:enterprise',
    'read:enterprise',
    'scim:enterprise',
  ],
  audit_log: ['read:audit_log'],
  codespace: ['codespace:secrets'],
  copilot: ['manage_billing:copilot'],
  'write:network_configurations': ['read:network_configurations'],
  project: ['read:project'],
  'admin:gpg_key': ['write:gpg_key', 'read:gpg_key'],
  'admin:ssh_signing_key': ['write:ssh_signing_key', 'read:ssh_signing_key'],
};

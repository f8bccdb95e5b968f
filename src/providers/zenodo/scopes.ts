/**
 * Zenodo's scopes, in our own words: from zenodo-rdm · site/zenodo_rdm/legacy/scopes.py, August 2026.
 * Nothing in today's API checks them, so they say what was asked for, not where a token ends.
 */
import type { Scope } from '../provider';

const NOT_ENFORCED = {
  lead: 'Zenodo does not enforce scopes today:',
  rest: 'whatever was ticked, the token can do what your account can with its records.',
};

export const scopes: Readonly<Record<string, Scope>> = {
  'deposit:write': {
    means: 'Create and change uploads and their files, not publish them.',
    risk: ['reads', 'writes'],
    group: 'Zenodo',
    broad: NOT_ENFORCED,
  },
  'deposit:actions': {
    means: 'Publish, reopen for editing, discard drafts. A publication cannot be undone.',
    risk: ['writes', 'deletes'],
    group: 'Zenodo',
    broad: NOT_ENFORCED,
  },
  'user:email': {
    means: 'Read the e-mail address of the account.',
    risk: ['reads'],
    group: 'every InvenioRDM',
    broad: NOT_ENFORCED,
  },
  'tokens:generate': {
    means: 'Sign links that give access to files. Internal: no form offers it.',
    risk: ['administers'],
    group: 'internal',
  },
  'webhooks:event': {
    means: 'Send events, as the GitHub connection does. Internal: no form offers it.',
    risk: ['writes'],
    group: 'internal',
  },
  'deposit:extra_formats': {
    means: 'Handle further formats of an upload (old Zenodo). Internal: no form offers it.',
    risk: ['writes'],
    group: 'internal',
  },
};

/**
 * Zenodo's scopes, in our own words: from zenodo-rdm · site/zenodo_rdm/legacy/scopes.py, August 2026.
 * Nothing in today's API checks them, so they say what was asked for, not where a token ends.
 */
import type { Scope } from '../provider';

/** RCOSDP/weko · scopes.py of weko_authors, weko_items_ui, weko_records and weko_records_ui, November 2026. */
const WEKO = { group: 'WEKO3', source: 'https://github.com/RCOSDP/weko' };
const INTERNAL = {
  group: 'internal: never offered in the form',
  source: 'https://github.com/zenodo/zenodo-rdm/blob/HEAD/site/zenodo_rdm/legacy/scopes.py',
};
const NOT_ENFORCED = {
  lead: 'Zenodo does not enforce scopes today:',
  rest: 'whatever was ticked, the token can do with your records what your account can.',
};

export const scopes: Readonly<Record<string, Scope>> = {
  'deposit:write': {
    means: 'Create and change uploads and their files. Not publish them.',
    risk: ['writes'],
    group: 'Zenodo',
    broad: NOT_ENFORCED,
  },
  'deposit:actions': {
    means: 'Publish uploads, reopen them for editing, discard drafts.',
    risk: ['writes', 'deletes'],
    group: 'Zenodo',
    broad: {
      lead: 'Can publish and discard drafts.',
      rest: 'A publication gets a DOI and is meant to stay. Zenodo does not enforce scopes today: leaving this one out would not prevent it.',
    },
  },
  'user:email': {
    means: 'Read the e-mail address of the account.',
    risk: ['reads'],
    group: 'every InvenioRDM',
    broad: NOT_ENFORCED,
  },
  'item:read': { means: 'Read items of the repository.', risk: ['reads'], ...WEKO },
  'item:update': { means: 'Change items of the repository.', risk: ['writes'], ...WEKO },
  'item:delete': { means: 'Delete items from the repository.', risk: ['deletes'], ...WEKO },
  'file:read': { means: 'Read and download files of items.', risk: ['reads'], ...WEKO },
  'author:search': { means: 'Search the list of authors.', risk: ['reads'], ...WEKO },
  'author:create': { means: 'Add authors to the list.', risk: ['writes'], ...WEKO },
  'author:update': { means: 'Change authors in the list.', risk: ['writes'], ...WEKO },
  'author:delete': { means: 'Delete authors from the list.', risk: ['deletes'], ...WEKO },
  'ranking:read': { means: 'Read the rankings of items.', risk: ['reads'], ...WEKO },
  'oa_status:update': { means: 'Change the open access status of items.', risk: ['writes'], ...WEKO },
  'tokens:generate': {
    means: 'Sign links that give access to files.',
    risk: ['administers'],
    ...INTERNAL,
  },
  'webhooks:event': {
    means: 'Send in events, as the connection to GitHub does.',
    risk: ['writes'],
    ...INTERNAL,
  },
  'deposit:extra_formats': {
    means: 'Store further formats of an upload, on the old Zenodo.',
    risk: ['writes'],
    ...INTERNAL,
  },
};

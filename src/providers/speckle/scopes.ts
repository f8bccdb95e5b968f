/**
 * Speckle's scopes, in our own words: from speckle-server · packages/shared/src/core/constants.ts and
 * the modules' scopes.ts, June 2026. A token never does more than its maker may.
 */
import type { Scope } from '../provider';

const ALWAYS = 'on every server';
const WORKSPACES = 'servers with workspaces';
const AUTOMATE = 'servers with Automate';
const NOT_OFFERED = 'not offered for personal tokens';
/** The manual names only what is offered. */
const source =
  'https://github.com/specklesystems/speckle-server/blob/HEAD/packages/shared/src/core/constants.ts';

export const scopes: Readonly<Record<string, Scope>> = {
  'streams:read': {
    means: 'See projects, models and versions. Enough for exports.',
    risk: ['reads'],
    group: ALWAYS,
  },
  'streams:write': {
    means: 'Create, change and delete projects and their data.',
    risk: ['reads', 'writes', 'deletes'],
    group: ALWAYS,
    broad: { lead: 'streams:write can delete projects.', rest: 'To read models, streams:read is enough.' },
  },
  'profile:read': { means: 'See your own profile.', risk: ['reads'], group: ALWAYS },
  'profile:write': {
    means: 'Change your own profile, and act for your account.',
    risk: ['writes'],
    group: ALWAYS,
  },
  'profile:email': { means: 'See your own e-mail address.', risk: ['reads'], group: ALWAYS },
  'users:read': { means: "See other people's profiles.", risk: ['reads'], group: ALWAYS },
  'server:stats': {
    means: "See the server's statistics. Works for administrators only.",
    risk: ['reads'],
    group: ALWAYS,
  },
  'users:invite': { means: 'Invite people to the server.', risk: ['writes'], group: 'servers that allow it' },
  'workspace:create': { means: 'Create workspaces.', risk: ['writes'], group: WORKSPACES },
  'workspace:read': { means: 'See workspaces.', risk: ['reads'], group: WORKSPACES },
  'workspace:update': { means: 'Change workspaces and their members.', risk: ['writes'], group: WORKSPACES },
  'workspace:delete': {
    means: 'Delete workspaces with all that is in them.',
    risk: ['deletes'],
    group: WORKSPACES,
    broad: {
      lead: 'workspace:delete removes whole workspaces.',
      rest: 'To change them, workspace:update is enough.',
    },
  },
  'automate:report-results': {
    means: 'Report the results of automations.',
    risk: ['writes'],
    group: AUTOMATE,
  },
  'automate-functions:read': { means: 'List functions of Automate.', risk: ['reads'], group: AUTOMATE },
  'automate-functions:write': {
    means: 'Create and change functions, which is code that Automate runs.',
    risk: ['writes', 'administers'],
    group: AUTOMATE,
    broad: {
      lead: 'automate-functions:write changes code that Automate runs.',
      rest: 'To list functions, automate-functions:read is enough.',
    },
  },
  'profile:delete': { means: 'Delete your account.', risk: ['deletes'], group: NOT_OFFERED, source },
  'users:email': {
    means: "See other people's e-mail addresses.",
    risk: ['reads'],
    group: NOT_OFFERED,
    source,
  },
  'server:setup': {
    means: "Change the server's settings.",
    risk: ['administers'],
    group: NOT_OFFERED,
    source,
  },
  'tokens:read': { means: 'List your tokens.', risk: ['reads'], group: NOT_OFFERED, source },
  'tokens:write': { means: 'Make and revoke tokens.', risk: ['administers'], group: NOT_OFFERED, source },
  'apps:read': { means: 'See your applications.', risk: ['reads'], group: NOT_OFFERED, source },
  'apps:write': { means: 'Create and change applications.', risk: ['writes'], group: NOT_OFFERED, source },
  'workspace:billing': {
    means: "See and change a workspace's billing.",
    risk: ['administers'],
    group: NOT_OFFERED,
    source,
  },
};

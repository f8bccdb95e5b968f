/**
 * OSF's scopes, in our own words: from osf.io · framework/auth/oauth_scopes.py, version 26.16 of July
 * 2026. They always cover all projects of the account.
 */
import type { Risk, Scope } from '../provider';

const PRODUCTION = 'on osf.io';
const TEST = 'on test hosts only';
const NEVER_OFFERED = 'never offered in the form';
const ALL: readonly Risk[] = ['reads', 'writes', 'deletes', 'administers'];

const SCOPES: Readonly<Record<string, Scope>> = {
  'osf.full_read': {
    means:
      'See all the account can see, private projects too. Not the e-mail address, not the list of tokens.',
    risk: ['reads'],
    group: PRODUCTION,
    broad: {
      lead: 'Covers all your projects,',
      rest: 'private ones too. OSF cannot limit a token to one project; for your profile alone, osf.users.profile_read is enough.',
    },
  },
  'osf.full_write': {
    means:
      'Read and change everything, in all projects, and upload. Can make further tokens and developer apps.',
    risk: ALL,
    group: PRODUCTION,
    broad: {
      lead: 'Covers all your projects,',
      rest: 'and can make further tokens, which never expire. On osf.io no narrower scope can upload; to download, osf.full_read is enough.',
    },
  },
  'osf.users.profile_read': {
    means: 'See your own profile, settings, subscriptions and alerts.',
    risk: ['reads'],
    group: PRODUCTION,
  },
  'osf.users.email_read': {
    means: 'See your main e-mail address. Useful only together with another scope.',
    risk: ['reads'],
    group: PRODUCTION,
  },
  'osf.users.profile_write': { means: 'Change your profile.', risk: ['writes'], group: TEST },
  'osf.nodes.metadata_read': {
    means: 'See titles, descriptions, links, components, wikis and comments.',
    risk: ['reads'],
    group: TEST,
  },
  'osf.nodes.metadata_write': {
    means: 'Change titles, descriptions, links, components, wikis and comments.',
    risk: ['reads', 'writes'],
    group: TEST,
  },
  'osf.nodes.data_read': { means: 'See files, wikis and what add-ons hold.', risk: ['reads'], group: TEST },
  'osf.nodes.data_write': {
    means: 'Upload, change and delete files.',
    risk: ['reads', 'writes', 'deletes'],
    group: TEST,
    broad: {
      lead: 'Covers all your projects on this test server.',
      rest: 'To see files, osf.nodes.data_read is enough. On osf.io itself uploads need osf.full_write.',
    },
  },
  'osf.nodes.access_read': {
    means: 'See contributors, registrations, view-only links and settings.',
    risk: ['reads'],
    group: TEST,
  },
  'osf.nodes.access_write': {
    means: 'Change contributors, registrations, view-only links and settings.',
    risk: ['reads', 'administers'],
    group: TEST,
    broad: {
      lead: 'Decides who has access to all your projects on this test server.',
      rest: 'To upload, osf.nodes.data_write is enough; to look, osf.nodes.access_read.',
    },
  },
  'osf.nodes.full_read': {
    means: 'See projects whole: data, metadata and access.',
    risk: ['reads'],
    group: TEST,
  },
  'osf.nodes.full_write': {
    means: 'Change projects whole: data, metadata and access. Can upload.',
    risk: ALL,
    group: TEST,
    broad: {
      lead: 'Covers all your projects on this test server,',
      rest: 'with their contributors and settings. To upload, osf.nodes.data_write is enough.',
    },
  },
  'osf.users.create': {
    means: 'Make accounts for other people.',
    risk: ['administers'],
    group: NEVER_OFFERED,
  },
  'osf.admin': {
    means: 'All that the account can do, and what only OSF’s own staff can.',
    risk: ALL,
    group: NEVER_OFFERED,
  },
};

/** The developer pages list the scopes nowhere: this is where each is defined, in OSF's own words. */
const source = 'https://github.com/CenterForOpenScience/osf.io/blob/HEAD/framework/auth/oauth_scopes.py';

export const scopes: Readonly<Record<string, Scope>> = Object.fromEntries(
  Object.entries(SCOPES).map(([name, scope]) => [name, { ...scope, source }]),
);

/** What is said about saved tokens: to whom, in which order, and where it leads. */
import { describe, expect, test } from 'vitest';
import { OTHER } from '../tokens/token';
import { adviceOn, providers } from '.';
import { LEAKED, type AdvisedToken } from './provider';

const NOW = new Date('2026-11-27T10:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString();

const token = (provider: string, over: Partial<AdvisedToken> = {}) => ({
  provider,
  kind: 'personal',
  origin: 'https://zenodo.org',
  path: '/settings/tokens',
  account: 'maria',
  manageId: null,
  scopes: null,
  expires: null,
  owner: null,
  savedAt: daysAgo(1),
  ...over,
});
type Any = ReturnType<typeof token>;

const github = (over: Partial<AdvisedToken> = {}) =>
  token('github', { kind: 'classic', origin: 'https://github.com', scopes: ['repo'], ...over });
const osf = (over: Partial<AdvisedToken> = {}) => token('osf', { origin: 'https://osf.io', ...over });
const zenodo = (over: Partial<AdvisedToken> = {}) => token('zenodo', over);
const speckle = () => token('speckle', { origin: 'https://app.speckle.systems' });
const byHand = (origin: string) => token(OTHER, { kind: 'token', origin });

const ids = (of: Any) => adviceOn(of, NOW).map(({ id }) => id);
const words = (of: Any, id: string) => {
  const found = adviceOn(of, NOW).find((item) => item.id === id);
  return `${found?.lead} ${found?.rest}`;
};

describe('GitHub', () => {
  test('an organisation may have to approve a fine-grained token that is for it', () => {
    const pending = github({ kind: 'fine-grained', owner: 'lab', manageId: '7', scopes: ['contents:read'] });
    expect(ids(pending)).toEqual(['pending', 'unused', LEAKED]);
    expect(words(pending, 'pending')).toContain('lab may have to approve it');
    expect(adviceOn(pending, NOW)[0]?.link?.url).toBe('https://github.com/settings/personal-access-tokens/7');
    expect(ids({ ...pending, owner: null }), 'the own account').not.toContain('pending');
  });

  test('single sign-on refuses a classic token that reaches organisations, in the cloud', () => {
    expect(ids(github())).toEqual(['single-sign-on', 'unused', LEAKED]);
    expect(ids(github({ scopes: null })), 'not told').toContain('single-sign-on');
    for (const scopes of [['gist'], ['read:user', 'user:email'], ['admin:gpg_key'], []])
      expect(ids(github({ scopes })), scopes.join()).not.toContain('single-sign-on');
    expect(ids(github({ origin: 'https://octo.ghe.com' }))).toContain('single-sign-on');
    expect(ids(github({ origin: 'https://git.example.edu' }))).toEqual([LEAKED]);
  });

  test.each([
    [1, ['single-sign-on', 'unused', LEAKED]],
    [334, ['single-sign-on', 'unused', LEAKED]],
    [336, ['year-is-over', 'single-sign-on', LEAKED]],
  ])('saved %i days ago: the year without use comes first once it is near', (days, expected) => {
    expect(ids(github({ savedAt: daysAgo(days) }))).toEqual(expected);
  });

  test('what expires earlier is not removed for being unused', () => {
    const ends = (at: string) => ids(github({ expires: { at } }));
    expect(ends('2027-01-31')).not.toContain('unused');
    expect(ends('2028-01-31')).toContain('unused');
    expect(ids(github({ expires: 'never' }))).toContain('unused');
  });
});

describe('OSF', () => {
  test('it applies to all projects, said once', () => {
    expect(ids(osf())).toEqual(['all-projects', LEAKED]);
    expect(ids(osf({ scopes: ['osf.users.profile_read'] }))).toContain('all-projects');
    expect(ids(osf({ scopes: ['osf.full_write'] })), 'its scope says so').toEqual([LEAKED]);
  });

  test('a test server has an API of its own', () => {
    const test1 = osf({ origin: 'https://test.osf.io' });
    expect(ids(test1)).toEqual(['test-server', 'all-projects', LEAKED]);
    expect(words(test1, 'test-server')).toContain('api.test.osf.io');
  });

  test('the shared one is deleted', () => expect(words(osf(), LEAKED)).toContain('delete the shared one'));
});

describe('Zenodo', () => {
  test('the sandbox may be wiped, Zenodo not', () => {
    const scopes = ['deposit:write'];
    expect(ids(zenodo({ scopes, origin: 'https://sandbox.zenodo.org' }))).toEqual(['sandbox', LEAKED]);
    expect(ids(zenodo({ scopes }))).toEqual([LEAKED]);
  });

  test('that scopes are not enforced is said where no scope says it', () => {
    expect(ids(zenodo())).toEqual(['not-enforced', LEAKED]);
    expect(ids(zenodo({ scopes: [] }))).toEqual(['not-enforced', LEAKED]);
  });
});

test('Speckle: scripts stop', () => {
  expect(ids(speckle())).toEqual([LEAKED]);
  expect(words(speckle(), LEAKED)).toContain('Scripts');
});

const mainOrigin = ([first = '']: readonly string[]) => first.slice(0, -'/*'.length).replace('*.', '');
/** A token of each kind, on the provider's main host. */
const ofEach = providers.flatMap(({ id, kinds, matches }) =>
  Object.keys(kinds).map((kind) => token(id, { kind, origin: mainOrigin(matches) })),
);

describe('every token', () => {
  const all = [
    ...ofEach,
    github(),
    github({ kind: 'fine-grained', owner: 'lab' }),
    github({ savedAt: daysAgo(400) }),
    github({ origin: 'https://git.example.edu' }),
    osf({ origin: 'https://test.osf.io', manageId: '6923f0a1c4d5e6f708192a3b' }),
    zenodo({ origin: 'https://sandbox.zenodo.org', manageId: '7' }),
    byHand('https://tokens.example.org'),
    token('of-a-newer-version'),
  ];

  test('of every provider is among these', () => {
    expect(new Set(all.map(({ provider }) => provider))).toEqual(
      new Set([...providers.map(({ id }) => id), OTHER, 'of-a-newer-version']),
    );
  });

  test.each(all.map((of) => ({ of, name: `${of.provider}, ${of.kind} on ${of.origin}` })))(
    '$name: once leaked it is ended first, by a link to where it is',
    ({ of }) => {
      const items = adviceOn(of, NOW);
      expect(items.at(-1)?.id).toBe(LEAKED);
      expect(items.at(-1)?.lead).toMatch(/^(Revoke|Delete|Remove) it first,$/);
      expect(items.at(-1)?.rest).toMatch(/then (make a new one|create another)/);
      expect(items.at(-1)?.link?.url).toMatch(`${of.origin}/`);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      expect(items.length, 'more beside that is not read').toBeLessThanOrEqual(3);
      for (const { lead, rest, link } of items) {
        expect(`${lead} ${rest}`).toMatch(/^[^!]+\.$/);
        if (!link) continue;
        // https, and nowhere but to the token's own site.
        expect(new URL(link.url).origin).toBe(of.origin);
      }
    },
  );

  test('a page without https is not linked', () => {
    expect(adviceOn(byHand('http://tokens.example.org'), NOW)[0]?.link).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { providers } from '../providers';
import {
  countOf,
  documentationOf,
  EVERYTHING,
  noteToKeep,
  scopeGroups,
  wantedGroups,
  type ScopeGroup,
} from './scope-rows';

/** No provider can have this id. */
const UNKNOWN = 'of-a-newer-version';
const USE = { github: { repo: ['autocon3-wsd2'], 'brand:new': ['release-bot'] }, [UNKNOWN]: { all: ['x'] } };
const NOTES = [
  { provider: 'github', scope: 'repo', text: 'Only until the lab repository is public.' },
  { provider: 'osf', scope: 'osf.full_write', text: 'Für die Zürcher Studie.' },
];
const all = scopeGroups(providers, USE, NOTES);
const scopes = (groups: readonly ScopeGroup[]) =>
  groups.flatMap(({ provider, rows }) => rows.map(({ scope }) => `${provider.id} ${scope}`));

describe('scopeGroups', () => {
  test("has every scope of every provider once, in the providers' order", () => {
    const known = providers.flatMap(({ id, scopes: notes }) =>
      Object.keys(notes).map((scope) => `${id} ${scope}`),
    );
    expect(scopes(all).toSorted()).toEqual([...known, 'github brand:new', `${UNKNOWN} all`].toSorted());
    const ids = providers.map(({ id }) => id);
    expect([...new Set(all.map(({ provider }) => provider.id))]).toEqual([...ids, UNKNOWN]);
  });

  test('brings tokens and own notes to their scopes', () => {
    const repo = all.flatMap(({ rows }) => rows).find(({ scope }) => scope === 'repo');
    expect(repo).toMatchObject({
      tokens: ['autocon3-wsd2'],
      own: 'Only until the lab repository is public.',
    });
  });

  test('lists a scope of a saved token that we have no note on, apart', () => {
    const undescribed = all.find(({ heading }) => heading === 'not described yet');
    expect(undescribed?.rows).toEqual([{ scope: 'brand:new', note: null, tokens: ['release-bot'], own: '' }]);
  });
});

describe('a scope of a provider that only another version knows', () => {
  const unknown = all.find(({ provider }) => provider.id === UNKNOWN);

  test('is listed with its tokens, and leads nowhere', () => {
    const [row] = unknown?.rows ?? [];
    if (!unknown || !row) throw new Error('It is not listed.');
    expect(unknown.provider).toMatchObject({ name: UNKNOWN, letter: '?' });
    expect(row).toEqual({ scope: 'all', note: null, tokens: ['x'], own: '' });
    expect(documentationOf(unknown.provider, row)).toBeNull();
  });
});

test('every other scope leads to where it is documented', () => {
  for (const { provider, rows } of all.filter(({ provider: { id } }) => id !== UNKNOWN)) {
    for (const row of rows) expect(documentationOf(provider, row), row.scope).toMatch(/^https:\/\//);
  }
});

describe('wantedGroups', () => {
  test('keeps everything when nothing is asked', () => {
    expect(wantedGroups(all, EVERYTHING)).toEqual(all);
  });

  test('keeps one provider', () => {
    const zenodo = wantedGroups(all, { ...EVERYTHING, provider: 'zenodo' });
    expect(zenodo.length).toBeGreaterThan(0);
    for (const { provider } of zenodo) expect(provider.id).toBe('zenodo');
  });

  test('keeps what the tokens have', () => {
    expect(scopes(wantedGroups(all, { ...EVERYTHING, mine: true }))).toEqual([
      'github repo',
      'github brand:new',
      `${UNKNOWN} all`,
    ]);
  });

  test('keeps what one token has, by its whole name', () => {
    const use = { github: { repo: ['repo', 'repo bot'], gist: ['repo bot'] } };
    const ofToken = (token: string) =>
      scopes(wantedGroups(scopeGroups(providers, use, []), { ...EVERYTHING, token }));
    expect(ofToken('repo')).toEqual(['github repo']);
    expect(ofToken('repo bot')).toEqual(['github repo', 'github gist']);
  });

  test('finds a scope by the name of a token that has it', () => {
    expect(scopes(wantedGroups(all, { ...EVERYTHING, query: 'AUTOCON3' }))).toEqual(['github repo']);
  });

  test('keeps one risk, which is the worst that the row shows', () => {
    const deleting = wantedGroups(all, { ...EVERYTHING, risk: 'deletes' });
    expect(scopes(deleting)).toContain('github delete_repo');
    for (const { rows } of deleting) {
      for (const { note } of rows) expect(note?.risk.at(-1)).toBe('deletes');
    }
    expect(scopes(deleting)).not.toContain('osf osf.full_write');
  });

  test('the number of those shown is that of their rows', () => {
    expect(countOf(all)).toBe(scopes(all).length);
    expect(countOf(wantedGroups(all, { ...EVERYTHING, mine: true }))).toBe(3);
  });

  test('looks for every word in scope, meaning and own note, without capitals and accents', () => {
    expect(scopes(wantedGroups(all, { ...EVERYTHING, query: 'zurcher STUDIE' }))).toEqual([
      'osf osf.full_write',
    ]);
    expect(scopes(wantedGroups(all, { ...EVERYTHING, query: 'delete_repo' }))).toEqual([
      'github delete_repo',
    ]);
    expect(wantedGroups(all, { ...EVERYTHING, query: 'github streams:read' })).toEqual([]);
  });

  test('leaves no empty heading', () => {
    for (const { rows } of wantedGroups(all, { ...EVERYTHING, query: 'e-mail' }))
      expect(rows).not.toEqual([]);
  });
});

test('a note is kept without outer white space; white space alone removes it', () => {
  const [group] = all;
  const row = group?.rows[0];
  if (!group || !row) throw new Error('There are no scopes.');
  const place = { provider: group.provider.id, scope: row.scope };
  expect(noteToKeep(group.provider, row, ' until May \n')).toEqual({ ...place, text: 'until May' });
  expect(noteToKeep(group.provider, row, ' \n ')).toEqual({ ...place, text: '' });
});

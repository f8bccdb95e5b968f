import { describe, expect, test } from 'vitest';
import { providers } from '../providers';
import { noteToKeep, scopeGroups, wantedGroups, type ScopeGroup } from './scope-rows';

const USE = { github: { repo: ['autocon3-wsd2'], 'brand:new': ['release-bot'] }, gitea: { all: ['x'] } };
const NOTES = [
  { provider: 'github', scope: 'repo', text: 'Only until the lab repository is public.' },
  { provider: 'osf', scope: 'osf.full_write', text: 'Für die Zürcher Studie.' },
];
const all = scopeGroups(providers, USE, NOTES);
const everything = { query: '', provider: null, mine: false };
const scopes = (groups: readonly ScopeGroup[]) =>
  groups.flatMap(({ provider, rows }) => rows.map(({ scope }) => `${provider.id} ${scope}`));

describe('scopeGroups', () => {
  test("has every scope of every provider once, in the providers' order", () => {
    const known = providers.flatMap(({ id, scopes: notes }) =>
      Object.keys(notes).map((scope) => `${id} ${scope}`),
    );
    expect(scopes(all).toSorted()).toEqual([...known, 'github brand:new'].toSorted());
    expect([...new Set(all.map(({ provider }) => provider.id))]).toEqual(providers.map(({ id }) => id));
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

describe('wantedGroups', () => {
  test('keeps everything when nothing is asked', () => {
    expect(wantedGroups(all, everything)).toEqual(all);
  });

  test('keeps one provider', () => {
    const zenodo = wantedGroups(all, { ...everything, provider: 'zenodo' });
    expect(zenodo.length).toBeGreaterThan(0);
    for (const { provider } of zenodo) expect(provider.id).toBe('zenodo');
  });

  test('keeps what the tokens have', () => {
    expect(scopes(wantedGroups(all, { ...everything, mine: true }))).toEqual([
      'github repo',
      'github brand:new',
    ]);
  });

  test('looks for every word in scope, meaning and own note, without capitals and accents', () => {
    expect(scopes(wantedGroups(all, { ...everything, query: 'zurcher STUDIE' }))).toEqual([
      'osf osf.full_write',
    ]);
    expect(scopes(wantedGroups(all, { ...everything, query: 'delete_repo' }))).toEqual([
      'github delete_repo',
    ]);
    expect(wantedGroups(all, { ...everything, query: 'github streams:read' })).toEqual([]);
  });

  test('leaves no empty heading', () => {
    for (const { rows } of wantedGroups(all, { ...everything, query: 'e-mail' }))
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

import { describe, expect, test } from 'vitest';
import { providers } from '.';
import { inWords, partName, partOfIt, watchedPlaces } from './watched';

const names = (servers: Record<string, string>, off: string[]) =>
  watchedPlaces({ servers, off }).map(({ name }) => name);
const matches = (off: string[], of: string) =>
  watchedPlaces({ servers: {}, off }).find(({ name }) => name === of)?.matches;

describe('the places that are watched', () => {
  const servers = { 'https://git.example.edu': 'github', 'https://rdm.example.edu': 'zenodo' };

  test("are the providers and people's own servers", () => {
    const own = ['git.example.edu', 'rdm.example.edu'];
    expect(names(servers, [])).toEqual([...providers.map(({ name }) => name), ...own]);
  });

  test('are not those that are switched off', () => {
    expect(names(servers, ['osf', 'https://git.example.edu'])).not.toContain('OSF');
    expect(names(servers, ['osf', 'https://git.example.edu'])).not.toContain('git.example.edu');
    expect(names(servers, ['zenodo']), 'a server has a switch of its own').toContain('rdm.example.edu');
  });

  test('are without a single host that is switched off', () => {
    expect(matches([], 'GitHub')).toContain('https://github.com/*');
    expect(matches(['https://github.com'], 'GitHub')).toEqual(['https://*.ghe.com/*']);
    expect(matches(['https://one.ghe.com'], 'GitHub'), 'the others of its pattern stay').toContain(
      'https://*.ghe.com/*',
    );
  });
});

const osf = { name: 'OSF', matches: ['', 'test.', 'test2.', 'test3.'].map((at) => `https://${at}osf.io/*`) };

test.each([
  [[0, 1, 2, 3], 'OSF', 'it'],
  [[0, 1], 'OSF', 'osf.io and test.osf.io'],
  [[1], 'test.osf.io', 'test.osf.io'],
  [[1, 2, 3], '3 hosts of OSF', '3 of its hosts'],
])('the part %s of a place is called %s, and %s beside its name', (at, name, beside) => {
  const part = at.map((n) => osf.matches[n] ?? '');
  expect(partName(osf, part)).toBe(name);
  expect(partOfIt(osf, part)).toBe(beside);
});

test.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C', 'D'], 'A, B, C and D'],
  [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 more'],
])('%s in words is "%s"', (listed, words) => {
  expect(inWords(listed)).toBe(words);
});

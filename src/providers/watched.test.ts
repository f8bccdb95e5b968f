import { describe, expect, test } from 'vitest';
import { inWords, partName, watchedPlaces } from './watched';

const names = (servers: Record<string, string>, off: string[]) =>
  watchedPlaces({ servers, off }).map(({ name }) => name);
const matches = (off: string[], of: string) =>
  watchedPlaces({ servers: {}, off }).find(({ name }) => name === of)?.matches;

describe('the places that are watched', () => {
  const servers = { 'https://git.example.edu': 'github', 'https://rdm.example.edu': 'zenodo' };

  test("are the providers and people's own servers", () => {
    const own = ['git.example.edu', 'rdm.example.edu'];
    expect(names(servers, [])).toEqual(['GitHub', 'OSF', 'Zenodo', 'Speckle', ...own]);
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

test.each([
  [['a', 'b', 'c'], 'OSF'],
  [['https://test.osf.io/*'], 'test.osf.io'],
  [['a', 'b'], '2 hosts of OSF'],
])('the part %s of a place is called %s', (part, name) => {
  expect(partName({ name: 'OSF', matches: ['a', 'b', 'c'] }, part)).toBe(name);
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

/** What `npm test -- <words>` runs. */
import { describe, expect, test } from 'vitest';
import { lanesOf, named, needsBuild, testFiles, touched } from './files.mjs';

const NAME = 'a wrong passphrase is said so, and the right one then opens';

describe('a test file runs', () => {
  test.each([
    ['src/tokens/search.test.ts', ['unit']],
    ['src/popup/newer.browser.test.tsx', ['browser']],
    ['test/e2e/making.e2e.test.ts', ['e2e-chromium', 'e2e-firefox']],
    ['test/e2e/chromium/memory.e2e.test.ts', ['e2e-chromium']],
    ['test/e2e/firefox/only.e2e.test.ts', ['e2e-firefox']],
  ])('%s: in %j', (file, lanes) => {
    expect(testFiles()).toContain(file);
    expect(lanesOf(file)).toEqual(lanes);
  });
});

describe('words ask for', () => {
  test('files whose path has one of them', () => {
    expect(named(['e2e/making', 'moz-lz4'])).toEqual({
      files: ['test/e2e/making.e2e.test.ts', 'test/support/moz-lz4.test.ts'],
      name: null,
    });
  });

  test('the test of that name, in the files that have it', () => {
    const { files, name } = named([NAME]);
    expect(files).toEqual(expect.arrayContaining(['test/e2e/making.e2e.test.ts']));
    expect(files.length).toBeLessThan(4);
    expect(name).toBe(NAME);
  });

  test('a name that is put together from pieces, in all files, with its signs taken as they are', () => {
    const { files, name } = named(['Zenodo (Sandbox): no such', 'title (in pieces)']);
    expect(files).toEqual(testFiles());
    expect(name).toBe('Zenodo \\(Sandbox\\): no such title \\(in pieces\\)');
  });
});

describe('a change touches', () => {
  const built = testFiles().filter((file) => needsBuild([file]));

  test.each(['src/content/begin.ts', 'public/_locales/en/messages.json', 'manifest.json'])(
    'all that looks at a build: %s',
    (file) => {
      expect(touched([file])).toEqual(expect.arrayContaining(built));
      expect(touched([file])).toContain('test/stops/stops.browser.test.ts');
    },
  );

  test.each(['README.md', 'src/README.md', 'test/e2e/stage.ts', 'src/tokens/search.test.ts'])(
    'nothing that vitest does not find by itself: %s',
    (file) => {
      expect(touched([file])).toEqual([]);
    },
  );
});

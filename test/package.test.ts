/** The built packages, as a browser gets them. `npm test` builds them first. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import source from '../manifest.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import { providers } from '../src/providers';
import { folderOf, read, TARGETS, type Target } from './package-files';

/** Bytes a provider's page gets (design: 32 kB minified, 13 kB gzip). */
const MAX_INJECTED = 32_000;
const MAX_INJECTED_GZIP = 13_000;

type Built = {
  version: string;
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  web_accessible_resources?: unknown;
  content_security_policy?: unknown;
  externally_connectable?: unknown;
  background: { service_worker?: string; scripts?: string[]; type?: string };
  content_scripts: {
    js: string[];
    css?: string[];
    matches: string[];
    run_at: string;
    all_frames?: boolean;
  }[];
  browser_specific_settings?: { gecko: { id: string; data_collection_permissions: { required: string[] } } };
};

/** The browser reads this file the same way; its shape is what the tests below check. */
const manifestOf = (target: Target) => JSON.parse(read(target, 'manifest.json')) as Built;

describe.each(TARGETS)('dist/%s', (target) => {
  const manifest = manifestOf(target);

  test('lets no page reach or probe it', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_security_policy, "the default, strict policy is the extension's").toBeUndefined();
  });

  test('asks for exactly what manifest.json lists', () => {
    const alone = target === 'firefox' ? ['offscreen'] : [];
    expect(manifest.permissions).toEqual(source.permissions.filter((each) => !alone.includes(each)));
    expect(manifest.optional_permissions).toEqual(source.optional_permissions);
    expect(manifest.host_permissions).toEqual(source.host_permissions);
  });

  test('has the version of package.json, which stands nowhere else', () => {
    expect(manifest.version).toBe(packageJson.version);
    expect(packageJson.version, 'what a store accepts').toMatch(/^\d{1,4}(\.\d{1,4}){0,3}$/);
    expect(source).not.toHaveProperty('version');
  });

  test("gives a provider's pages one self-contained script, at document_start, and other pages none", () => {
    expect(manifest.content_scripts).toHaveLength(providers.length);
    for (const { matches } of providers) {
      const [script, ...more] = manifest.content_scripts.filter((each) =>
        each.matches.some((m) => matches.includes(m)),
      );
      expect(more).toEqual([]);
      expect(script).toMatchObject({
        run_at: 'document_start',
        matches: [...matches],
        js: [expect.any(String)],
      });
      expect(script?.all_frames ?? false).toBe(false);
      expect(script?.css ?? []).toEqual([]);
      const code = read(target, script?.js[0] ?? '');
      expect(code).not.toMatch(/(^|[;\s}])(import|export)\s*[{"'*(]/);
      expect(code).not.toContain('getURL');
    }
  });

  test.each(manifest.content_scripts.map(({ js }) => js[0] ?? ''))('injects few bytes: %s', (file) => {
    const code = readFileSync(join(folderOf(target), file));
    expect(code.length, 'minified').toBeLessThanOrEqual(MAX_INJECTED);
    expect(gzipSync(code, { level: 9 }).length, 'gzip').toBeLessThanOrEqual(MAX_INJECTED_GZIP);
  });

  test('names only files that exist', () => {
    const icons = ['', '-locked', '-waiting'].flatMap((state) =>
      [16, 32].map((size) => `icons/${size}${state}.png`),
    );
    const pages = ['src/welcome/welcome.html', 'src/welcome/practice.html', 'src/popup/popup.html'];
    const clearing = target === 'firefox' ? [] : ['src/clipboard/offscreen.html'];
    for (const file of [...icons, ...pages, ...clearing])
      expect(existsSync(join(folderOf(target), file)), file).toBe(true);
  });
});

test('the background is a service worker in Chromium and an event page in Firefox', () => {
  expect(manifestOf('chromium').background.service_worker).toBeTypeOf('string');
  expect(manifestOf('firefox').background).toMatchObject({ scripts: [expect.any(String)], type: 'module' });
  expect(manifestOf('firefox').background.service_worker).toBeUndefined();
  expect(manifestOf('firefox').browser_specific_settings?.gecko.data_collection_permissions).toEqual({
    required: ['none'],
  });
});

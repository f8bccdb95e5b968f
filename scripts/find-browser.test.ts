import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findBrowser, findFirefox } from './find-browser.mjs';

let folder: string;
const { platform } = process;
beforeEach(() => {
  // On macOS and Windows browsers are in fixed places, and this machine's own would be found.
  Object.defineProperty(process, 'platform', { value: 'linux' });
  folder = mkdtempSync(join(tmpdir(), 'seenonce-browser-'));
  vi.stubEnv('SEENONCE_BROWSER', '');
  vi.stubEnv('SEENONCE_FIREFOX', '');
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  Object.defineProperty(process, 'platform', { value: platform });
  rmSync(folder, { recursive: true });
});

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

test('finds Chromium before Chrome, and Chrome before Edge', () => {
  expect(findBrowser()).toBeNull();
  const edge = program('microsoft-edge');
  expect(findBrowser()).toBe(edge);
  const chrome = program('google-chrome');
  expect(findBrowser()).toBe(chrome);
  const chromium = program('chromium');
  expect(findBrowser()).toBe(chromium);
});

test('takes the one that SEENONCE_BROWSER names, and no other in its place', () => {
  program('chromium');
  const own = program('my-browser');
  vi.stubEnv('SEENONCE_BROWSER', own);
  expect(findBrowser()).toBe(own);
  vi.stubEnv('SEENONCE_BROWSER', join(folder, 'absent'));
  expect(findBrowser()).toBeNull();
});

test('finds a Firefox that takes what no store has signed, and no other', () => {
  program('firefox');
  expect(findFirefox(), 'the usual one does not').toBeNull();
  const developer = program('firefox-developer-edition');
  expect(findFirefox()).toBe(developer);
  const esr = program('firefox-esr');
  expect(findFirefox()).toBe(esr);
  vi.stubEnv('SEENONCE_FIREFOX', join(folder, 'none'));
  expect(findFirefox(), 'the one that is named, and no other in its place').toBeNull();
});

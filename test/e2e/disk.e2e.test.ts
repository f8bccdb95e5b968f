/** What is on the disk after a run: records that `age` opens, and nothing in clear. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPassphraseSlot } from '../../src/vault/slots';
import { filesBelow, holding, holdingSecret, ownFiles, SESSIONS, type StoredFile } from '../support/disk';
import { until, type BrowserDriver, type Tab } from '../support/driver';
import { storedBytes, storeInClear, type Stored } from '../support/own-database';
import { DISPLAYS, displayOf } from './steps/displays';
import { stage } from './stage';
import { copied, createVault, lock, PASSPHRASE, secretOf } from './steps/vault';

/** Of the shape of a practice token, and made at each run. */
const CONTROL = `EXAMPLE${'A'.repeat(30)}${Date.now()}`;
const CONTROL_OF_SESSIONS = `EXAMPLE${'S'.repeat(30)}${Date.now()}`;

describe('what is on the disk after the run', () => {
  let stored: Stored;
  let identity: string;
  let files: readonly StoredFile[];

  const at = stage(async ({ browser }) => {
    stored = await run(browser);
    await browser.leave();
    files = filesBelow(browser.profile);
    identity = (await openPassphraseSlot(Buffer.from(stored.slot, 'base64'), PASSPHRASE)) ?? '';
  });

  test('the age command line opens every record with the identity from the slot', () => {
    expect(identity).toMatch(/^AGE-SECRET-KEY-1/);
    expect(openedByAge(stored.records, identity)).toEqual(
      new Set(DISPLAYS.map(({ kind }) => secretOf(at.sites, `disk ${kind}`))),
    );
  });

  test("the control: the scan finds what stands in clear in the extension's own storage", () => {
    const own = ownFiles(files);
    expect(holdingSecret(own, CONTROL).length).toBeGreaterThan(0);
    expect(holding(own, 'control.example.org').length).toBeGreaterThan(0);
  });

  test('no identity, and outside of session restore no secret, is anywhere in the profile', () => {
    const rest = files.filter(({ path }) => !SESSIONS.test(path));
    expect(at.sites.issued).toHaveLength(DISPLAYS.length + 1);
    for (const { kind, secret } of at.sites.issued) expect(holdingSecret(rest, secret), kind).toEqual([]);
    expect(holding(files, identity.slice(20, 50)), 'the identity').toEqual([]);
  });

  test("the extension's own storage names no host and no token", () => {
    const own = ownFiles(files);
    for (const { host, name } of at.sites.issued) {
      expect(holding(own, host), `the host ${host}`).toEqual([]);
      expect(holding(own, name), `the name "${name}"`).toEqual([]);
    }
  });

  // Chromium 156 writes the value of an input that a script has set, with SeenOnce or without it (seen
  // 2026-11 with OSF's and Speckle's dialogs), and leaves it out where the input says autocomplete="off".
  test("no secret is in the browser's session restore", () => {
    const sessions = files.filter(({ path }) => SESSIONS.test(path));
    expect(holdingSecret(sessions, CONTROL_OF_SESSIONS).length, 'the control').toBeGreaterThan(0);
    const found = at.sites.issued.filter(({ secret }) => holdingSecret(sessions, secret).length > 0);
    expect(found.map(({ kind }) => kind)).toEqual([]);
  });
});

/** Saves one token of each display, leaves one unsaved, copies one, locks. */
async function run(browser: BrowserDriver): Promise<Stored> {
  await createVault(browser);
  const pages: Tab[] = [];
  for (const display of DISPLAYS) {
    const page = await display.make(browser, `disk ${display.kind}`);
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    pages.push(page);
  }
  const seenOnly = await displayOf('osf/personal').make(browser, 'disk, only seen');
  await seenOnly.prompt.says('only seen');
  for (const page of pages) await page.close();
  const popup = await browser.openOwn('popup');
  await copied(popup, 'disk osf/personal');
  await popup.run(`navigator.clipboard.writeText('')`);
  const stored = await storedBytes(popup);
  await storeInClear(popup, 'control.example.org', CONTROL);
  await lock(browser);
  await sessionsAreWritten(browser);
  return stored;
}

/** Session restore is written seconds later: when it holds a later field's value, it holds what it will of the rest. */
async function sessionsAreWritten(browser: BrowserDriver): Promise<void> {
  const page = await browser.open('https://github.com/settings/personal-access-tokens');
  await page.run(`(() => {
    const field = document.createElement('input');
    document.body.append(field);
    field.value = ${JSON.stringify(CONTROL_OF_SESSIONS)};
    // Firefox notes only what somebody typed.
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
  await page.click('link', 'Tokens (classic)');
  await until('session restore to be written', async () => {
    const sessions = filesBelow(browser.profile).filter(({ path }) => SESSIONS.test(path));
    return holdingSecret(sessions, CONTROL_OF_SESSIONS).length > 0;
  });
  await page.close();
}

/** The secrets that `age -d -i` finds in the records. */
function openedByAge(records: readonly string[], identity: string): Set<string> {
  const folder = mkdtempSync(join(tmpdir(), 'seenonce-age-'));
  try {
    writeFileSync(join(folder, 'identity.txt'), identity);
    return new Set(
      records.map((record) => {
        writeFileSync(join(folder, 'record.age'), Buffer.from(record, 'base64'));
        const args = ['-d', '-i', join(folder, 'identity.txt'), join(folder, 'record.age')];
        const [, second = ''] = execFileSync('age', args, { encoding: 'utf8' }).split('\n');
        return String(JSON.parse(second).secret);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

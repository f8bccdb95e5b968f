/** What ends at the wrong moment: the background, the browser. And what is then on disk. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import type { BrowserDriver } from '../../support/driver';
import { openPassphraseSlot } from '../../../src/vault/slots';
import { DISPLAYS } from './displays';
import type { Launcher } from './save';
import { copied, createVault, lock, PASSPHRASE, secretOf, unlock } from './vault';

/** Every file below a folder with its bytes. */
function filesBelow(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      path: join(entry.parentPath, entry.name),
      bytes: readFileSync(join(entry.parentPath, entry.name)),
    }));
}

/** The files that hold a text, as UTF-8 or UTF-16. */
function holding(files: readonly { path: string; bytes: Buffer }[], text: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return files.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ path }) => path);
}

/** All sealed records and the slot, as stored: base64. */
const STORED = `(async () => {
  const db = await new Promise((resolve) => { const open = indexedDB.open('seenonce'); open.onsuccess = () => resolve(open.result); });
  const get = (store) => new Promise((resolve) => { const all = db.transaction(store).objectStore(store).getAll(); all.onsuccess = () => resolve(all.result); });
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const [header] = await get('vault');
  return { slot: base64(header.slots[0].data), records: (await get('records')).map(base64) };
})()`;

type Stored = { readonly slot: string; readonly records: readonly string[] };

export function endingScenarios(launch: Launcher): void {
  describe('what ends at the wrong moment', () => {
    let sites: PracticeSites;
    let browser: BrowserDriver;
    beforeEach(async () => {
      sites = await startPracticeSites();
      browser = await launch(sites);
      await createVault(browser);
    });
    afterEach(async () => {
      await browser.quit();
      await sites.close();
    });

    test.each(DISPLAYS)('$title: the background stopped between sighting and Save', async (display) => {
      const page = await display.make(browser, 'stopped');
      await page.prompt.ready('Save token');
      await browser.stopBackground();
      await page.front();
      await page.prompt.click('Save token');
      await page.prompt.says('Saved.');
      const popup = await browser.openOwn('popup');
      expect(await copied(popup, 'stopped')).toBe(secretOf(sites, 'stopped'));
    });

    test('the browser killed right after Saved: the token is there', async () => {
      const page = await DISPLAYS[1]?.make(browser, 'killed');
      await page?.prompt.click('Save token');
      await page?.prompt.says('Saved.');
      await browser.kill();
      const popup = await browser.openOwn('popup');
      await unlock(popup);
      expect(await copied(popup, 'killed')).toBe(secretOf(sites, 'killed'));
    });

    test('a closed tab does not lose a token that was only seen', async () => {
      const page = await DISPLAYS[4]?.make(browser, 'closed');
      await page?.prompt.says('closed');
      await page?.close();
      const popup = await browser.openOwn('popup');
      await popup.click('button', 'Save closed');
      expect(await copied(popup, 'closed')).toBe(secretOf(sites, 'closed'));
    });

    test('the age command line opens what is stored, and the disk holds no secret in clear', async () => {
      for (const display of DISPLAYS) {
        const page = await display.make(browser, `disk ${display.kind}`);
        await page.prompt.click('Save token');
        await page.prompt.says('Saved.');
        await page.close();
      }
      const seenOnly = await DISPLAYS[2]?.make(browser, 'disk, only seen');
      await seenOnly?.prompt.says('only seen');
      const popup = await browser.openOwn('popup');
      await copied(popup, 'disk osf/personal');
      await popup.run(`navigator.clipboard.writeText('')`);
      const stored = await popup.run<Stored>(STORED);
      await lock(browser);
      await browser.leave();

      const identity = await openPassphraseSlot(Buffer.from(stored.slot, 'base64'), PASSPHRASE);
      if (!identity) throw new Error('the slot does not open with its passphrase');
      expect(openedByAge(stored.records, identity)).toEqual(
        new Set(DISPLAYS.map(({ kind }) => secretOf(sites, `disk ${kind}`))),
      );
      nothingInClear(browser.profile, sites, identity);
    });
  });
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

function nothingInClear(profile: string, sites: PracticeSites, identity: string): void {
  const control = 'SeenOnce control value EXAMPLE';
  writeFileSync(join(profile, 'Default', 'control'), `before ${control} after`);
  const files = filesBelow(profile);
  expect(holding(files, control), 'the control: the scan finds what is there').toHaveLength(1);
  expect(holding(files, 'seenonce').length, "the control: it reads the extension's database").toBeGreaterThan(
    0,
  );
  for (const { secret } of sites.issued) expect(holding(files, secret)).toEqual([]);
  expect(holding(files, identity)).toEqual([]);
  expect(holding(files, identity.slice(20, 50))).toEqual([]);
  const own = files.filter(({ path }) =>
    /chrome-extension_|Local Extension Settings|Sync Extension/.test(path),
  );
  expect(own.length, "the control: the extension's storage is among the files").toBeGreaterThan(0);
  for (const { host, name } of sites.issued) {
    expect(holding(own, host), `the host ${host}`).toEqual([]);
    expect(holding(own, name), `the name "${name}"`).toEqual([]);
  }
}

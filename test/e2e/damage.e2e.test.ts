/**
 * The profile is damaged while the browser is not running. What is said then must be true: a token is
 * there with its secret, or is told to be missing, or the vault is said to need repair. Never is a vault
 * that there was offered to be created.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openPassphraseSlot } from '../../src/vault/slots';
import { allListed, answer, ask } from '../support/ask';
import { until, type Damage, type Tab } from '../support/driver';
import { storedIds } from '../support/tampering';
import { displayInTurn } from './steps/displays';
import { inBrowser, stage } from './stage';
import { createQuickVault, identityOf, PASSPHRASE, secretOf } from './steps/vault';

/** The text of the files that the extension keeps beside its database. */
const FILES = `(async () => {
  const texts = [];
  for await (const handle of (await navigator.storage.getDirectory()).values())
    if (handle.kind === 'file') texts.push(await (await handle.getFile()).text());
  return texts.join();
})()`;

const NAMES = Array.from({ length: 6 }, (_, n) => `before the damage ${n}`);

/**
 * - `all`: nothing is lost, and nothing else is said
 * - `each`: the vault opens, and what is not there is told to be missing
 * - `broken`: the vault is said to need repair, and can be repaired
 * - `unreadable`: nothing is known of the vault, and that is said
 * - `each or broken`: one of these two
 * - `none`: nothing is left that could say that there was a vault
 */
type Told = 'all' | 'each' | 'broken' | 'each or broken' | 'unreadable' | 'none';

/** What a browser makes of each damage, as measured, and what we must say then, at this start and the next. */
type Damages = readonly { readonly damage: Damage; readonly told: Told; readonly next: Told }[];

/** Chromium 156, 2026-11. */
const IN_CHROMIUM: Damages = [
  { damage: 'none', told: 'all', next: 'all' },
  // The later writes are missing, without any error. Chromium writes on behind the torn end; once anything was
  // written, its next start finds a wrong checksum and deletes everything, or silently ends at the old end.
  { damage: 'database cut in half', told: 'each', next: 'each' },
  { damage: 'end of the database torn', told: 'all', next: 'each or broken' },
  // The checksum is wrong: Chromium deletes the whole database and gives a new one.
  { damage: 'one byte of the database flipped', told: 'broken', next: 'broken' },
  { damage: 'database gone', told: 'broken', next: 'broken' },
  // Every attempt to open it fails.
  { damage: 'database not to be opened', told: 'unreadable', next: 'unreadable' },
  { damage: 'second copy gone', told: 'all', next: 'all' },
  { damage: 'second copy emptied', told: 'all', next: 'all' },
  { damage: 'one byte of the second copy flipped', told: 'all', next: 'all' },
  { damage: 'both gone', told: 'none', next: 'none' },
];

/**
 * Firefox ESR 153, 2026-11. SQLite has no checksums: a flipped bit in a record is found by us, one in a page
 * that it reads by itself makes it delete the database, as every other damage does.
 */
const IN_FIREFOX: Damages = [
  { damage: 'none', told: 'all', next: 'all' },
  { damage: 'database cut in half', told: 'broken', next: 'broken' },
  { damage: 'end of the database torn', told: 'each or broken', next: 'each or broken' },
  { damage: 'one byte of the database flipped', told: 'each or broken', next: 'each or broken' },
  { damage: 'database gone', told: 'broken', next: 'broken' },
  { damage: 'database not to be opened', told: 'unreadable', next: 'unreadable' },
  { damage: 'second copy gone', told: 'all', next: 'all' },
  { damage: 'second copy emptied', told: 'all', next: 'all' },
  { damage: 'one byte of the second copy flipped', told: 'all', next: 'all' },
  { damage: 'both gone', told: 'none', next: 'none' },
];

describe('the profile is damaged', () => {
  let identity: string;
  const whole = mkdtempSync(join(tmpdir(), 'seenonce-whole-'));

  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    identity = await identityOf(browser);
    for (const [n, name] of NAMES.entries()) await saveOne(n, name);
    // It follows the database, and nobody who saves waits for it.
    const own = await browser.openOwn('bare');
    await until('the second copy to have all', async () => {
      const { copy } = await storedIds(own);
      return copy.length === NAMES.length;
    });
    await browser.restart(() => cpSync(browser.profile, whole, { recursive: true }));
  });
  afterAll(async () => {
    rmSync(whole, { recursive: true, force: true });
  });

  async function saveOne(n: number, name: string): Promise<void> {
    const page = await displayInTurn(n).make(at.browser, name);
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await page.close();
  }

  /** Starts the browser with the whole profile, but for this. */
  const startWith = (damage: Damage) =>
    at.browser.restart(() => {
      rmSync(at.browser.profile, { recursive: true });
      cpSync(whole, at.browser.profile, { recursive: true });
      at.browser.damage(damage);
    });

  /**
   * Of the tokens of before, the names of those that the open vault gives back with their secrets, and the
   * ids of those that it lists and refuses, because their bytes are not what they were.
   */
  async function given(own: Tab): Promise<{ back: string[]; refused: string[] }> {
    const back: string[] = [];
    const refused: string[] = [];
    for (const { id, name } of await allListed(own)) {
      const copied = await answer(own, 'ui:copy', { id, snippet: null });
      if (copied.ok) expect(copied.value, 'a right secret').toBe(secretOf(at.sites, name ?? ''));
      if (copied.ok) back.push(name ?? '');
      else refused.push(id);
    }
    return { back, refused };
  }

  const givenBack = async (own: Tab) => (await given(own)).back;

  /** What is said of what is not there: which tokens, and whether the list itself was put back. */
  async function missing(own: Tab): Promise<{ tokens: readonly string[]; notices: readonly string[] }> {
    const told = await answer(own, 'ui:problems', null);
    if (!told.ok) return { tokens: [], notices: [] };
    const { problems, notices } = told.value;
    return { tokens: problems.map(({ id }) => id), notices: notices.map(({ kind }) => kind) };
  }

  async function isAllThere(own: Tab): Promise<void> {
    await ask(own, 'ui:unlock', { identity });
    expect((await givenBack(own)).toSorted()).toEqual(NAMES);
    expect(await missing(own)).toEqual({ tokens: [], notices: [] });
  }

  async function isEachTold(own: Tab): Promise<void> {
    await ask(own, 'ui:unlock', { identity });
    const { back, refused } = await given(own);
    const { tokens, notices } = await missing(own);
    const told = new Set([...refused, ...tokens]).size;
    const said = told >= NAMES.length - back.length || notices.includes('list-rolled-back');
    expect(said, `${back.length} of ${NAMES.length} are there, ${told} told to be missing`).toBe(true);
  }

  async function isBroken(own: Tab): Promise<void> {
    const { vault, trouble } = await ask(own, 'ui:status', null);
    expect({ vault, trouble }).toEqual({ vault: 'broken', trouble: 'header-lost' });
  }

  async function isEachToldOrBroken(own: Tab): Promise<void> {
    const { vault } = await ask(own, 'ui:status', null);
    await (vault === 'broken' ? isBroken(own) : isEachTold(own));
  }

  async function isUnreadable(own: Tab): Promise<void> {
    const status = await answer(own, 'ui:status', null);
    expect(status.ok ? status.value.vault : status.failure).toMatch(/^(broken|storage)$/);
  }

  async function isNone(own: Tab): Promise<void> {
    expect((await ask(own, 'ui:status', null)).vault).toBe('none');
    await own.shows('button', 'Create vault');
  }

  const TOLD: Readonly<Record<Told, (own: Tab) => Promise<void>>> = {
    all: isAllThere,
    each: isEachTold,
    broken: isBroken,
    'each or broken': isEachToldOrBroken,
    unreadable: isUnreadable,
    none: isNone,
  };

  /** Opens the popup, which tells what `told` says, and never offers to create a vault where there was one. */
  async function tells(told: Told): Promise<void> {
    const popup = await at.browser.openOwn('popup');
    await TOLD[told](popup);
    await popup.reload();
    await until('the popup to say something', () => popup.run<boolean>('document.body.innerText !== ""'));
    if (told !== 'none') expect(await popup.count('button', 'Create vault')).toBe(0);
    await popup.close();
  }

  test.each(inBrowser({ chromium: IN_CHROMIUM, firefox: IN_FIREFOX }))(
    '$damage: told is "$told", and at the next start "$next"',
    async ({ damage, told, next }) => {
      await startWith(damage);
      await tells(told);
      await at.browser.restart();
      await tells(next);
    },
  );

  test.each(['database gone', 'one byte of the database flipped'] as const)(
    '%s: repaired with the passphrase it has all tokens again, and saves',
    async (damage) => {
      await startWith(damage);
      const own = await at.browser.openOwn('bare');
      const { passphrase: slots } = await ask(own, 'ui:slots', null);
      const found = await openPassphraseSlot(Buffer.from(slots[0] ?? '', 'base64'), PASSPHRASE);
      expect(found, 'from the second copy').toBe(identity);
      await ask(own, 'ui:repair', { identity });
      const name = `repaired, ${damage}`;
      await saveOne(0, name);
      await at.browser.restart();
      const after = await at.browser.openOwn('bare');
      await ask(after, 'ui:unlock', { identity });
      expect(await givenBack(after)).toEqual(expect.arrayContaining([...NAMES, name]));
    },
  );

  test('a second copy that is gone is written again', async () => {
    await startWith('second copy gone');
    const own = await at.browser.openOwn('bare');
    await ask(own, 'ui:unlock', { identity });
    await until('the public key in the second copy', async () =>
      (await own.run<string>(FILES)).includes('age1'),
    );
    await at.browser.restart(() => at.browser.damage('database gone'));
    await tells('broken');
  });

  // Chromium writes on behind the cut and loses, at the next start, what it said to be committed. A
  // database that is written to by more than 4 MB gets a new log file, and loses nothing.
  test('what is said to be saved after the database was cut outlives the next start', async () => {
    await startWith('database cut in half');
    const own = await at.browser.openOwn('bare');
    const { vault } = await ask(own, 'ui:status', null);
    await ask(own, vault === 'broken' ? 'ui:repair' : 'ui:unlock', { identity });
    await saveOne(3, 'after the cut');
    await at.browser.restart();
    const after = await at.browser.openOwn('bare');
    await ask(after, 'ui:unlock', { identity });
    expect(await givenBack(after)).toContain('after the cut');
  });
});

/** What a person sees and does when something of the vault is damaged, gone or replaced. */
import { describe, expect, test } from 'vitest';
import { newId, openRecord, sealRecord } from '../../src/vault/record';
import { identityToRecipient, newIdentity } from '../../src/vault/slots';
import { allListed, ask } from '../support/ask';
import { until, type Tab } from '../support/driver';
import {
  damageRecord,
  deleteHeader,
  deleteRecord,
  replaceRecipient,
  storedIds,
  storedRecipient,
  writeOrder,
} from '../support/tampering';
import { isHeld } from './steps/held';
import { displayOf } from './steps/displays';
import { stage } from './stage';
import {
  copied,
  createQuickVault,
  lock,
  PASSPHRASE,
  saveOne,
  secretOf,
  slotFor,
  unlock,
} from './steps/vault';

const KEPT = ['kept 1', 'kept 2'] as const;
const HOST = 'sandbox.zenodo.org';
const REPAIRED = 'The vault is repaired, and unlocked.';

describe('what needs attention', () => {
  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    for (const name of ['damaged', 'missing', ...KEPT]) await saveOne(browser, 'zenodo/personal', name);
  });

  async function idOf(own: Tab, name: string): Promise<string> {
    const found = (await allListed(own)).find((token) => token.name === name);
    if (!found) throw new Error(`No token "${name}" is listed.`);
    return found.id;
  }

  /** Changes what is stored while the background is away. */
  async function tampered<T>(change: (own: Tab) => Promise<T>): Promise<T> {
    const own = await at.browser.openOwn('bare');
    const result = await change(own);
    await own.close();
    await at.browser.stopBackground();
    return result;
  }

  async function reopened(): Promise<Tab> {
    await lock(at.browser);
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    return popup;
  }

  /** The options page, to which the popup's note leads. */
  async function seeWhatHappened(popup: Tab): Promise<Tab> {
    await popup.click('link', 'See what happened');
    await popup.close();
    const options = await at.browser.tabAt('options.html#vault');
    await options.front();
    return options;
  }

  /** "Give up" asks once; "Keep" changes nothing. */
  async function giveUp(options: Tab, name: string, id: string): Promise<void> {
    await options.click('button', 'Give up');
    await options.says(`Give up ${name}?`);
    await options.click('button', 'Keep');
    expect(await ask(options, 'ui:problems', null)).toMatchObject({ problems: [{ id }] });
    await options.click('button', 'Give up');
    await options.click('button', 'Give up');
    await options.says(`${name} is given up here.`);
    expect(await ask(options, 'ui:problems', null)).toEqual({ problems: [], notices: [] });
    await until('both copies to be without it', async () => {
      const { database, copy } = await storedIds(options);
      return !database.includes(id) && !copy.includes(id);
    });
    expect(await options.count('heading', 'What needs attention')).toBe(0);
    await options.close();
  }

  async function areWhole(popup: Tab, ...names: readonly string[]): Promise<void> {
    for (const name of names) expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
    await popup.close();
  }

  test('a damaged token is told with name and host, its bytes can be had, and it can be given up', async () => {
    const { id, stored } = await tampered(async (own) => {
      const damaged = await idOf(own, 'damaged');
      return { id: damaged, stored: await damageRecord(own, damaged) };
    });
    const popup = await reopened();
    await popup.says('1 token needs attention.');
    await popup.says('1 token cannot be opened; its bytes are kept.');
    expect(await popup.count('button', 'Copy damaged')).toBe(0);
    const options = await seeWhatHappened(popup);
    const told = await options.shows('list', 'What needs attention');
    expect(told).toContain('damaged');
    expect(told).toContain(HOST);
    expect(told).toContain('This token cannot be opened: its stored bytes changed.');
    await options.click('button', 'Export bytes');
    const file = await until('the bytes', async () => (await options.downloads())[0] ?? null);
    expect(file.name).toBe(`seenonce-${id}.age`);
    expect(Buffer.from(file.bytes).toString('base64')).toBe(stored);
    await giveUp(options, 'damaged', id);
    await areWhole(await at.browser.openOwn('popup'), 'missing', ...KEPT);
  });

  test('a token that is gone from the disk is told as missing, without anybody asking', async () => {
    const id = await tampered(async (own) => {
      const missing = await idOf(own, 'missing');
      await deleteRecord(own, missing);
      return missing;
    });
    const popup = await at.browser.openOwn('popup');
    await popup.says('Vault incomplete: 1 token that was here is gone from the disk');
    const options = await seeWhatHappened(popup);
    const told = await options.shows('list', 'What needs attention');
    for (const words of ['missing', HOST, 'This token was in the vault, and is gone from the disk.'])
      expect(told).toContain(words);
    expect(await options.count('button', 'Export bytes'), 'there are none').toBe(0);
    await giveUp(options, 'missing', id);
    const after = await at.browser.openOwn('popup');
    await after.shows('button', `Copy ${KEPT[0]}`);
    expect(await after.count('link', 'See what happened')).toBe(0);
    await areWhole(after, ...KEPT);
  });

  test('an order of somebody else to seal everything to their key is not done, and told', async () => {
    await lock(at.browser);
    const thief = await newIdentity();
    const id = newId();
    await tampered(async (own) => {
      const sealed = await sealRecord(await storedRecipient(own), id, { use: 'next identity' }, thief);
      const recipient = await identityToRecipient(thief);
      const slot = await slotFor(thief, 'thief EXAMPLE');
      await writeOrder(own, { recipient, slot, id, sealed: Buffer.from(sealed).toString('base64') });
    });
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    const options = await seeWhatHappened(popup);
    await options.says('The vault was told to change to another key, and not by SeenOnce. It was not done.');
    for (const token of await allListed(options)) {
      const bytes = Buffer.from(await ask(options, 'ui:sealed', { id: token.id }), 'base64');
      expect((await openRecord(thief, token.id, bytes)).ok, 'it opens with their key').toBe(false);
    }
    await options.click('button', 'I know about it');
    await until('it to be read', async () => (await ask(options, 'ui:problems', null)).notices.length === 0);
    await options.close();
    const again = await reopened();
    expect(await again.count('link', 'See what happened')).toBe(0);
    await areWhole(again, ...KEPT);
  });

  /** Says that it needs repair, and offers no second vault. */
  async function offersRepair(page: Tab, words: string): Promise<void> {
    await page.says('The vault needs repair');
    await page.says(words);
    await page.shows('button', 'Repair the vault');
    expect(await page.count('button', 'Create vault')).toBe(0);
    expect(await page.count('link', 'Create the vault')).toBe(0);
  }

  async function repair(page: Tab): Promise<void> {
    await page.type('textbox', 'Passphrase', `${PASSPHRASE}s`);
    await page.click('button', 'Repair the vault');
    await page.says('This passphrase opens nothing of what is left. Nothing was changed');
    await page.type('textbox', 'Passphrase', PASSPHRASE);
    await page.click('button', 'Repair the vault');
    await page.says(REPAIRED);
  }

  test('the keys are gone: popup and options offer the repair, and the passphrase repairs it', async () => {
    await tampered(deleteHeader);
    const options = await at.browser.openOwn('options');
    await offersRepair(options, 'The stored keys of the vault are gone from the disk.');
    await options.close();
    const popup = await at.browser.openOwn('popup');
    await offersRepair(popup, 'The stored keys of the vault are gone from the disk.');
    await repair(popup);
    await areWhole(popup, ...KEPT);
  });

  /** Somebody else's key stands in the place of the vault's; found out at the unlock. */
  async function unlockWithReplacedKey(): Promise<void> {
    const popup = await at.browser.openOwn('popup');
    await popup.type('textbox', 'Passphrase', PASSPHRASE);
    await popup.click('button', 'Unlock');
    await offersRepair(popup, 'The key that new tokens are sealed to is not the key of this vault.');
    await popup.close();
  }

  test('the public key was replaced: found at the unlock, nothing is saved to it, and it is repaired', async () => {
    await lock(at.browser);
    const theirs = await identityToRecipient(await newIdentity());
    await tampered((own) => replaceRecipient(own, theirs));
    // The control: before the unlock nobody can know, and it is sealed to somebody else.
    await saveOne(at.browser, 'zenodo/personal', 'theirs');
    await unlockWithReplacedKey();
    const page = await displayOf('zenodo/personal').make(at.browser, 'held meanwhile');
    await isHeld(page);
    await page.prompt.says('The vault needs repair: open SeenOnce.');
    await page.prompt.click('Save token');
    await page.prompt.says('The token is still on this page: keep it open');
    const options = await at.browser.openOwn('options');
    const { held, count } = await ask(options, 'ui:status', null);
    expect(held.map(({ name }) => name)).toEqual(['held meanwhile']);
    expect(count, 'the two that were here, and theirs').toBe(3);
    await repair(options);
    await options.says('This token is sealed to another key, so this vault cannot open it.');
    expect(await ask(options, 'ui:problems', null)).toMatchObject({
      problems: [{ failure: 'other-vault' }],
    });
    await options.close();
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Save held meanwhile');
    await areWhole(popup, ...KEPT, 'held meanwhile');
  });
});

/** After the lock the background can reach neither the vault's identity nor any secret: a heap snapshot says so. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../support/ask';
import { until } from '../../support/driver';
import { piecesIn } from '../../support/memory';
import { isHeld } from '../steps/held';
import { displayOf } from '../steps/displays';
import { stage } from '../stage';
import { copied, createVault, identityOf, lock, secretOf, unlock } from '../steps/vault';

/** The characters that make a practice secret unique. */
const tail = (secret: string) => secret.slice(-12);

/** The worker holds on to the identity, as a forgotten variable would. */
const PLANT_IDENTITY = `chrome.storage.session.get('identity').then(({ identity }) => void (globalThis.planted = identity))`;

describe("the background's memory", () => {
  let identity: string;
  let secrets: readonly string[];
  const at = stage(
    async ({ browser, sites }) => {
      await createVault(browser);
      identity = await identityOf(browser);
      await use();
      secrets = sites.issued.map(({ secret }) => secret);
    },
    { each: true },
  );

  /** Saves one token, holds another, lists, copies, unlocks once more: all in the worker that is looked into. */
  async function use(): Promise<void> {
    const saved = await displayOf('zenodo/personal').make(at.browser, 'saved');
    await saved.prompt.click('Save token');
    await saved.prompt.announces('Saved');
    await isHeld(await displayOf('github/classic').make(at.browser, 'held'));
    await lock(at.browser);
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    expect(await copied(popup, 'saved')).toBe(secretOf(at.sites, 'saved'));
    await popup.run(`navigator.clipboard.writeText('')`);
    await popup.close();
  }

  /** What is found of the identity and of the secrets. */
  async function found(): Promise<{ identity: number; secrets: string[] }> {
    const memory = await at.browser.backgroundMemory();
    return {
      identity: piecesIn(memory, identity),
      secrets: secrets.filter((secret) => memory.includes(tail(secret))),
    };
  }

  const NOTHING = { identity: 0, secrets: [] };

  test.each([
    ['the Lock button', () => lock(at.browser)],
    ['its deadline', pastDeadline],
  ])('after the lock by %s: neither the identity nor a secret', async (_, locks) => {
    await at.browser.runInBackground('globalThis.sameWorker = true');
    await locks();
    expect(await found()).toEqual(NOTHING);
    expect(await at.browser.runInBackground('globalThis.sameWorker'), 'it was never stopped').toBe(true);
  });

  test('a token that is saved while the vault is locked leaves nothing either', async () => {
    await lock(at.browser);
    const page = await displayOf('speckle/personal').make(at.browser, 'saved locked');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    const memory = await at.browser.backgroundMemory();
    expect(memory).not.toContain(tail(secretOf(at.sites, 'saved locked')));
  });

  test('the control: what the worker holds is found, and what it let go of is not', async () => {
    await at.browser.runInBackground(PLANT_IDENTITY);
    await at.browser.runInBackground(
      `void (globalThis.plantedToo = { secret: ${JSON.stringify(secrets[0])} })`,
    );
    expect(await found()).toEqual({ identity: identity.length - 19, secrets: [secrets[0]] });
    await at.browser.runInBackground('void (globalThis.planted = globalThis.plantedToo = null)');
    await lock(at.browser);
    expect(await found()).toEqual(NOTHING);
  });

  /** As if nobody had used the vault for an hour: the worker's clock says so. */
  async function pastDeadline(): Promise<void> {
    const own = await at.browser.openOwn('bare');
    await at.browser.runInBackground(
      '(() => { const { now } = Date; Date.now = () => now() + 3_600_000; })()',
    );
    await until('it to lock', async () => (await ask(own, 'ui:status', null)).vault === 'locked');
  }
});

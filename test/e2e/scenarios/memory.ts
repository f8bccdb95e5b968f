/** After the lock the background can reach neither the vault's identity nor any secret: a heap snapshot says so. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import { ask } from '../../support/ask';
import { until, type BrowserDriver } from '../../support/driver';
import { piecesIn } from '../../support/memory';
import { isHeld } from './controls';
import { displayOf } from './displays';
import type { Launcher } from './stage';
import { copied, createVault, identityOf, lock, secretOf, unlock } from './vault';

/** The characters that make a practice secret unique. */
const tail = (secret: string) => secret.slice(-12);

/** The worker holds on to the identity, as a forgotten variable would. */
const PLANT_IDENTITY = `chrome.storage.session.get('identity').then(({ identity }) => void (globalThis.planted = identity))`;

export function memoryScenarios(launch: Launcher): void {
  describe("the background's memory", () => {
    let sites: PracticeSites;
    let browser: BrowserDriver;
    let identity: string;
    let secrets: readonly string[];

    beforeEach(async () => {
      sites = await startPracticeSites();
      browser = await launch(sites);
      await createVault(browser);
      identity = await identityOf(browser);
      await use();
      secrets = sites.issued.map(({ secret }) => secret);
    });
    afterEach(async () => {
      await browser.quit();
      await sites.close();
    });

    /** Saves one token, holds another, lists, copies, unlocks once more: all in the worker that is looked into. */
    async function use(): Promise<void> {
      const saved = await displayOf('zenodo/personal').make(browser, 'saved');
      await saved.prompt.click('Save token');
      await saved.prompt.announces('Saved');
      await isHeld(await displayOf('github/classic').make(browser, 'held'));
      await lock(browser);
      const popup = await browser.openOwn('popup');
      await unlock(popup);
      expect(await copied(popup, 'saved')).toBe(secretOf(sites, 'saved'));
      await popup.run(`navigator.clipboard.writeText('')`);
      await popup.close();
    }

    /** What is found of the identity and of the secrets. */
    async function found(): Promise<{ identity: number; secrets: string[] }> {
      const memory = await browser.backgroundMemory();
      return {
        identity: piecesIn(memory, identity),
        secrets: secrets.filter((secret) => memory.includes(tail(secret))),
      };
    }

    const NOTHING = { identity: 0, secrets: [] };

    test.each([
      ['the Lock button', () => lock(browser)],
      ['its deadline', pastDeadline],
    ])('after the lock by %s: neither the identity nor a secret', async (_, locks) => {
      await browser.runInBackground('globalThis.sameWorker = true');
      await locks();
      expect(await found()).toEqual(NOTHING);
      expect(await browser.runInBackground('globalThis.sameWorker'), 'it was never stopped').toBe(true);
    });

    test('a token that is saved while the vault is locked leaves nothing either', async () => {
      await lock(browser);
      const page = await displayOf('speckle/personal').make(browser, 'saved locked');
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
      const memory = await browser.backgroundMemory();
      expect(memory).not.toContain(tail(secretOf(sites, 'saved locked')));
    });

    test('the control: what the worker holds is found, and what it let go of is not', async () => {
      await browser.runInBackground(PLANT_IDENTITY);
      await browser.runInBackground(
        `void (globalThis.plantedToo = { secret: ${JSON.stringify(secrets[0])} })`,
      );
      expect(await found()).toEqual({ identity: identity.length - 19, secrets: [secrets[0]] });
      await browser.runInBackground('void (globalThis.planted = globalThis.plantedToo = null)');
      await lock(browser);
      expect(await found()).toEqual(NOTHING);
    });

    /** As if nobody had used the vault for an hour: the worker's clock says so. */
    async function pastDeadline(): Promise<void> {
      const own = await browser.openOwn('options');
      await browser.runInBackground(
        '(() => { const { now } = Date; Date.now = () => now() + 3_600_000; })()',
      );
      await until('it to lock', async () => (await ask(own, 'ui:status', null)).vault === 'locked');
    }
  });
}

/** The disk at the moments at which most could be left on it: no secret, no identity, no passphrase. */
import { describe, expect, test } from 'vitest';
import { allListed, ask } from '../support/ask';
import { filesBelow, holding, holdingSecret, ownFiles, type StoredFile } from '../support/disk';
import type { Tab } from '../support/driver';
import { storeInClear } from '../support/own-database';
import { isHeld } from './steps/held';
import { displayOf } from './steps/displays';
import { stage } from './stage';
import { copied, createVault, identityOf, lock, PASSPHRASE, secretOf, slotFor, unlock } from './steps/vault';

const NEW_PASSPHRASE = 'velvet EXAMPLE harbor orbit thirty candle';
/** Of the shape of a practice token, and made at each run. */
const CONTROL = `EXAMPLE${'A'.repeat(30)}${Date.now()}`;
const MOMENTS = ['killed while unlocked', 'after a delete', 'after a change of the passphrase'] as const;

type Moment = (typeof MOMENTS)[number];

describe('what is on the disk', () => {
  let identity: string;
  const disk = new Map<Moment, readonly StoredFile[]>();

  const at = stage(async ({ browser }) => {
    await createVault(browser);
    identity = await identityOf(browser);
    await use();
    await browser.kill(() => look('killed while unlocked'));
    await deleteOne();
    await browser.restart(() => look('after a delete'));
    await changePassphrase();
    await browser.restart(() => look('after a change of the passphrase'));
  });

  const look = (moment: Moment) => void disk.set(moment, filesBelow(at.browser.profile));

  /** Saves two tokens, holds one, copies one; afterwards the vault is unlocked. */
  async function use(): Promise<void> {
    for (const [kind, name] of [
      ['zenodo/personal', 'kept'],
      ['speckle/personal', 'deleted'],
    ] as const) {
      const page = await displayOf(kind).make(at.browser, name);
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
      await page.close();
    }
    const held = await displayOf('github/classic').make(at.browser, 'held');
    await isHeld(held);
    await held.close();
    await lock(at.browser);
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    expect(await copied(popup, 'kept')).toBe(secretOf(at.sites, 'kept'));
    await popup.run(`navigator.clipboard.writeText('')`);
    await storeInClear(popup, 'control', CONTROL);
  }

  async function opened(): Promise<Tab> {
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    return popup;
  }

  async function deleteOne(): Promise<void> {
    const popup = await opened();
    const found = (await allListed(popup)).find(({ name }) => name === 'deleted');
    await ask(popup, 'ui:delete', { id: found?.id ?? '' });
    expect((await allListed(popup)).map(({ name }) => name)).toEqual(['kept']);
  }

  async function changePassphrase(): Promise<void> {
    const popup = await opened();
    const slot = await slotFor(identity, NEW_PASSPHRASE);
    await ask(popup, 'ui:change-passphrase', { identity, slot });
  }

  test.each(MOMENTS)('%s: no secret, no identity and no passphrase is anywhere in clear', (moment) => {
    const files = disk.get(moment) ?? [];
    expect(at.sites.issued).toHaveLength(3);
    for (const { name, secret } of at.sites.issued) expect(holdingSecret(files, secret), name).toEqual([]);
    for (const piece of [identity.slice(16, 40), identity.slice(40, 64)])
      expect(holding(files, piece), 'the identity').toEqual([]);
    for (const passphrase of [PASSPHRASE, NEW_PASSPHRASE])
      for (const piece of [passphrase, passphrase.slice(0, 20), passphrase.slice(-20)])
        expect(holding(files, piece), 'a passphrase').toEqual([]);
  });

  test.each(MOMENTS)('%s, the control: what was written in clear is found', (moment) => {
    expect(holdingSecret(ownFiles(disk.get(moment) ?? []), CONTROL).length).toBeGreaterThan(0);
  });
});

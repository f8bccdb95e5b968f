/** Ten tabs save at the same time, while another page changes the passphrase. */
import { describe, expect, test } from 'vitest';
import { openPassphraseSlot } from '../../src/vault/slots';
import { allSecrets, ask } from '../support/ask';
import type { Tab } from '../support/driver';
import { displayInTurn } from './steps/displays';
import { stage } from './stage';
import { createQuickVault, lock, PASSPHRASE, secretOf, slotFor, unlock } from './steps/vault';

const TABS = 10;
const NEW_PASSPHRASE = 'velvet EXAMPLE harbor orbit thirty candle';
const names = Array.from({ length: TABS }, (_, n) => `of ten, ${n}`);

describe('ten tabs save while the passphrase is changed', () => {
  let identity: string;
  let own: Tab;

  const at = stage(async ({ browser }) => {
    identity = await createQuickVault(browser);
    own = await browser.openOwn('bare');
  });

  test('all ten are saved once, with their secrets', async () => {
    const pages: Tab[] = [];
    // One after the other: a site shows a session's newest token, and two forms at once would mix.
    for (const [n, name] of names.entries()) {
      const page = await displayInTurn(n).make(at.browser, name);
      await page.prompt.ready('Save token');
      pages.push(page);
    }
    const slot = await slotFor(identity, NEW_PASSPHRASE);
    const saved = async (page: Tab) => {
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
    };
    const saving = pages.map(saved);
    // The first is saved, and nine are on their way.
    await Promise.race(saving);
    const changed = await ask(own, 'ui:change-passphrase', { identity, slot });
    await Promise.all(saving);
    expect(changed).toBeNull();
    const expected = names.map((name) => ({ name, secret: secretOf(at.sites, name) }));
    const found = await allSecrets(own);
    expect(found).toHaveLength(TABS);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect((await ask(own, 'ui:status', null)).held, 'nothing is held still').toEqual([]);
  });

  test('the new passphrase opens the vault, and the old one does not', async () => {
    const { passphrase: slots } = await ask(own, 'ui:slots', null);
    expect(slots).toHaveLength(1);
    const slot = Buffer.from(slots[0] ?? '', 'base64');
    expect(await openPassphraseSlot(slot, PASSPHRASE)).toBeNull();
    expect(await openPassphraseSlot(slot, NEW_PASSPHRASE)).toBe(identity);
    await lock(at.browser);
    const popup = await at.browser.openOwn('popup');
    await popup.type('textbox', 'Passphrase', PASSPHRASE);
    await popup.click('button', 'Unlock');
    await popup.says('not the passphrase');
    await unlock(popup, NEW_PASSPHRASE);
  });
});

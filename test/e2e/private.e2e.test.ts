/** Private windows: nothing of a token goes to the disk before its Save. */
import { describe, expect, test } from 'vitest';
import { ask } from '../support/ask';
import { filesBelow, holdingSecret } from '../support/disk';
import { heldOnDisk } from '../support/own-database';
import { isHeld } from './steps/held';
import { createOnOsf, displayOf } from './steps/displays';
import { stage } from './stage';
import { copied, createQuickVault, lock, secretOf, unlock } from './steps/vault';

describe('in a private window', () => {
  const at = stage();

  async function make(name: string) {
    const page = await at.browser.openPrivate('https://osf.io/settings/tokens');
    await createOnOsf(page, name);
    await isHeld(page);
    return page;
  }

  async function onDisk() {
    const own = await at.browser.openOwn('bare');
    const ids = await heldOnDisk(own);
    const { held } = await ask(own, 'ui:status', null);
    await own.close();
    return { ids, held: held.map(({ name }) => name) };
  }

  test('the options page says that the browser keeps SeenOnce out, and what happens once it does not', async () => {
    const before = await at.browser.openOwn('options');
    await before.says('the browser keeps SeenOnce out of them');
    await before.close();
    await at.browser.allowPrivate();
    const options = await at.browser.openOwn('options');
    await options.says('SeenOnce looks at the same sites');
    await options.close();
    await createQuickVault(at.browser);
  });

  test('a token is offered, with words for it, and is held in memory only', async () => {
    const page = await make('private');
    await page.prompt.says('Private window: nothing of this token goes to the disk unless you save it.');
    expect(await onDisk()).toEqual({ ids: [], held: ['private'] });
    await page.close();
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Save private');
    await popup.says('Private window: in memory only until you save it.');
    await popup.click('button', 'Discard private');
    await popup.says('Discarded private');
    await popup.close();
  });

  test('the control: from a usual window it is sealed at once', async () => {
    const page = await displayOf('osf/personal').make(at.browser, 'usual');
    await isHeld(page);
    expect(await page.prompt.text()).not.toContain('Private window');
    const { ids, held } = await onDisk();
    expect(held).toEqual(['usual']);
    expect(ids).toHaveLength(1);
    await page.close();
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Discard usual');
    await popup.says('Discarded usual');
    await popup.close();
  });

  test('Save keeps it, while the vault is locked too', async () => {
    await lock(at.browser);
    const page = await make('saved');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await page.close();
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    expect(await copied(popup, 'saved')).toBe(secretOf(at.sites, 'saved'));
    await popup.run(`navigator.clipboard.writeText('')`);
    await popup.close();
  });

  test('what was not saved is gone with the browser, and left nothing behind', async () => {
    const page = await make('forgotten');
    const before = await onDisk();
    expect(before).toEqual({ ids: [], held: ['forgotten'] });
    await page.close();
    await at.browser.restart(() => {
      expect(holdingSecret(filesBelow(at.browser.profile), secretOf(at.sites, 'forgotten'))).toEqual([]);
    });
    expect(await onDisk()).toEqual({ ids: [], held: [] });
  });
});

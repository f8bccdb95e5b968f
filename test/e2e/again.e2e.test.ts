/** A page that shows its token again: reloaded, and in a second tab. */
import { describe, expect, test } from 'vitest';
import { ask } from '../support/ask';
import { until } from '../support/driver';
import { displayOf } from './steps/displays';
import { savedAndGivenBack } from './steps/give-back';
import { badge, goneAt, isHeldOnce } from './steps/held';
import { createQuickVault, secretOf } from './steps/vault';
import { stage } from './stage';

describe('the same page again', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  test.each(['github/classic', 'zenodo/personal'])('%s: reloaded, shown again: held once', async (kind) => {
    const name = `reloaded ${kind}`;
    const page = await displayOf(kind).make(at.browser, name);
    await page.prompt.ready('Save token');
    at.sites.showAgain(secretOf(at.sites, name));
    await page.reload();
    await page.prompt.says(name);
    await isHeldOnce(at.browser, name);
    await savedAndGivenBack(at, page, name);
    await page.close();
  });

  test('the control: two tokens are held twice', async () => {
    const names = ['one of two', 'two of two'];
    for (const name of names) {
      const page = await displayOf('osf/personal').make(at.browser, name);
      await page.prompt.says(name);
      await page.close();
    }
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Save one of two');
    await until('the badge to say 2', async () => (await badge(popup)) === '2');
    for (const name of names) await popup.click('button', `Discard ${name}`);
    // The badge counts what ends, too: earlier tests saved a token of seven days.
    await ask(popup, 'ui:ending-seen', null);
    await until('the badge to be empty', async () => (await badge(popup)) === '');
    await popup.close();
  });

  test('in a second tab: held once, and Save in one is Saved in both', async () => {
    const first = await displayOf('github/fine-grained').make(at.browser, 'in two tabs');
    await first.prompt.ready('Save token');
    at.sites.showAgain(secretOf(at.sites, 'in two tabs'));
    const second = await at.browser.open(await first.url());
    await second.prompt.says('in two tabs');
    await isHeldOnce(at.browser, 'in two tabs');
    await savedAndGivenBack(at, second, 'in two tabs');
    await second.close();
    await first.front();
    await first.prompt.announces('Saved');
    expect(await first.prompt.text()).not.toContain('Save token');
    await first.close();
  });

  test('in a second tab that is closed: the first still offers it, and it stays held', async () => {
    const first = await displayOf('github/classic').make(at.browser, 'one tab closed');
    await first.prompt.ready('Save token');
    at.sites.showAgain(secretOf(at.sites, 'one tab closed'));
    const second = await at.browser.open(await first.url());
    await second.prompt.ready('Save token');
    await second.close();
    const popup = await at.browser.openOwn('popup');
    await first.front();
    await until('its ten minutes to be taken back', async () => {
      return (await goneAt(popup, 'one tab closed')) === null;
    });
    await popup.close();
    await savedAndGivenBack(at, first, 'one tab closed');
    await first.close();
  });
});

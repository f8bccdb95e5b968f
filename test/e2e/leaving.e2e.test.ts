/** Whether the browser asks before a page with a token is left. It does so only after a gesture on that page. */
import { describe, expect, test } from 'vitest';
import { until, type Tab } from '../support/driver';
import { isHeld } from './steps/held';
import { shows } from './steps/on-screen';
import { DISPLAYS, type Display } from './steps/displays';
import { launchWithoutExtension, stage } from './stage';
import { createQuickVault, secretOf, setSwitch } from './steps/vault';

describe('before a page is left', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  /** A page with a token that is held, and a gesture on it. */
  async function touched(display: Display, name: string): Promise<Tab> {
    const page = await display.make(at.browser, name);
    await page.prompt.says(name);
    await isHeld(page);
    await page.press('Tab');
    return page;
  }

  test.each(DISPLAYS)(
    '$title: the browser asks before a reload, and no more once the token is gone',
    async (display) => {
      const page = await touched(display, `reload ${display.kind}`);
      expect(await page.leave('reload')).toBe(true);
      await page.press('Tab');
      expect(await page.leave('close'), 'the control: the page has no token now').toBe(false);
    },
  );

  test.each(DISPLAYS)(
    '$title: the browser asks before closing, and staying loses nothing',
    async (display) => {
      const name = `close ${display.kind}`;
      const page = await touched(display, name);
      await page.beginToCloseAndStay();
      expect(await shows(page, secretOf(at.sites, name))).toBe(true);
      expect(await page.prompt.text()).toContain('Save token');
      expect(await page.leave('close')).toBe(true);
    },
  );

  test.each(DISPLAYS)('$title: after Save it does not ask', async (display) => {
    const page = await touched(display, `saved ${display.kind}`);
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    expect(await page.leave('reload')).toBe(false);
    await page.close();
  });

  test.each(DISPLAYS)('$title: after Not now it does not ask', async (display) => {
    const page = await touched(display, `not now ${display.kind}`);
    await page.prompt.click('Not now');
    await page.prompt.isGone();
    expect(await page.leave('close')).toBe(false);
  });

  test('after a Save in the popup it does not ask', async () => {
    const [display] = DISPLAYS;
    if (!display) throw new Error('There is no display.');
    const page = await touched(display, 'saved elsewhere');
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Save saved elsewhere');
    await popup.shows('button', 'Copy saved elsewhere');
    await popup.close();
    await page.front();
    await page.prompt.announces('Saved');
    expect(await page.leave('reload')).toBe(false);
    await page.close();
  });

  test('with "Ask before leaving" switched off it does not ask', async () => {
    await setSwitch(at.browser, 'Ask before leaving', false);
    for (const display of DISPLAYS) {
      for (const way of ['reload', 'close'] as const) {
        const page = await touched(display, `${way} unasked ${display.kind}`);
        expect(await page.leave(way), `${display.title}, ${way}`).toBe(false);
        if (page.isOpen()) await page.close();
      }
    }
  });

  test('the control: a browser without SeenOnce does not ask', async () => {
    const without = await launchWithoutExtension(at.sites);
    try {
      for (const display of DISPLAYS) {
        const name = `without ${display.kind}`;
        const page = await display.make(without, name);
        await until('the token to be shown', async () => {
          const made = at.sites.issued.find((issued) => issued.name === name);
          return made ? shows(page, made.secret) : null;
        });
        await page.press('Tab');
        expect(await page.leave('close'), display.title).toBe(false);
      }
    } finally {
      await without.quit();
    }
  });
});

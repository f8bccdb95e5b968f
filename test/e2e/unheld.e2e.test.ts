/**
 * With holding switched off only the page has the token: what would close its display is stopped, the
 * whole gesture, until the prompt is answered. Each with its control: answered, the same gesture closes it.
 */
import { describe, expect, test } from 'vitest';
import { until, type Tab } from '../support/driver';
import { AT_REST, BESIDE, shows } from './steps/on-screen';
import { createOnOsf, displayOf, type Display } from './steps/displays';
import { stage } from './stage';
import { copied, createQuickVault, secretOf, setSwitch } from './steps/vault';

type Gesture = {
  readonly title: string;
  readonly make: Display['make'];
  readonly act: (page: Tab) => Promise<void>;
  /** The events of it that the page must not get. */
  readonly stopped: readonly string[];
};

const { make: osf } = displayOf('osf/personal');
const { make: zenodo } = displayOf('zenodo/personal');
const { make: speckle } = displayOf('speckle/personal');

const KEYS = ['keydown', 'keyup'];
const PRESS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
const TAP = ['pointerdown', 'pointerup', 'touchend', 'mousedown', 'mouseup', 'click'];

const escape = (page: Tab) => page.press('Escape');
const heldEscape = (page: Tab) => page.holdDown('Escape');
const button = (name: string) => (page: Tab) => page.click('button', name);
const OSF_ESCAPE: Gesture = { title: 'OSF: Escape', make: osf, act: escape, stopped: KEYS };
const SPECKLE_ESCAPE: Gesture = { title: 'Speckle: Escape', make: speckle, act: escape, stopped: KEYS };
const ZENODO_SAVE: Gesture = {
  title: 'Zenodo: Save',
  make: zenodo,
  act: button('Save'),
  stopped: ['submit'],
};

const GESTURES: readonly Gesture[] = [
  OSF_ESCAPE,
  { title: 'OSF: Escape held down', make: osf, act: heldEscape, stopped: KEYS },
  { title: 'OSF: X', make: osf, act: button('Close dialog'), stopped: ['click'] },
  { title: 'OSF: Close', make: osf, act: button('Close'), stopped: ['click'] },
  SPECKLE_ESCAPE,
  { title: 'Speckle: Escape held down', make: speckle, act: heldEscape, stopped: KEYS },
  { title: 'Speckle: X', make: speckle, act: button('Close dialog'), stopped: ['click'] },
  { title: 'Speckle: Close', make: speckle, act: button('Close'), stopped: ['click'] },
  {
    title: 'Speckle: a click beside the dialog',
    make: speckle,
    act: (page) => page.clickAt(...BESIDE),
    stopped: PRESS,
  },
  {
    title: 'Speckle: a tap beside the dialog',
    make: speckle,
    act: (page) => page.tapAt(...BESIDE),
    stopped: TAP,
  },
  ZENODO_SAVE,
];

/** Notes in the page which events get as far as its own listeners. */
const LISTEN = `window.reached = [];
for (const type of ${JSON.stringify([...new Set([...KEYS, ...TAP, 'submit'])])})
  document.addEventListener(type, () => reached.push(type), true);`;

describe('with holding switched off', () => {
  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    await setSwitch(browser, 'Hold unsaved tokens', false);
  });

  const isShown = (page: Tab, name: string) => shows(page, secretOf(at.sites, name));
  const isGone = (page: Tab, name: string) =>
    until('the display to go', async () => (await isShown(page, name)) === false);
  const reached = ({ stopped }: Gesture, page: Tab) =>
    page.run<string[]>(`[...new Set(reached)].filter((type) => ${JSON.stringify(stopped)}.includes(type))`);

  /** Makes a token and does what would close its display, twice. */
  async function stoppedTwice(gesture: Gesture, name: string): Promise<Tab> {
    const page = await gesture.make(at.browser, name);
    await page.prompt.ready('Save token');
    await until('the page to rest', () => page.run<boolean>(AT_REST));
    await page.run(LISTEN);
    for (const time of ['first', 'second']) {
      await gesture.act(page);
      await page.prompt.says('This would have closed the display');
      expect(await reached(gesture, page), `the ${time} time`).toEqual([]);
      expect(await isShown(page, name), `the ${time} time`).toBe(true);
    }
    const own = await page.run<string[]>('reached.length = 0; document.body.click(); [...reached]');
    expect(own, 'what the page does by itself afterwards is no part of the gesture').toEqual(['click']);
    return page;
  }

  test.each(GESTURES.map((gesture, n) => [gesture.title, gesture, n] as const))(
    '%s is stopped, twice, and closes the display after Not now',
    async (_, gesture, n) => {
      const name = `not now ${n}`;
      const page = await stoppedTwice(gesture, name);
      await page.prompt.click('Not now');
      await page.prompt.isGone();
      await page.run('reached.length = 0');
      await gesture.act(page);
      await isGone(page, name);
      if (gesture !== ZENODO_SAVE) expect(await reached(gesture, page)).not.toEqual([]);
      await page.close();
    },
  );

  const ANSWERED = [OSF_ESCAPE, SPECKLE_ESCAPE, ZENODO_SAVE].map(
    (gesture, n) => [gesture.title, gesture, n] as const,
  );

  test.each(ANSWERED)('%s closes the display after Save', async (_, gesture, n) => {
    const name = `save ${n}`;
    const page = await stoppedTwice(gesture, name);
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await gesture.act(page);
    await isGone(page, name);
    const popup = await at.browser.openOwn('popup');
    expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
    await popup.close();
    await page.close();
  });

  test.each(ANSWERED)('%s closes the display after "Let the page do it"', async (_, gesture, n) => {
    const name = `let ${n}`;
    const page = await stoppedTwice(gesture, name);
    await page.prompt.click('Let the page do it');
    await gesture.act(page);
    await isGone(page, name);
    await page.close();
  });

  test('OSF: what was let through for one token is stopped for the next', async () => {
    const page = await stoppedTwice(OSF_ESCAPE, 'first');
    await page.prompt.click('Let the page do it');
    await escape(page);
    await isGone(page, 'first');
    await createOnOsf(page, 'second');
    await page.prompt.says('second');
    await escape(page);
    await page.prompt.says('This would have closed the display');
    expect(await isShown(page, 'second')).toBe(true);
    await page.close();
  });

  test('Speckle: what was stopped stays said when details arrive late', async () => {
    const page = await speckle(at.browser, 'late');
    await page.prompt.ready('Save token');
    await until('the row', () => page.run<boolean>(`document.querySelector('span.font-mono') !== null`));
    await escape(page);
    await page.prompt.says('This would have closed the display');
    await page.run(
      `document.querySelector('div.grid[tabindex="0"]').firstElementChild.textContent = 'later name'`,
    );
    expect(await page.prompt.says('later name')).toContain('This would have closed the display');
    await page.close();
  });

  test('a closed tab loses the token: nothing held it', async () => {
    const page = await osf(at.browser, 'unheld');
    await page.prompt.ready('Save token');
    await page.close();
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Lock');
    expect(await popup.count('button', 'Save unheld')).toBe(0);
    await setSwitch(at.browser, 'Hold unsaved tokens', true);
    const held = await osf(at.browser, 'held');
    await held.prompt.ready('Save token');
    await held.close();
    await popup.shows('button', 'Save held');
    expect(await popup.count('button', 'Save unheld')).toBe(0);
  });
});

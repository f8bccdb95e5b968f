/** Our own prompt must not cost the token: what it does beside hotkeys, modals, focus traps and replaced roots. */
import { describe, expect, test } from 'vitest';
import { until, type Tab } from '../support/driver';
import { displayOf } from './steps/displays';
import { saveAndGetBack } from './steps/give-back';
import { BESIDE } from './steps/on-screen';
import { stage } from './stage';
import { copied, createQuickVault, secretOf } from './steps/vault';

/** A place in the prompt's band that is no button, in the driver's window of 1200 x 760. */
const IN_THE_BAND = [1_000, 18] as const;

const HEARD = [
  'keydown keypress keyup beforeinput input copy cut paste contextmenu selectstart',
  'pointerdown pointerup mousedown mouseup click auxclick dblclick wheel focusin focusout',
]
  .join(' ')
  .split(' ');

/** Hears everything as early as a page can: on window, capturing, and on document, as GitHub's hotkeys do. */
const LISTEN = `
  globalThis.heard = [];
  for (const type of ${JSON.stringify(HEARD)}) {
    window.addEventListener(type, () => heard.push('window ' + type), true);
    document.addEventListener(type, () => heard.push('document ' + type));
  }`;

/** Like GitHub's single-letter hotkeys: a key on the page, outside of fields, does something. */
const HOTKEYS = `
  globalThis.done = [];
  const hotkey = (event) => {
    if (event.target.closest?.('input, textarea')) return;
    if ('sgnct?/'.includes(event.key)) done.push(event.key);
  };
  window.addEventListener('keydown', hotkey, true);
  document.addEventListener('keydown', hotkey);
  document.addEventListener('keypress', hotkey);`;

/** A popover of the page's own, where the prompt is: can it be clicked? */
const OWN_POPOVER_IS_ALIVE = `(() => {
  const own = document.createElement('div');
  own.popover = 'manual';
  own.textContent = 'of the page';
  own.style.cssText = 'position: fixed; inset: 300px auto auto 300px; margin: 0';
  document.documentElement.append(own);
  own.showPopover();
  const alive = document.elementFromPoint(305, 305) === own;
  own.remove();
  return alive;
})()`;

/** The second step of a fine-grained token, as GitHub sends it, over whatever is on the screen. */
const OPEN_CONFIRMATION = `(async () => {
  const answer = await fetch('/settings/personal-access-tokens', { method: 'POST', body: new URLSearchParams() });
  const box = document.createElement('div');
  box.innerHTML = await answer.text();
  document.querySelector('main').append(box);
  box.querySelector('dialog').showModal();
})()`;

const DISPLAY_IN_MODAL = `
  const modal = document.createElement('dialog');
  document.body.append(modal);
  modal.append(document.querySelector('.access-token'));
  modal.showModal();`;

/** What a page can do to everything in it, and to what listens on it. */
const ROOTS: Readonly<Record<string, string>> = {
  'its root element': 'document.documentElement.replaceWith(document.documentElement.cloneNode(true))',
  'its body': 'document.body.replaceWith(document.body.cloneNode(true))',
  'all of it, by document.write':
    'const html = document.documentElement.outerHTML; document.open(); document.write(html); document.close();',
  'all of it, by document.write, and shows no token any more':
    'document.open(); document.write("<!doctype html><p>Gone.</p>"); document.close();',
};

const activeElement = (page: Tab) =>
  page.run<string>(`document.activeElement.tagName + ' ' + (document.activeElement.textContent || '')`);

describe('the prompt beside what a page does', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  const offered = async (kind: string, name: string): Promise<Tab> => {
    const page = await displayOf(kind).make(at.browser, name);
    await page.prompt.says(name);
    await page.prompt.ready('Save token');
    return page;
  };

  const savedAndBack = (page: Tab, name: string) => saveAndGetBack(at, page, name);

  test("keys in the prompt are none of the page's hotkeys", async () => {
    const page = await offered('github/classic', 'hotkeys');
    await page.run(HOTKEYS);
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    for (const key of 'sgnct?/') await page.press(key);
    expect(await page.run('done')).toEqual([]);
    await page.press('Alt+Shift+S');
    await until('the focus to leave', async () => (await activeElement(page)).startsWith('BODY'));
    await page.press('s');
    expect(await page.run('done'), 'the control').toEqual(['s', 's', 's']);
    await savedAndBack(page, 'hotkeys');
  });

  test('no key, click, or focus in the prompt reaches the page', async () => {
    const page = await offered('github/fine-grained', 'unheard');
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.run(LISTEN);
    await page.clickAt(...IN_THE_BAND);
    await page.prompt.click('More choices');
    await page.press('Escape');
    for (const key of ['Tab', 'x', 'ArrowDown', 'Backspace']) await page.press(key);
    expect(await page.run('heard')).toEqual([]);
    await page.click('textbox', 'Search or jump to');
    await page.press('x');
    const heard = await page.run<string[]>('heard');
    const controls = ['keydown', 'keyup', 'input', 'pointerdown', 'mousedown', 'click', 'focusin'];
    for (const type of controls) expect(heard, 'the control').toContain(`window ${type}`);
    await savedAndBack(page, 'unheard');
  });

  test('a native modal that shows the token has the prompt inside it', async () => {
    const page = await offered('github/classic', 'in a modal');
    await page.run(DISPLAY_IN_MODAL);
    expect(await page.run(OWN_POPOVER_IS_ALIVE), 'the control: outside of it nothing is').toBe(false);
    await savedAndBack(page, 'in a modal');
  });

  test('an Escape in the prompt leaves the native modal that shows the token open', async () => {
    const page = await offered('github/classic', 'escape in a modal');
    await page.run(DISPLAY_IN_MODAL);
    const isOpen = () => page.run<boolean>(`document.querySelector('dialog').open`);
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.press('Escape');
    await page.prompt.isGone();
    expect(await isOpen()).toBe(true);
    await page.press('Escape');
    await until('the control: the modal to close', async () => !(await isOpen()));
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Save escape in a modal');
    expect(await copied(popup, 'escape in a modal')).toBe(secretOf(at.sites, 'escape in a modal'));
    await popup.close();
    await page.close();
  });

  test.each(['github/classic', 'github/fine-grained'])(
    "%s: GitHub's own question opens above it, closes, and the prompt can be used all the time",
    async (kind) => {
      const name = `beside a question, ${kind}`;
      const page = await offered(kind, name);
      expect(await page.run(OWN_POPOVER_IS_ALIVE)).toBe(true);
      await page.run(OPEN_CONFIRMATION);
      expect(await page.run(OWN_POPOVER_IS_ALIVE), 'the control').toBe(false);
      await page.prompt.click('More choices');
      await page.prompt.ready('Move out of the way');
      await page.run(`document.getElementById('confirm-fg-pat').close()`);
      await savedAndBack(page, name);
    },
  );

  test('a modal that opens while the focus is in the prompt leaves it there', async () => {
    const page = await offered('github/classic', 'focus and a modal');
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.press('Tab');
    await page.prompt.hasFocusOn('Not now');
    await page.run(OPEN_CONFIRMATION);
    await page.prompt.hasFocusOn('Not now');
    await page.run(`document.getElementById('confirm-fg-pat').remove()`);
    await page.prompt.hasFocusOn('Not now');
    await savedAndBack(page, 'focus and a modal');
  });

  test.each(Object.keys(ROOTS))('the page replaces %s: the prompt can still be used', async (what) => {
    const name = `replaced ${what}`;
    const page = await offered('github/classic', name);
    await page.run(`
      globalThis.marker = document.createElement('i');
      document.body.append(marker);
      globalThis.clicks = 0;
      window.addEventListener('click', () => { clicks += 1; }, true);
      ${ROOTS[what]}`);
    expect(await page.run('marker.isConnected'), 'the control: what stood there is gone').toBe(false);
    await page.clickAt(8, 700);
    const written = what.includes('write');
    expect(await page.run('clicks'), "the control: so are the page's listeners").toBe(written ? 0 : 1);
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await savedAndBack(page, name);
  });

  test("Alt+Shift+S gets into the prompt and back in spite of OSF's focus trap", async () => {
    const page = await offered('osf/personal', 'trapped');
    await page.run(`document.querySelector('nav a').focus()`);
    const trapped = await activeElement(page);
    expect(trapped, 'the control: the trap is at work').toMatch(/^(?:INPUT|BUTTON)/);
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.press('Tab');
    await page.prompt.hasFocusOn('Not now');
    await page.press('Alt+Shift+S');
    await until('the focus to be back', async () => (await activeElement(page)) === trapped);
    await savedAndBack(page, 'trapped');
  });

  test('a click in the prompt leaves the focus where it is in the page', async () => {
    const page = await offered('github/classic', 'clicked');
    await page.click('textbox', 'Search or jump to');
    const focused = await activeElement(page);
    await page.prompt.click('More choices');
    await page.prompt.ready('Move out of the way');
    await page.clickAt(...IN_THE_BAND);
    expect(await activeElement(page)).toBe(focused);
    await page.press('x');
    expect(await page.run('document.activeElement.value'), 'what is typed goes to the page').toBe('x');
    await savedAndBack(page, 'clicked');
  });

  test('a click counts also where the prompt is drawn anew between press and release', async () => {
    const page = await offered('speckle/personal', 'slow hand');
    await until('the row', () => page.run<boolean>(`document.querySelector('span.font-mono') !== null`));
    await page.prompt.clickSlowly('Save token', async () => {
      await page.run(
        `document.querySelector('div.grid[tabindex="0"]').firstElementChild.textContent = 'slow hand, later'`,
      );
      await page.prompt.says('slow hand, later');
    });
    await page.prompt.announces('Saved');
    await page.close();
  });

  test('a press on one button and a release on another is no click', async () => {
    const page = await offered('github/classic', 'changed my mind');
    await page.prompt.clickSlowly('Save token', () => page.prompt.pointAt('Not now'));
    await page.prompt.says('Save token');
    await savedAndBack(page, 'changed my mind');
  });

  test('a press on Save that ended in the page, and a press in the page that ends on Save, are no click', async () => {
    const page = await offered('github/classic', 'two halves');
    await page.prompt.clickSlowly('Save token', () => page.pointAt(...BESIDE));
    await page.hold('textbox', 'Search or jump to', () => page.prompt.pointAt('Save token'));
    expect(await page.prompt.text()).toContain('Save token');
    await savedAndBack(page, 'two halves');
  });

  test('keys that a page makes up move no focus into the prompt: the next real key is not for it', async () => {
    const page = await offered('github/classic', 'made-up keys');
    await page.run(`window.dispatchEvent(new KeyboardEvent('keydown',
      { code: 'KeyS', key: 'S', altKey: true, shiftKey: true, bubbles: true, cancelable: true }))`);
    await page.press('Enter');
    expect(await page.prompt.text()).toContain('Save token');
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.press('Enter');
    await page.prompt.announces('Saved');
    await page.close();
  });

  test('moved out of the way, the prompt can be clicked, and so can the page under its former place', async () => {
    const page = await offered('github/classic', 'out of the way');
    await page.run(`
      globalThis.clicks = 0;
      const below = document.createElement('button');
      below.style.cssText = 'position: fixed; inset: 60px 40px auto auto; width: 300px; height: 80px';
      below.onclick = () => { clicks += 1; };
      document.body.append(below);`);
    await page.clickAt(1_000, 100);
    expect(await page.run('clicks'), 'the control').toBe(0);
    await page.prompt.click('More choices');
    await page.prompt.click('Move out of the way');
    await page.prompt.ready('Show the whole prompt');
    await page.clickAt(1_000, 100);
    expect(await page.run('clicks')).toBe(1);
    await page.prompt.click('Show the whole prompt');
    await page.prompt.ready('Not now');
    await page.clickAt(1_000, 100);
    expect(await page.run('clicks')).toBe(1);
    await page.prompt.click('More choices');
    await page.prompt.click('Move out of the way');
    await savedAndBack(page, 'out of the way');
  });
});

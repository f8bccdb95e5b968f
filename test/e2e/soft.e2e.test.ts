/** GitHub's soft navigation: into a token page and out of it, without a new document. */
import { describe, expect, test } from 'vitest';
import type { Tab } from '../support/driver';
import { afterSilence } from '../support/silence';
import { savedAndGivenBack } from './steps/give-back';
import { createQuickVault, secretOf } from './steps/vault';
import { stage } from './stage';

/** How GitHub's front ends go to another page. `main` is what stands there next, `href` its address. */
const SOFT: Readonly<Record<string, string>> = {
  'the address first, no event': `history.pushState({}, '', href); old.replaceWith(main);`,
  'the content first, no event': `old.replaceWith(main); setTimeout(() => history.pushState({}, '', href), 300);`,
  'as Turbo does': `history.pushState({}, '', href);
    for (const type of ['turbo:visit', 'turbo:before-render']) document.dispatchEvent(new Event(type));
    old.replaceWith(main);
    for (const type of ['turbo:render', 'turbo:load']) document.dispatchEvent(new Event(type));`,
  "as GitHub's React pages do": `document.dispatchEvent(new Event('soft-nav:start'));
    old.replaceWith(main);
    document.dispatchEvent(new Event('soft-nav:end'));
    history.pushState({}, '', href);
    document.dispatchEvent(new Event('soft-nav:react-done'));`,
};

const go = (page: Tab, way: string, href: string) =>
  page.run(`(async () => {
    const href = ${JSON.stringify(href)};
    const next = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html');
    const old = document.querySelector('main');
    const main = document.adoptNode(next.querySelector('main'));
    ${SOFT[way]}
  })()`);

/** Makes a token on the server and leaves its one display for whoever asks for the list next. */
const makeUnseen = (page: Tab, name: string) =>
  page.run(`fetch('/settings/tokens', {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ 'oauth_access[description]': ${JSON.stringify(name)} }),
  }).then(() => null)`);

describe('soft navigation on GitHub', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  test.each(Object.keys(SOFT))('into a token page and out again: %s', async (way) => {
    const name = `soft, ${way}`;
    const page = await at.browser.open('https://github.com/netlab-demo/notes');
    await makeUnseen(page, name);
    expect(await page.prompt.text(), 'the control: nothing yet').toBeNull();
    await go(page, way, '/settings/tokens');
    await page.prompt.says(name);
    await page.run(`globalThis.snapshot = document.querySelector('main').cloneNode(true)`);
    await go(page, way, '/settings/tokens/new');
    await page.shows('textbox', 'Note');
    await savedAndGivenBack(at, page, name);
    await page.prompt.click('Close');
    await page.prompt.isGone();
    // As Turbo shows its own snapshot of a page that was visited before.
    await page.run(`document.querySelector('main').replaceWith(snapshot);
      history.pushState({}, '', '/settings/tokens');
      document.dispatchEvent(new Event('turbo:load'));`);
    await page.says(secretOf(at.sites, name));
    expect(await afterSilence(page)).toBeNull();
    await page.close();
  });
});

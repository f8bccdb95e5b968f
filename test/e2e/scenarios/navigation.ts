/** Ways into token pages, out of them and back: soft navigation, Back, reload, second tabs, late and short displays. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import { mint } from '../../practice/mint';
import { ask } from '../../support/ask';
import { until, type BrowserDriver, type Tab } from '../../support/driver';
import { silence, afterSilence } from '../../support/silence';
import { DISPLAYS, displayOf } from './displays';
import type { Launcher } from './stage';
import { copied, createQuickVault, secretOf } from './vault';

export type Launchers = {
  readonly launch: Launcher;
  /** Pages that are left stay alive for Back. */
  readonly launchWithLivingPages: Launcher;
  readonly launchWithoutExtension: Launcher;
};

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

const badge = (popup: Tab) => popup.run<string>('chrome.action.getBadgeText({})');

/** When the page of the held token with this name went away; `null`: it is there. */
const goneAt = (popup: Tab, name: string) =>
  popup.run<number | null>(`chrome.storage.session.get(null).then((all) => Object.entries(all)
    .find(([key, { details }]) => key.startsWith('held:') && details.name === ${JSON.stringify(name)})[1].goneAt)`);

/** Each is put into a token page that has none; `value` arrives as the site would bring it. */
const LATE = [
  [
    'GitHub, classic, as text',
    'https://github.com/settings/tokens',
    `const anchor = document.createElement('code');
    anchor.id = 'new-oauth-token';
    document.querySelector('main').append(anchor);
    setTimeout(() => { anchor.textContent = secret; }, ms);`,
    'github/classic',
  ],
  [
    'GitHub, fine-grained, as a property',
    'https://github.com/settings/personal-access-tokens',
    `const anchor = document.createElement('input');
    anchor.id = 'new-access-token';
    anchor.readOnly = true;
    document.querySelector('main').append(anchor);
    setTimeout(() => { anchor.value = secret; }, ms);`,
    'github/fine-grained',
  ],
  [
    'OSF, as a property',
    'https://osf.io/settings/tokens',
    `const dialog = document.createElement('p-dynamicdialog');
    dialog.innerHTML = '<div role="dialog"><osf-token-created-dialog><input readonly></osf-token-created-dialog></div>';
    document.body.append(dialog);
    setTimeout(() => { dialog.querySelector('input').value = secret; }, ms);`,
    'osf/personal',
  ],
  [
    'Speckle, as a property',
    'https://app.speckle.systems/settings/user/developer',
    `const dialog = document.createElement('div');
    dialog.innerHTML = '<div role="dialog"><div class="truncate">Create Token</div><input id="contentInput" name="contentInput" readonly></div>';
    document.body.append(dialog);
    setTimeout(() => { dialog.querySelector('input').value = secret; }, ms);`,
    'speckle/personal',
  ],
] as const;

export function navigationScenarios(launchers: Launchers): void {
  softScenarios(launchers);
  describe('Back, with the page from the HTTP cache', () => {
    backScenarios(launchers.launch, false);
  });
  describe('Back, with the page alive from the back/forward cache', () => {
    backScenarios(launchers.launchWithLivingPages, true);
  });
  againScenarios(launchers);
  timeScenarios(launchers);
  installScenarios(launchers);
}

/** A browser for all tests of a suite, with a vault. */
function inBrowser(launch: Launcher, cached = false) {
  const at = {} as { sites: PracticeSites; browser: BrowserDriver }; // filled before each test runs
  beforeAll(async () => {
    at.sites = await startPracticeSites({ cached });
    at.browser = await launch(at.sites);
    await createQuickVault(at.browser);
  });
  afterAll(async () => {
    await at.browser.quit();
    await at.sites.close();
  });
  const savedAndBack = async (page: Tab, name: string) => {
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    const popup = await at.browser.openOwn('popup');
    expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
    await popup.close();
  };
  /** The popup lists it once, and the badge counts that one. */
  const heldOnce = async (name: string) => {
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', `Save ${name}`);
    expect(await popup.count('button', `Save ${name}`)).toBe(1);
    expect(await badge(popup)).toBe('1');
    await popup.close();
  };
  return { at, savedAndBack, heldOnce };
}

function softScenarios({ launch }: Launchers): void {
  describe('soft navigation on GitHub', () => {
    const { at, savedAndBack } = inBrowser(launch);

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
      await savedAndBack(page, name);
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
}

/** `alive`: the page that is left stays as it is. */
function backScenarios(launch: Launcher, alive: boolean): void {
  const { at, savedAndBack, heldOnce } = inBrowser(launch, true);

  /** Shows a new token, leaves the page and comes back to it, with the token on the screen again. */
  async function backAt(name: string, answer: (page: Tab) => Promise<unknown>): Promise<Tab> {
    const page = await displayOf('zenodo/personal').make(at.browser, name);
    await page.prompt.says(name);
    await answer(page);
    await page.run(`addEventListener('pageshow', ({ persisted }) => { globalThis.persisted = persisted; })`);
    const address = await page.url();
    await page.click('link', 'Applications');
    await page.says('New token');
    const requests = at.sites.requests.length;
    await page.back();
    await page.says(secretOf(at.sites, name));
    expect(await page.url()).toBe(address);
    expect(at.sites.requests.length, 'the control: the site was not asked again').toBe(requests);
    const isAlive = await page.run<boolean>('globalThis.persisted === true');
    expect(isAlive, 'the control: it is the same document as before, or another').toBe(alive);
    return page;
  }

  test('after Save it says so, and offers nothing', async () => {
    const page = await backAt('saved before', (shown) => savedAndBack(shown, 'saved before'));
    await page.prompt.says(alive ? 'Saved.' : 'Saved already');
    expect(await afterSilence(page)).not.toContain('Save token');
    await page.close();
  });

  test('after Not now it is silent', async () => {
    const page = await backAt('refused before', async (shown) => {
      await shown.prompt.click('Not now');
      await shown.prompt.isGone();
    });
    expect(await afterSilence(page)).toBeNull();
    await page.close();
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Discard refused before');
    await until('it to be gone', async () => (await popup.count('button', 'Save refused before')) === 0);
    await popup.close();
  });

  test('unsaved, it is offered still, is held once, and its ten minutes have not begun', async () => {
    const page = await backAt('unsaved before', (shown) => shown.prompt.ready('Save token'));
    await page.prompt.ready('Save token');
    await heldOnce('unsaved before');
    const popup = await at.browser.openOwn('popup');
    await page.front();
    await until('its ten minutes to be taken back', async () => {
      return (await goneAt(popup, 'unsaved before')) === null;
    });
    await page.click('link', 'Applications');
    await until('the control: its ten minutes to begin', async () => {
      return (await goneAt(popup, 'unsaved before')) !== null;
    });
    await page.back();
    await savedAndBack(page, 'unsaved before');
    await page.close();
    await popup.close();
  });
}

function againScenarios({ launch }: Launchers): void {
  describe('the same page again', () => {
    const { at, savedAndBack, heldOnce } = inBrowser(launch);

    test.each(['github/classic', 'zenodo/personal'])('%s: reloaded, shown again: held once', async (kind) => {
      const name = `reloaded ${kind}`;
      const page = await displayOf(kind).make(at.browser, name);
      await page.prompt.ready('Save token');
      at.sites.showAgain(secretOf(at.sites, name));
      await page.reload();
      await page.prompt.says(name);
      await heldOnce(name);
      await savedAndBack(page, name);
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
      await heldOnce('in two tabs');
      await savedAndBack(second, 'in two tabs');
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
      await savedAndBack(first, 'one tab closed');
      await first.close();
    });
  });
}

function timeScenarios({ launch }: Launchers): void {
  describe('late and short displays', () => {
    const { at } = inBrowser(launch);

    /** Saves in the prompt or in the popup, and compares what the popup then copies of the newest token. */
    async function isSavedAs(secret: string, save: (popup: Tab) => Promise<void>): Promise<void> {
      const popup = await at.browser.openOwn('popup');
      await save(popup);
      const asking = (name: string, about: string) =>
        `chrome.runtime.sendMessage({ name: '${name}', ask: ${about} }).then(({ value }) => value)`;
      const newest = asking('ui:list', `{ query: '', from: 0, count: 1 }`);
      const copy = asking('ui:copy', '{ id: tokens[0].id, snippet: null }');
      await until('it to be the newest', async () => {
        return (await popup.run(`${newest}.then(({ tokens }) => tokens[0] ? ${copy} : null)`)) === secret;
      });
      await popup.close();
    }

    describe.each([400, 3_000])('a value that arrives %d ms after its element', (ms) => {
      test.each(LATE)('%s', async (_, url, script, kind) => {
        const secret = mint(kind);
        const page = await at.browser.open(url);
        await page.run(`{ const secret = ${JSON.stringify(secret)}; const ms = ${ms}; ${script} }`);
        expect(await page.prompt.text(), 'the control: nothing yet').toBeNull();
        await page.prompt.says(secret.slice(-4));
        await isSavedAs(secret, async () => {
          await page.front();
          await page.prompt.click('Save token');
          await page.prompt.announces('Saved');
        });
        await page.close();
      });
    });

    test.each(LATE)(
      '%s: shown for half a second it is held, and can be saved',
      async (_, url, script, kind) => {
        const secret = mint(kind);
        const page = await at.browser.open(url);
        await page.run(`{ const secret = ${JSON.stringify(secret)}; const ms = 0; ${script}
        setTimeout(() => { document.querySelector('#new-oauth-token, #new-access-token, p-dynamicdialog, [role=dialog]').remove(); }, 500); }`);
        await until('the display to be gone', () =>
          page.run<boolean>(
            `document.querySelector('#new-oauth-token, #new-access-token, p-dynamicdialog, [role=dialog]') === null`,
          ),
        );
        await page.close();
        await isSavedAs(secret, (popup) => popup.click('button', 'Save Personal access token'));
      },
    );
  });
}

function installScenarios({ launchWithoutExtension }: Launchers): void {
  test('tokens on the screen when SeenOnce is installed are offered by themselves', async () => {
    const sites = await startPracticeSites();
    const browser = await launchWithoutExtension(sites);
    try {
      const pages: (readonly [name: string, page: Tab])[] = [];
      for (const { kind, make } of DISPLAYS) {
        const name = `before ${kind}`;
        pages.push([name, await make(browser, name)]);
      }
      await silence();
      for (const [name, page] of pages) {
        expect(await page.prompt.text(), `the control: nothing offers ${name}`).toBeNull();
      }
      await browser.install();
      for (const [, page] of pages) {
        await page.front();
        await page.prompt.ready('Save token');
      }
      await createQuickVault(browser);
      for (const [name, page] of pages) {
        await page.front();
        await page.prompt.click('Save token');
        await page.prompt.announces('Saved');
        const popup = await browser.openOwn('popup');
        expect(await copied(popup, name)).toBe(secretOf(sites, name));
        await popup.close();
      }
    } finally {
      await browser.quit();
      await sites.close();
    }
  });
}

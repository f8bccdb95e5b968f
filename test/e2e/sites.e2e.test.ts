/** Where SeenOnce looks: people's own servers, and sites that are switched off. */
import { describe, expect, test } from 'vitest';
import { until, type Tab } from '../support/driver';
import { afterSilence } from '../support/silence';
import { displayOf } from './steps/displays';
import { saveAndGetBack } from './steps/give-back';
import { stage } from './stage';
import { addServer } from './steps/servers';
import { copied, createQuickVault, secretOf } from './steps/vault';

/** Server, its kind by the words of the list, and the display that it has. */
const SERVERS = [
  ['git.example.edu', 'GitHub Enterprise', 'github/classic'],
  ['rdm.example.edu', 'InvenioRDM', 'zenodo/personal'],
  ['speckle.example.edu', 'Speckle', 'speckle/personal'],
] as const;

describe("people's own servers", () => {
  let options: Tab;
  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    options = await browser.openOwn('options');
  });

  const savedAndBack = (page: Tab, name: string) => saveAndGetBack(at, page, name);

  test("on a site that is not a provider's, no script of SeenOnce runs", async () => {
    const other = await at.browser.open('https://plain.example.edu/');
    expect(await other.extensionScripts()).toBe(0);
    const provider = await at.browser.open('https://zenodo.org/');
    expect(await provider.extensionScripts(), 'the control').toBe(1);
    await other.close();
    await provider.close();
  });

  test.each(SERVERS)('%s: silent before it is added', async (host, _, kind) => {
    const page = await displayOf(kind).make(at.browser, `before ${host}`, host);
    expect(await afterSilence(page)).toBeNull();
    await page.close();
  });

  test.each(SERVERS)(
    '%s is added, says by itself that it runs %s, and is watched',
    async (host, name, kind) => {
      await at.browser.allow(`https://${host}`);
      await addServer(options, `https://${host}/`);
      await options.says(`${host} is watched now, as a ${name} server.`);
      await options.says(`Watching, own ${name} server`);
      const page = await displayOf(kind).make(at.browser, `on ${host}`, host);
      expect(await page.prompt.says(`on ${host}`)).toContain(host);
      await savedAndBack(page, `on ${host}`);
    },
  );

  test.each(SERVERS)('%s: to find that out, its front page was asked for once, and nothing else', (host) => {
    const asked = at.sites.requests.filter((request) => request === `GET https://${host}/`);
    expect(asked).toHaveLength(1);
  });

  test('a token that is on the screen while its server is added is offered', async () => {
    await options.front();
    await options.click('button', 'Remove git.example.edu');
    await until(
      'the line to go',
      async () => (await options.count('button', 'Remove git.example.edu')) === 0,
    );
    const page = await displayOf('github/classic').make(at.browser, 'before adding', 'git.example.edu');
    expect(await afterSilence(page)).toBeNull();
    await at.browser.allow('https://git.example.edu');
    await addServer(options, 'git.example.edu', 'GitHub Enterprise');
    await options.says('git.example.edu is watched now');
    await page.front();
    await page.prompt.says('before adding');
    await savedAndBack(page, 'before adding');
  });

  test('a server is still watched after a restart of the browser', async () => {
    await at.browser.restart();
    options = await at.browser.openOwn('options');
    await options.says('Watching, own InvenioRDM server');
    const page = await displayOf('zenodo/personal').make(at.browser, 'restarted', 'rdm.example.edu');
    await page.prompt.says('restarted');
    await page.close();
  });

  test('a server is still watched after an update, which wipes what was registered', async () => {
    await at.browser.update();
    options = await at.browser.openOwn('options');
    await options.says('Watching, own InvenioRDM server');
    const page = await displayOf('zenodo/personal').make(at.browser, 'updated', 'rdm.example.edu');
    await page.prompt.says('updated');
    await page.close();
  });

  test('a removed server is silent at once, in its open tabs too', async () => {
    const page = await displayOf('speckle/personal').make(at.browser, 'removed', 'speckle.example.edu');
    await page.prompt.ready('Save token');
    await options.front();
    await options.click('button', 'Remove speckle.example.edu');
    await page.front();
    await page.prompt.isGone();
    const again = await displayOf('speckle/personal').make(
      at.browser,
      'removed again',
      'speckle.example.edu',
    );
    expect(await afterSilence(again)).toBeNull();
    const allowed = await options.run<boolean>(
      `chrome.permissions.contains({ origins: ['https://speckle.example.edu/*'] })`,
    );
    expect(allowed, 'the permission was given back').toBe(false);
    await page.close();
    await again.close();
  });

  test.each([
    ['a word', 'my server', 'is not the address of one server'],
    ['http', 'http://rdm2.example.edu', 'would be watched over http'],
    ['every server', 'https://*.example.edu', 'is not the address of one server'],
    ['built in', 'zenodo.org', 'is built in, and watched already'],
    ['the same again', 'https://rdm.example.edu/communities', 'is in the list already'],
  ])('refused, in a clear sentence: %s', async (_, address, words) => {
    await addServer(options, address);
    await options.says(words);
    await options.says('Nothing was added');
  });

  test.each([
    ['one that does not say what it runs', 'https://plain.example.edu', 'does not say what it runs'],
    ['one that does not answer', 'https://nobody.example.edu', 'No answer came from nobody.example.edu'],
  ])('refused, and its permission given back: %s', async (_, origin, words) => {
    await at.browser.allow(origin);
    await addServer(options, origin);
    await options.says(words);
    const ask = `chrome.permissions.contains({ origins: ['${origin}/*'] })`;
    expect(await options.run<boolean>(ask)).toBe(false);
  });

  test('the browser asked and the user refused: a clear sentence, and nothing added', async () => {
    // Headless, nobody can press "Deny": this is the answer that the browser then gives.
    await options.run('chrome.permissions.request = async () => false');
    await addServer(options, 'https://other.example.edu', 'Speckle');
    await options.says('The browser did not allow other.example.edu');
    expect(await options.count('button', 'Remove other.example.edu')).toBe(0);
  });
});

describe('not on this site', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  test('switched off in the prompt: silent there, in other tabs too, and not elsewhere', async () => {
    const other = await displayOf('github/fine-grained').make(at.browser, 'other tab');
    await other.prompt.ready('Save token');
    const page = await displayOf('github/classic').make(at.browser, 'never');
    await page.prompt.click('More choices');
    await page.prompt.click('Never on this site');
    await page.prompt.isGone();
    await other.prompt.isGone();
    const again = await displayOf('github/classic').make(at.browser, 'never again');
    expect(await afterSilence(again)).toBeNull();
    const zenodo = await displayOf('zenodo/personal').make(at.browser, 'elsewhere');
    await zenodo.prompt.says('elsewhere');
    for (const tab of [other, page, again, zenodo]) await tab.close();
  });

  test('what was seen before is still in the popup', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Save never');
    expect(await copied(popup, 'never')).toBe(secretOf(at.sites, 'never'));
    expect(await popup.count('button', 'Save never again'), 'nothing is taken in while it is off').toBe(0);
    await popup.close();
  });

  test('the options page shows it, and switches it on again, in open tabs too', async () => {
    const page = await displayOf('github/classic').make(at.browser, 'resumed');
    expect(await afterSilence(page)).toBeNull();
    const options = await at.browser.openOwn('options');
    await options.says('Paused: SeenOnce stays silent');
    await options.click('button', 'Resume github.com');
    await until('the line to go', async () => (await options.count('button', 'Resume github.com')) === 0);
    await page.front();
    await page.prompt.says('resumed');
    await page.close();
    await options.close();
  });

  test('a provider switched off on the options page is silent on all of its hosts, and on no other', async () => {
    const options = await at.browser.openOwn('options');
    await options.click('button', 'Pause Zenodo');
    await options.shows('button', 'Resume Zenodo');
    for (const host of ['zenodo.org', 'sandbox.zenodo.org']) {
      const page = await displayOf('zenodo/personal').make(at.browser, `paused ${host}`, host);
      expect(await afterSilence(page)).toBeNull();
      await page.close();
    }
    const osf = await displayOf('osf/personal').make(at.browser, 'not paused');
    await osf.prompt.says('not paused');
    await osf.close();
    await options.front();
    await options.click('button', 'Resume Zenodo');
    await options.shows('button', 'Pause Zenodo');
    const page = await displayOf('zenodo/personal').make(at.browser, 'on again', 'zenodo.org');
    await page.prompt.says('on again');
    await page.close();
  });
});

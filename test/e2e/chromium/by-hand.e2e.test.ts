/**
 * "Save as token" on a site that SeenOnce does not know, in a real window: the browser's own menu and
 * keyboard command cannot be had headless.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import { launchChromium, type ChromiumDriver } from '../../support/chromium-driver';
import { canOpenDisplay, openDisplay, type Display } from '../../support/display';
import { until, type Tab } from '../../support/driver';
import { copied, fillCreateForm, lock, unlock } from '../steps/vault';
import { closeWelcome } from '../steps/welcome';

const KEY = 'alt+shift+k';
const secretFor = (what: string) => `EXAMPLE-${what}-` + 'k'.repeat(30);

/** A site of somebody else's: a token in text, in a field, and one in a frame. */
const PAGE = `<!doctype html><title>Hub</title><h1>Your tokens</h1>
<p><code id="text">${secretFor('text')}</code></p>
<input aria-label="Key" readonly value="${secretFor('field')}">
<input aria-label="Hidden key" type="password" value="${secretFor('password')}">
<p id="short">abc</p><p id="two">${secretFor('one')} and more</p>
<iframe title="inner" src="/inner"></iframe>`;
const INNER = `<!doctype html><input aria-label="Inner key" value="${secretFor('frame')}">`;

describe.skipIf(!canOpenDisplay)('"Save as token" by hand', () => {
  let display: Display;
  let sites: PracticeSites;
  let server: Server;
  let browser: ChromiumDriver;
  let hub: string;

  beforeAll(async () => {
    display = await openDisplay();
    sites = await startPracticeSites();
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/inner' ? INNER : PAGE);
    }).listen(0, '127.0.0.1');
    await until('the hub', async () => server.listening);
    hub = `127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
    browser = await launchChromium({ sites, headless: false, display: display.name });
    // It opens at installation, a moment later: the key counts for the tab in front.
    await closeWelcome(browser);
  });
  afterAll(async () => {
    await browser?.quit();
    await sites?.close();
    server?.close();
    display?.close();
  });

  // A window that a failed test left would be taken for the next one's.
  afterEach(async () => {
    const left = browser.context.pages().filter((page) => page.url().includes('save.html'));
    for (const page of left) await page.close();
  });

  const select = (page: Tab, id: string) =>
    page.run(`getSelection().selectAllChildren(document.getElementById('${id}'))`);

  /** The window that asks for the name; the key counts once the browser has taken the focus. */
  const opened = () => browser.tabAt('save.html');
  const byKey = async (page: Tab) => {
    await page.front();
    display.press(KEY);
    return opened();
  };

  /**
   * Opens the menu at an element and picks our entry, by the keys that a person would press. Below it
   * stand the browser's own: "Inspect", and without a selection "View page source" too.
   */
  async function byMenu(page: Tab, selector: string, below: 1 | 2): Promise<Tab> {
    await page.front();
    const before = display.windows();
    await page.rightClick(selector);
    await until('the menu', async () => display.windows() > before);
    display.press('Up', ...Array<string>(below).fill('Up'), 'Return');
    return opened();
  }

  test('without a vault: named, held, and saved the moment the vault exists', async () => {
    const page = await browser.open(`http://${hub}/`);
    await select(page, 'text');
    const window = await byKey(page);
    await window.says(`Token on ${hub}`);
    await window.type('textbox', 'Name', 'hub, no vault');
    await window.click('button', 'Save token');
    await window.says('One step left');
    await window.click('button', 'Create vault');
    const welcome = await browser.tabAt('welcome.html#save');
    await fillCreateForm(welcome);
    await welcome.click('button', 'Create vault');
    await window.says('Saved. You can close this window.');
    await window.close();
    const popup = await browser.openOwn('popup');
    expect(await copied(popup, 'hub, no vault')).toBe(secretFor('text'));
    await popup.close();
    await page.close();
  });

  test('the menu, on a field: with a name and a last day', async () => {
    const page = await browser.open(`http://${hub}/`);
    const window = await byMenu(page, 'input[aria-label=Key]', 2);
    await window.type('textbox', 'Name', 'hub, field');
    await window.choose('Expires', 'on a day');
    await window.click('button', 'Save token');
    await window.says('Choose the day it ends');
    await window.type('textbox', 'Last day', '2031-05-06');
    await window.click('button', 'Save token');
    await window.says('Saved. You can close this window.');
    await window.close();
    const popup = await browser.openOwn('popup');
    expect(await copied(popup, 'hub, field')).toBe(secretFor('field'));
    await popup.click('button', 'hub, field');
    await popup.says('2031');
    await popup.close();
    await page.close();
  });

  test('the menu, on selected text', async () => {
    const page = await browser.open(`http://${hub}/`);
    await select(page, 'two');
    const window = await byMenu(page, '#two', 1);
    await window.says('There are spaces in it');
    await window.click('button', 'Discard');
    const popup = await browser.openOwn('popup');
    await popup.shows('button', 'Lock');
    expect(await popup.count('button', 'Save Token')).toBe(0);
    await popup.close();
    await page.close();
  });

  test.each([
    ['a password field', 'Hidden key', 'password'],
    ['a field in a frame', 'Inner key', 'frame'],
  ])('the key, locked: %s', async (_, field, what) => {
    await lock(browser);
    const page = await browser.open(`http://${hub}/`);
    await page.run(
      `(document.querySelector('[aria-label="${field}"]') ?? frames[0].document.querySelector('[aria-label="${field}"]')).focus()`,
    );
    const window = await byKey(page);
    await window.type('textbox', 'Name', `hub, ${what}`);
    await window.click('button', 'Save token');
    await window.says('locked and stays locked');
    await window.close();
    const popup = await browser.openOwn('popup');
    await unlock(popup);
    expect(await copied(popup, `hub, ${what}`)).toBe(secretFor(what));
    await popup.close();
    await page.close();
  });

  test('the same again is said to be saved', async () => {
    const page = await browser.open(`http://${hub}/`);
    await select(page, 'text');
    const window = await byKey(page);
    await window.says('Saved.');
    await window.close();
    await page.close();
  });

  test('a window that is closed without an answer leaves the token in the popup', async () => {
    const page = await browser.open(`http://${hub}/`);
    await page.run(`document.getElementById('short').textContent = 'EXAMPLE' + 'z'.repeat(20)`);
    await select(page, 'short');
    const window = await byKey(page);
    await window.says('Ends in');
    await window.close();
    const popup = await browser.openOwn('popup');
    await popup.click('button', 'Save Token');
    expect(await copied(popup, 'Token')).toBe('EXAMPLE' + 'z'.repeat(20));
    await popup.close();
    await page.close();
  });

  test.each([
    [
      'nothing selected',
      `getSelection().removeAllRanges(); document.activeElement.blur()`,
      'Nothing is selected.',
    ],
    [
      'too little',
      `getSelection().selectAllChildren(document.getElementById('short'))`,
      'not the length of a token',
    ],
  ])('%s: a clear sentence', async (_, script, words) => {
    const page = await browser.open(`http://${hub}/`);
    await page.run(script);
    const window = await byKey(page);
    await window.says(words);
    await window.says('Nothing was saved');
    await window.close();
    await page.close();
  });

  test('a page of no site: a clear sentence', async () => {
    const page = await browser.open('chrome://version');
    const window = await byKey(page);
    await window.says('This page belongs to no site.');
    await window.close();
    await page.close();
  });

  test('no site was asked for: without a click SeenOnce cannot look into the page', async () => {
    const page = await browser.open(`http://${hub}/`);
    const popup = await browser.openOwn('popup');
    const look = `chrome.tabs.query({}).then((tabs) => Promise.allSettled(tabs.map(({ id }) =>
      chrome.scripting.executeScript({ target: { tabId: id }, func: () => document.title })))).then((all) => all.some(({ status, value }) => status === 'fulfilled' && value[0].result === 'Hub'))`;
    expect(await popup.run<boolean>(look)).toBe(false);
    await popup.close();
    await page.close();
  });
});

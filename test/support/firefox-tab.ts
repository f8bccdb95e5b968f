/** A tab of Firefox, as the scenarios know it. */
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until, type FileOf, type Role, type Tab } from './driver';
import { hasArrived, markLeft } from './firefox-arrival';
import * as hand from './firefox-hand';
import { leave, stay } from './firefox-leaving';
import { promptOf } from './firefox-prompt';
import { CHOOSE, CLICKABLE, COUNT, FILL, MISSED, ROLES, SAYS, SELECTED, TEXT, TICKED } from './firefox-tree';
import { RESIZE } from './firefox-scripts';
import type { Window } from './firefox-window';

/**
 * Runs a script in the page's own global scope, whatever the page's policy forbids, as a developer's console
 * does: what it declares is there for the next one. Gives its value as JSON.
 */
const IN_PAGE = `
  const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
  if (!globalThis.Debugger) addDebuggerToGlobal(globalThis);
  const page = new Debugger();
  const scope = page.addDebuggee(window);
  const done = scope.executeInGlobal(arguments[0]);
  page.removeDebuggee(window);
  if (!done || 'throw' in done) throw new Error('The script threw: ' + done?.throw?.getProperty?.('message')?.return);
  const value = done.return?.unsafeDereference ? done.return.unsafeDereference() : done.return;
  const world = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
  world.value = value;
  return Cu.evalInSandbox('Promise.resolve(value).then((value) => JSON.stringify(value) ?? null)', world);
`;

/** The same in the world of the extension's content script, which has a sandbox of its own. */
const IN_CONTENT_SCRIPT = `
  const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
  const world = ExtensionContent.getContextByExtensionId(arguments[1], window)?.sandbox;
  if (!world) throw new Error('No content script runs here.');
  const value = Cu.evalInSandbox('(async () => JSON.stringify(await (' + arguments[0] + ')) ?? null)()', world);
  return value;
`;

const CONTENT_SCRIPTS = `
  const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
  return ExtensionContent.getContextByExtensionId(arguments[0], window) ? 1 : 0;
`;

/** How long a page may take to load, ms. */
const PAGE_MS = 60_000;

const CLIPBOARD = `
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor('text/plain');
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
  const data = {};
  try { transferable.getTransferData('text/plain', data); } catch { return ''; }
  return data.value.QueryInterface(Ci.nsISupportsString).data;
`;

const parsed = <T>(json: string | null) => (json === null ? undefined : JSON.parse(json)) as T; // as the caller's script gives it

/** Waits for something in a page; if it does not come, the error says what the page shows instead. */
async function untilIn<T>(window: Window, what: string, ask: () => Promise<T | null | false>): Promise<T> {
  try {
    // Each look walks the whole tree, in two processes.
    return await until(what, ask, undefined, 80);
  } catch (error) {
    const shown = await window
      .script<string>('page', 'return document.body.innerText')
      .catch(() => 'nothing');
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`${words}\n${await window.url().catch(() => '')} shows: ${shown}`, { cause: error });
  }
}

function files(folder: string): FileOf[] {
  // While it comes, an empty file has its name already, and what there is of it is in another one.
  const isWhole = (name: string) => {
    const entry = statSync(join(folder, name));
    return entry.isFile() && entry.size > 0 && !name.endsWith('.part');
  };
  const whole = readdirSync(folder).filter(isWhole);
  const byTime = whole.toSorted(
    (a, b) => statSync(join(folder, a)).mtimeMs - statSync(join(folder, b)).mtimeMs,
  );
  return byTime.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** Chooses a file as the browser's own dialog does. */
async function upload(
  window: Window,
  folder: string,
  name: string,
  { name: called, bytes }: FileOf,
): Promise<void> {
  // It stays as long as the browser: a chosen file is read when a page wants it.
  const path = join(mkdtempSync(join(folder, 'chosen-')), called);
  writeFileSync(path, bytes);
  const choose = `
    const boxes = [...document.querySelectorAll('input[type=file]')];
    const box = boxes.find((each) => [...each.labels].some((label) => label.innerText.trim() === arguments[0]) || each.ariaLabel === arguments[0]);
    if (!box) return false;
    return File.createFromFileName(arguments[1]).then((file) => {
      box.mozSetFileArray([file]);
      for (const type of ['input', 'change']) box.dispatchEvent(new window.Event(type, { bubbles: true }));
      return true;
    });
  `;
  await untilIn(window, `the file box "${name}"`, () => window.ask<boolean>(choose, name, path));
}

/** @param downloads the folder that this browser downloads to @param extension its id */
export function tabOf(window: Window, downloads: string, extension: string): Tab {
  const { marionette } = window;
  const what = (role: Role, name: string) => `the ${role} "${name}"`;
  /** Finds a place and does something there with the mouse, anew where the page moved it away meanwhile. */
  const atPlace = async (
    words: string,
    act: (point: hand.Point) => Promise<unknown>,
    finder: string,
    ...args: readonly unknown[]
  ): Promise<void> => {
    await untilIn(window, words, () =>
      window.inFront(async () => {
        const point = await marionette.script<hand.Point | null>('system', finder, ...args);
        if (!point) return false;
        await act(point);
        // A click may close the tab.
        return !(await marionette.script<boolean>('system', MISSED).catch(() => false));
      }),
    );
  };
  const click = (button: number) => (point: hand.Point) => hand.click(marionette, point, button);
  const navigate = async (command: string, parameters: object = {}) => {
    const left = await until('the tab to answer', () => markLeft(window).catch(() => null));
    await window.inFront(() => marionette.command(command, parameters));
    await until('the page to load', () => hasArrived(window, left), PAGE_MS);
  };
  return {
    url: () => window.url(),
    goto: (url) => navigate('WebDriver:Navigate', { url }),
    reload: () => navigate('WebDriver:Refresh'),
    back: () => navigate('WebDriver:Back'),
    front: () => window.inFront(async () => undefined),
    close: async () => {
      if (!window.isOpen) return;
      await window.inFront(() => marionette.command('WebDriver:CloseWindow'));
      window.closed();
    },
    isOpen: () => window.isOpen,
    leave: (how) => leave(window, how),
    beginToCloseAndStay: () => stay(window),
    click: (role, name) => atPlace(what(role, name), click(0), CLICKABLE, ROLES[role], name, false),
    type: async (role, name, text) =>
      void (await untilIn(window, what(role, name), () =>
        window.ask<boolean>(FILL, ROLES[role], name, false, text),
      )),
    choose: async (name, option) =>
      void (await untilIn(window, what('option', option), () =>
        window.ask<boolean>(CHOOSE, ROLES.combobox, name, true, option),
      )),
    press: async (key) => void (await window.inFront(() => hand.strike(marionette, key))),
    holdDown: async (key) => void (await window.inFront(() => hand.hold(marionette, key))),
    hold: async (role, name, meanwhile) => {
      const press = async (point: hand.Point) => {
        await hand.release(marionette);
        await hand.press(marionette, point);
      };
      await atPlace(what(role, name), press, CLICKABLE, ROLES[role], name, false);
      await meanwhile();
      await window.inFront(() => hand.release(marionette));
    },
    clickAt: async (x, y) => void (await window.inFront(() => hand.click(marionette, { x, y }))),
    pointAt: async (x, y) => void (await window.inFront(() => hand.moveTo(marionette, { x, y }))),
    tapAt: async (x, y) => void (await window.inFront(() => hand.tap(marionette, { x, y }))),
    rightClick: (selector) => atPlace(selector, click(2), SELECTED, selector),
    isOn: async (name) => {
      const found = await untilIn(window, what('checkbox', name), async () => {
        const on = await window.ask<boolean | null>(TICKED, ROLES.checkbox, name, false);
        return on === null ? null : { on };
      });
      return found.on;
    },
    shows: (role, name) =>
      untilIn(window, what(role, name), async () => {
        const text = await window.ask<string | null>(TEXT, ROLES[role], name, false);
        return text === '' ? ' ' : text;
      }),
    says: async (text) =>
      void (await untilIn(window, `the words "${text}"`, () => window.ask<boolean>(SAYS, text))),
    count: (role, name) => window.ask<number>(COUNT, ROLES[role], name, false),
    run: async <T>(script: string) => parsed<T>(await window.script('system', IN_PAGE, script)),
    runAsContentScript: async <T>(script: string) =>
      parsed<T>(await window.script('system', IN_CONTENT_SCRIPT, script, extension)),
    extensionScripts: () => window.script<number>('system', CONTENT_SCRIPTS, extension),
    clipboard: () => marionette.inBrowser<string>(CLIPBOARD),
    screenshot: async (file) => {
      const taken = await window.inFront(() =>
        marionette.command<{ value: string }>('WebDriver:TakeScreenshot', { full: false }),
      );
      writeFileSync(file, Buffer.from(taken.value, 'base64'));
    },
    resize: (width, height) => window.inFront(() => marionette.inBrowser(RESIZE, width, height)),
    setLetters: (size) =>
      marionette.inBrowser(`Services.prefs.setIntPref('font.size.variable.x-western', arguments[0]);`, size),
    downloads: async () => files(downloads),
    upload: (name, file) => upload(window, downloads, name, file),
    addAuthenticator: () => Promise.reject(new Error('Firefox gives an extension no passkeys.')),
    prompt: promptOf(window),
  };
}

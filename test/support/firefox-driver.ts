/** Firefox ESR, by its own remote protocol, with the built extension and the practice sites under their real host names. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { zip } from '../../scripts/archives.mjs';
import type { PracticeSites } from '../practice/server';
import { PRETENDING } from './background-storage';
import {
  OWN_PAGES,
  until,
  type BrowserDriver,
  type Damage,
  type OwnPage,
  type Scheme,
  type Tab,
} from './driver';
import { damageFirefox } from './firefox-damage';
import { killFirefox, quitFirefox, startFirefox, type Running } from './firefox-process';
import { startProxy, type Proxy } from './firefox-proxy';
import {
  ADDON,
  ANSWER,
  EXTENSION,
  ID,
  IN_BACKGROUND,
  IN_CONTAINER,
  IS_READY,
  OFFER_UPDATE,
  RESIZE,
  STOP,
  UPDATE,
} from './firefox-scripts';
import { tabOf } from './firefox-tab';
import { Window } from './firefox-window';
import { deleteFolders } from './folders';
import { raiseVersion } from './version';

const DIST = join(import.meta.dirname, '../../dist/firefox');
/** Any: told to Firefox beforehand, so that the extension's pages have a known address. */
const UUID = '5ee00ce0-0000-4000-8000-00000000e2e0';

export type Launch = {
  readonly sites: Pick<PracticeSites, 'port' | 'hosts'>;
  /** False: the same browser without the extension, for controls. */
  readonly extension?: boolean;
  /** True: pages that are left stay alive for Back, as in a browser that nobody drives. */
  readonly backForwardCache?: boolean;
  /** A profile with the extension in it, to begin with a copy of (firefox-ready.ts). */
  readonly ready?: string;
};

/** The extension as one file, which alone can be installed for good. */
function packed(folder: string): Uint8Array {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const nameOf = (path: string) => relative(folder, path).replaceAll('\\', '/');
  return zip(Object.fromEntries(paths.map((path) => [nameOf(path), readFileSync(path)])));
}

export class FirefoxDriver implements BrowserDriver {
  readonly profile = mkdtempSync(join(tmpdir(), 'seenonce-firefox-'));
  /** This browser's own copy of the extension, which an update changes; and where it downloads to. */
  readonly #folder = mkdtempSync(join(tmpdir(), 'seenonce-extension-'));
  readonly #downloads = mkdtempSync(join(tmpdir(), 'seenonce-downloads-'));
  #running: Running | null = null;
  #proxy: Proxy | null = null;

  constructor(private readonly launch: Launch) {
    cpSync(DIST, join(this.#folder, 'unpacked'), { recursive: true });
    if (launch.ready) cpSync(launch.ready, this.profile, { recursive: true });
  }

  get #marionette() {
    if (!this.#running) throw new Error('The browser is not running.');
    return this.#running.marionette;
  }

  async start(): Promise<void> {
    this.#proxy ??= await startProxy(this.launch.sites.hosts, this.launch.sites.port);
    this.#running = await startFirefox(this.profile, {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': this.#proxy.port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': this.#proxy.port,
      'browser.download.dir': this.#downloads,
      'browser.sessionhistory.max_total_viewers': this.launch.backForwardCache ? -1 : 0,
    });
    await this.#setSize();
  }

  /** The same inner size as Chromium's. */
  async #setSize(): Promise<void> {
    await this.#marionette.inBrowser(RESIZE, 1_200, 760);
  }

  /** Installs the extension, unless the profile had it from the beginning. */
  async hasExtension(): Promise<void> {
    await (this.launch.ready ? this.#isReady() : this.install());
  }

  async install(): Promise<void> {
    const file = join(this.#folder, 'seenonce.xpi');
    writeFileSync(file, packed(join(this.#folder, 'unpacked')));
    await this.#marionette.inTurn(() =>
      this.#marionette.command('Addon:Install', { path: file, temporary: false }),
    );
    await this.#isReady();
  }

  async #isReady(): Promise<void> {
    await until('the extension', () => this.#marionette.inBrowser<boolean>(IS_READY));
  }

  async update(): Promise<void> {
    await this.offerUpdate();
    await this.#marionette
      .inBrowser(`${UPDATE} if (!install.isOver) try { install.continuePostponedInstall(); } catch { // the extension has done so itself
    }`);
    await until('the update', () => this.isUpdated());
    await this.#isReady();
  }

  /** Gives the browser a next version, as it finds one in a store; the extension may ask to wait. */
  async offerUpdate(): Promise<void> {
    raiseVersion(join(this.#folder, 'unpacked', 'manifest.json'));
    const file = join(this.#folder, 'next.xpi');
    writeFileSync(file, packed(join(this.#folder, 'unpacked')));
    await this.#marionette.inBrowser(OFFER_UPDATE, file);
    await until('the update to be taken or put off', () =>
      this.#marionette.inBrowser<boolean>(`${UPDATE} return Boolean(install.isOver || install.isPutOff);`),
    );
  }

  isUpdated(): Promise<boolean> {
    return this.#marionette.inBrowser<boolean>(`${UPDATE} return Boolean(install.isOver);`);
  }

  async open(url: string): Promise<Tab> {
    const window = await this.#newWindow();
    const tab = this.#tab(window);
    await tab.goto(url);
    return tab;
  }

  async #newWindow(kind: object = { type: 'tab' }): Promise<Window> {
    const marionette = this.#marionette;
    const { handle } = await marionette.inTurn(async () => {
      // The tab at hand may be closed by now, and a new one opens beside it.
      const [beside] = await marionette.command<string[]>('WebDriver:GetWindowHandles');
      await marionette.command('WebDriver:SwitchToWindow', { handle: beside, focus: false });
      return marionette.command<{ handle: string }>('WebDriver:NewWindow', { ...kind, focus: true });
    });
    return new Window(marionette, handle);
  }

  #tab(window: Window): Tab {
    return tabOf(window, this.#downloads, ID);
  }

  openOwn(page: OwnPage): Promise<Tab> {
    return this.open(`moz-extension://${UUID}/${OWN_PAGES[page]}`);
  }

  async tabAt(part: string): Promise<Tab> {
    const marionette = this.#marionette;
    const found = async () => {
      const handles = await marionette.inTurn(() =>
        marionette.command<string[]>('WebDriver:GetWindowHandles'),
      );
      for (const handle of handles) {
        const window = new Window(marionette, handle);
        const url = await window.url().catch(() => '');
        if (url.includes(part)) return window;
      }
      return null;
    };
    return this.#tab(await until(`a tab at ${part}`, found));
  }

  async allow(origin: string): Promise<void> {
    await this.#permissions('add', { origins: [`${origin}/*`], permissions: [] });
  }

  async withhold(...origins: string[]): Promise<void> {
    await this.#permissions('remove', { origins: origins.map((origin) => `${origin}/*`), permissions: [] });
  }

  #permissions(change: 'add' | 'remove', what: { origins: string[]; permissions: string[] }): Promise<void> {
    return this.#marionette.inBrowser(
      `${EXTENSION}
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      return ExtensionPermissions[arguments[0]]('${ID}', arguments[1], extension);`,
      change,
      what,
    );
  }

  async answersQuestions(_own: Tab, answer: 'allow' | 'refuse'): Promise<void> {
    await this.#marionette.inBrowser(ANSWER, answer === 'allow');
  }

  async allowOptional(permission: string): Promise<void> {
    await this.#permissions('add', { origins: [], permissions: [permission] });
  }

  async allowPrivate(): Promise<void> {
    await this.#permissions('add', { origins: [], permissions: ['internal:privateBrowsingAllowed'] });
    await this.#marionette.inBrowser(`return (async () => { ${ADDON} await addon.reload(); })();`);
    await this.#isReady();
  }

  async openPrivate(url: string): Promise<Tab> {
    const tab = this.#tab(await this.#newWindow({ type: 'window', private: true }));
    await tab.goto(url);
    return tab;
  }

  /** Opens an address in a tab of a container, which has cookies of its own. */
  async openInContainer(url: string): Promise<Tab> {
    const handle = await this.#marionette.inBrowser<string>(IN_CONTAINER);
    const tab = this.#tab(new Window(this.#marionette, handle));
    await tab.goto(url);
    return tab;
  }

  async switchOff(): Promise<void> {
    await this.#marionette.inBrowser(`return (async () => { ${ADDON} await addon.disable(); })();`);
  }

  async stopBackground(): Promise<void> {
    // It gives a promise for the end; a page that asks may have started it again by then.
    await this.#marionette.inBrowser(STOP);
  }

  async backgroundStopper(): Promise<() => Promise<void>> {
    const marionette = this.#marionette;
    return async () => void (await marionette.inBrowser(STOP));
  }

  async runInBackground<T>(script: string): Promise<T> {
    const own = await this.#newWindow();
    const tab = this.#tab(own);
    const body = `return (async () => { ${IN_BACKGROUND} })();`.replace(
      'arguments[0]',
      JSON.stringify(script),
    );
    try {
      await tab.goto(`moz-extension://${UUID}/${OWN_PAGES.bare}`);
      const json = await own.ask<string | null>(body);
      return (json === null ? undefined : JSON.parse(json)) as T; // as the caller's script gives it
    } finally {
      await tab.close();
    }
  }

  async storageFails(fails: boolean): Promise<void> {
    await this.runInBackground(`
      globalThis.IDBObjectStore.prototype.wholePut ??= IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = ${fails}
        ? () => { throw new DOMException('The disk is full.', 'QuotaExceededError'); }
        : IDBObjectStore.prototype.wholePut;
      null`);
  }

  async storagePretends(): Promise<void> {
    await this.runInBackground(PRETENDING);
  }

  backgroundMemory(): Promise<string> {
    return Promise.reject(new Error("Firefox's heap snapshots do not hold the text of strings."));
  }

  async restart(meanwhile?: () => void): Promise<void> {
    await this.leave();
    meanwhile?.();
    await this.start();
    await this.#isReady();
  }

  async kill(meanwhile?: () => void): Promise<void> {
    if (this.#running) await killFirefox(this.#running.process);
    this.#running?.marionette.end();
    meanwhile?.();
    await this.start();
    await this.#isReady();
  }

  damage(damage: Damage): void {
    damageFirefox(this.profile, damage);
  }

  async setScheme(scheme: Scheme): Promise<void> {
    await this.#marionette.inBrowser(
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0]);
      Services.prefs.setIntPref('browser.display.document_color_use', arguments[1]);
      Services.prefs.setIntPref('ui.prefersReducedMotion', 1);`,
      scheme === 'dark' ? 0 : 1,
      // "Override the colours of pages": always, or with a theme of high contrast.
      scheme === 'forced' ? 2 : 0,
    );
  }

  async closed(): Promise<void> {
    const process_ = this.#running?.process;
    await new Promise((resolve) => process_?.once('exit', resolve));
  }

  async leave(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    if (running) await quitFirefox(running);
  }

  async quit(): Promise<void> {
    await this.leave();
    await this.#proxy?.close();
    await deleteFolders(this.profile, this.#folder, this.#downloads);
  }
}

/** Starts Firefox with a profile of its own. */
export async function launchFirefox(launch: Launch): Promise<FirefoxDriver> {
  const driver = new FirefoxDriver(launch);
  try {
    await driver.start();
    if (launch.extension ?? true) await driver.hasExtension();
    return driver;
  } catch (error) {
    await driver.quit();
    throw error;
  }
}

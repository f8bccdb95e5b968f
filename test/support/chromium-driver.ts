/** Chromium, by Playwright, with the built extension and the practice sites under their real host names. */
import { cpSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Dialog, type Download, type Page } from 'playwright';
import { findBrowser } from '../../scripts/find-browser.mjs';
import type { PracticeSites } from '../practice/server';
import { PRETENDING } from './background-storage';
import { backgroundStrings, backgroundStopper } from './chromium-background';
import { damageProfile } from './chromium-damage';
import { promptOf } from './chromium-prompt';
import {
  OWN_PAGES,
  until,
  type BrowserDriver,
  type Damage,
  type FileOf,
  type OwnPage,
  type Role,
  type Scheme,
  type Tab,
} from './driver';
import { deleteFolders } from './folders';
import { raiseVersion } from './version';

const DIST = join(import.meta.dirname, '../../dist/chromium');

export type Launch = {
  readonly sites: Pick<PracticeSites, 'port' | 'spki' | 'hosts'>;
  /** False: the same browser without the extension, for controls. */
  readonly extension?: boolean;
  readonly headless?: boolean;
  /** The X display of a window that is not headless, such as `:99`; absent: the one of this session. */
  readonly display?: string;
  /** Chromium's own language, such as `pt-BR`; absent: that of this session. */
  readonly language?: string;
  /** True: pages that are left stay alive for Back, as in a browser that nobody drives. */
  readonly backForwardCache?: boolean;
  /** False: Ctrl+C does not end it, and whoever launched it does. */
  readonly endsOnSignals?: boolean;
};

/** How long `--load-extension` may take before it counts as ignored, ms. */
const LOADING_MS = 5_000;

function argumentsFor({ sites, language, extension = true }: Launch, folder: string): string[] {
  const map = sites.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${sites.port}`);
  return [
    ...(extension ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
    '--enable-unsafe-extension-debugging',
    `--host-resolver-rules=${[...map, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
    `--ignore-certificate-errors-spki-list=${sites.spki}`,
    '--disable-quic',
    ...(language === undefined ? [] : [`--lang=${language}`]),
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

/** The driver, and Playwright's own context for what only Chromium can tell (measuring). */
export class ChromiumDriver implements BrowserDriver {
  readonly profile = mkdtempSync(join(tmpdir(), 'seenonce-profile-'));
  /** This browser's own copy of the extension, which an update changes. */
  readonly #folder = mkdtempSync(join(tmpdir(), 'seenonce-extension-'));
  #context: BrowserContext | null = null;
  /** The browser's own list of extensions, opened once: it takes a second of work each time. */
  #management: Page | null = null;
  #id = '';
  /** The browser knows site by site what the extension may see. */
  #bySite = false;

  constructor(private readonly launch: Launch) {
    cpSync(DIST, this.#folder, { recursive: true });
  }

  /** The extension is loaded from here. */
  get folder(): string {
    return this.#folder;
  }

  /** The extension's own. */
  get id(): string {
    return this.#id;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('The browser is not running.');
    return this.#context;
  }

  async start(): Promise<void> {
    const executablePath = findBrowser();
    if (!executablePath)
      throw new Error('No Chromium, Chrome or Edge is installed; SEENONCE_BROWSER can name one.');
    const { extension = true, headless = true, display, language, backForwardCache = false } = this.launch;
    const { endsOnSignals = true } = this.launch;
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      headless,
      handleSIGINT: endsOnSignals,
      handleSIGTERM: endsOnSignals,
      handleSIGHUP: endsOnSignals,
      env: {
        ...process.env,
        ...(display !== undefined && { DISPLAY: display }),
        // On Linux the switch alone does nothing.
        ...(language !== undefined && { LANGUAGE: language.replace('-', '_') }),
      },
      // Chromium's sandbox does not run as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: argumentsFor(this.launch, this.#folder),
      // Playwright's own switches; with the first nothing could be loaded when asked.
      ignoreDefaultArgs: [
        '--disable-extensions',
        ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
      ],
      viewport: headless ? { width: 1_200, height: 760 } : null,
    });
    await this.#context.grantPermissions(['clipboard-read', 'clipboard-write']);
    if (!extension) return;
    this.#id = await extensionId(this.#context, this.#folder);
  }

  async install(): Promise<void> {
    this.#id = await loadExtension(this.context, this.#folder);
  }

  async update(): Promise<void> {
    await this.#reload(raiseVersion(join(this.#folder, 'manifest.json')));
  }

  /** Runs in the browser's list of extensions, which may do what its user may. */
  async #manage<T>(script: string): Promise<T> {
    if (!this.#management || this.#management.isClosed()) {
      this.#management = await this.context.newPage();
      await this.#management.goto('chrome://extensions');
    }
    return this.#management.evaluate<T>(script);
  }

  /** What the list says of the extension. */
  #info(): Promise<Info> {
    return this.#manage<Info>(`chrome.developerPrivate.getExtensionInfo('${this.#id}')`);
  }

  /** Loads the extension anew from its folder. */
  async #reload(version: string): Promise<void> {
    await this.#manage(`(async () => {
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.reload('${this.#id}');
    })()`);
    await until(`version ${version} of the extension`, async () => {
      const info = await this.#info().catch(() => null);
      return info?.state === 'ENABLED' && info.version === version;
    });
  }

  async open(url: string): Promise<Tab> {
    const page = await this.context.newPage();
    await page.goto(url);
    return tabOf(page);
  }

  openOwn(page: OwnPage): Promise<Tab> {
    return this.open(`chrome-extension://${this.#id}/${OWN_PAGES[page]}`);
  }

  async tabAt(part: string): Promise<Tab> {
    const found = () => this.context.pages().find((each) => each.url().includes(part));
    const page = await until(`a tab at ${part}`, async () => found() ?? null);
    // Somebody else opened it: it may still load.
    await page.waitForLoadState();
    return tabOf(page);
  }

  async allow(origin: string): Promise<void> {
    // What the switch on that page calls. A question for what is granted already is answered at once.
    await this.#manage(`chrome.developerPrivate.addHostPermission('${this.#id}', '${origin}/*')`);
  }

  async withhold(...origins: string[]): Promise<void> {
    const before = await this.#granted();
    const call = (name: string, of: string) =>
      this.#manage(`chrome.developerPrivate.${name}('${this.#id}', '${of}')`);
    if (!this.#bySite) {
      // Only now the browser knows sites one by one, and has none.
      await this.#manage(
        `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${this.#id}', hostAccess: 'ON_SPECIFIC_SITES' })`,
      );
      const kept = before.filter((each) => !origins.some((origin) => each === `${origin}/*`));
      for (const each of kept) await call('addHostPermission', each);
      this.#bySite = true;
    } else {
      const patterns = origins.map((origin) => `${origin}/*`).filter((each) => before.includes(each));
      for (const each of patterns) await call('removeHostPermission', each);
    }
  }

  #granted(): Promise<string[]> {
    return this.runInBackground('chrome.permissions.getAll().then(({ origins }) => origins)');
  }

  async answersQuestions(own: Tab, answer: 'allow' | 'refuse'): Promise<void> {
    const page = pageOf.get(own);
    if (!page) throw new Error('This tab is of another browser.');
    // Headless Chromium shows no question and never answers: this is what happens after a person's answer.
    const grant = async (patterns: readonly string[]) => {
      if (answer === 'allow') for (const each of patterns) await this.allow(each.slice(0, -'/*'.length));
      return answer === 'allow';
    };
    await page.exposeFunction(`answer_${answer}`, grant);
    await page.evaluate(
      `chrome.permissions.request = ({ origins }) => { window.asked = origins; return window.answer_${answer}(origins); }`,
    );
  }

  async allowOptional(permission: string): Promise<void> {
    // Headless Chromium shows no question. What a version before had without asking is granted without one.
    const file = join(this.#folder, 'manifest.json');
    const manifest = readFileSync(file, 'utf8');
    const asked = JSON.parse(manifest) as { permissions: string[]; optional_permissions: string[] }; // ours has both
    const required = {
      ...asked,
      permissions: [...asked.permissions, permission],
      optional_permissions: asked.optional_permissions.filter((each) => each !== permission),
    };
    for (const text of [JSON.stringify(required), manifest]) {
      writeFileSync(file, text);
      await this.#reload(raiseVersion(file));
    }
  }

  async allowPrivate(): Promise<void> {
    // Changing this loads the extension anew, and outside of developer mode it would then stay switched off.
    await this.#manage(`(async () => {
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${this.#id}', incognitoAccess: true });
    })()`);
    await until('the extension to be allowed into private windows', async () => {
      const info = await this.#info().catch(() => null);
      return info?.state === 'ENABLED' && info.incognitoAccess.isActive;
    });
  }

  async openPrivate(url: string): Promise<Tab> {
    const opened = this.context.waitForEvent('page');
    await this.runInBackground(
      `chrome.windows.create({ incognito: true, url: ${JSON.stringify(url)} }).then(() => null)`,
    );
    const page = await opened;
    await page.waitForLoadState();
    return tabOf(page);
  }

  async switchOff(): Promise<void> {
    await this.#manage(`chrome.management.setEnabled('${this.#id}', false)`);
  }

  async stopBackground(): Promise<void> {
    // Not by a page of its own, and none that is closed afterwards: both would start it again.
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    const stop = await backgroundStopper(page);
    await stop();
  }

  async storageFails(fails: boolean): Promise<void> {
    const worker = background(this.context);
    if (!worker) throw new Error('The background is not running.');
    await worker.evaluate((failing) => {
      const held = globalThis as { wholePut?: typeof IDBObjectStore.prototype.put };
      // oxlint-disable-next-line typescript/unbound-method -- it is put back, and never called from here
      held.wholePut ??= IDBObjectStore.prototype.put;
      const full = () => {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.put = failing ? full : held.wholePut;
    }, fails);
  }

  async storagePretends(): Promise<void> {
    await this.runInBackground(PRETENDING);
  }

  async runInBackground<T>(script: string): Promise<T> {
    const worker = background(this.context);
    if (!worker) throw new Error('The background is not running.');
    return worker.evaluate<T>(script);
  }

  async backgroundStopper(): Promise<() => Promise<void>> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.#id}/${OWN_PAGES.bare}`);
    return backgroundStopper(page);
  }

  backgroundMemory(): Promise<string> {
    return backgroundStrings(this.context, this.#id);
  }

  async restart(meanwhile?: () => void): Promise<void> {
    await this.leave();
    meanwhile?.();
    await this.start();
  }

  async kill(meanwhile?: () => void): Promise<void> {
    // The profile's lock is a link to "<host>-<pid>" of the process that we started.
    const pid = Number(readlinkSync(join(this.profile, 'SingletonLock')).split('-').at(-1));
    const closed = this.context.waitForEvent('close', { timeout: 20_000 });
    process.kill(pid, 'SIGKILL');
    await closed;
    this.#context = null;
    rmSync(join(this.profile, 'SingletonLock'), { force: true });
    meanwhile?.();
    await this.start();
  }

  damage(damage: Damage): void {
    damageProfile(this.profile, damage);
  }

  async setScheme(scheme: Scheme): Promise<void> {
    const forcedColors = scheme === 'forced' ? 'active' : 'none';
    const colorScheme = scheme === 'forced' ? 'light' : scheme;
    // Without motion: a picture of half a colour change shows nothing that anybody sees.
    for (const page of this.context.pages())
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  }

  async closed(): Promise<void> {
    await this.context.waitForEvent('close', { timeout: 0 });
  }

  async leave(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  async quit(): Promise<void> {
    await this.leave();
    await deleteFolders(this.profile, this.#folder);
  }
}

/** A part of `chrome.developerPrivate.ExtensionInfo`. */
type Info = {
  readonly state: string;
  readonly version: string;
  readonly incognitoAccess: { readonly isActive: boolean };
};

const background = (context: BrowserContext) => context.serviceWorkers()[0] ?? null;

/** Waits until the extension's background runs. */
async function extensionId(context: BrowserContext, folder: string): Promise<string> {
  const started = until('the extension', async () => background(context), LOADING_MS);
  const worker = await started.catch(() => null);
  // Google Chrome and Edge ignore the switch since version 137 (2025-05).
  return worker ? new URL(worker.url()).host : loadExtension(context, folder);
}

/** Loads the extension into the running browser, as "Load unpacked" does. */
async function loadExtension(context: BrowserContext, folder: string): Promise<string> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('This browser loads no extension when asked.');
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: folder });
  await until('the extension, loaded on request', async () => background(context));
  return id;
}

/** The worlds that extensions have in this page. */
export async function extensionScripts(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const worlds = new Set<string>();
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.add(context.uniqueId);
  });
  // It tells of all that are there before it answers.
  await cdp.send('Runtime.enable');
  await cdp.detach();
  return worlds.size;
}

/** Runs a script in the isolated world that the extension has in this page. */
async function inContentScript<T>(page: Page, script: string): Promise<T> {
  const cdp = await page.context().newCDPSession(page);
  try {
    let world: number | null = null;
    cdp.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
      if (origin.startsWith('chrome-extension://')) world = id;
    });
    await cdp.send('Runtime.enable');
    const contextId = await until("the content script's world", async () => world);
    const answer = await cdp.send('Runtime.evaluate', {
      contextId,
      expression: script,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? 'It threw.');
    // The caller knows what its script gives.
    return answer.result.value as T;
  } finally {
    await cdp.detach();
  }
}

/** Playwright's own tap wants a browser that was started for touching. */
async function tap(page: Page, x: number, y: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.synthesizeTapGesture', { x, y });
  await cdp.detach();
}

/** It stays as long as the tab, or until it is set back. */
async function setLetters(page: Page, size: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.enable');
  await cdp.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: (size * 13) / 16 } });
}

/** It stays as long as the tab, over its navigations. */
async function addAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** `true`: the browser asked first. */
async function leave(page: Page, how: 'reload' | 'close'): Promise<boolean> {
  let asked = false;
  const goThrough = (dialog: Dialog) => {
    asked = true;
    void dialog.accept();
  };
  page.on('dialog', goThrough);
  if (how === 'reload') {
    await page.reload();
  } else {
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  }
  page.off('dialog', goThrough);
  return asked;
}

/** Waits for something in a page; if it does not come, the error says what the page shows instead. */
async function telling(page: Page, wait: () => Promise<void>): Promise<void> {
  try {
    await wait();
  } catch (error) {
    const shown = await page.evaluate('document.body.innerText').catch(() => 'nothing');
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}\n${page.url()} shows: ${String(shown)}`, { cause: error });
  }
}

/** Notes what a page downloads from now on. */
function downloadsOf(page: Page): () => Promise<readonly FileOf[]> {
  const begun: Download[] = [];
  page.on('download', (download) => begun.push(download));
  const fileOf = async (download: Download) => ({
    name: download.suggestedFilename(),
    bytes: readFileSync(await download.path()),
  });
  return () => Promise.all(begun.map(fileOf));
}

/** Playwright's page of a tab, for what a scenario asks the driver about it. */
const pageOf = new WeakMap<Tab, Page>();

function tabOf(page: Page): Tab {
  // Playwright gives password fields no role; screen readers call them text boxes.
  const find = (role: Role, name: string) =>
    role === 'textbox'
      ? page.getByRole(role, { name, exact: true }).or(page.getByLabel(name, { exact: true }))
      : page.getByRole(role, { name, exact: true });
  const tab: Tab = {
    url: async () => page.url(),
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    // A page that was kept alive fires no `load` when it is shown again.
    back: async () => void (await page.goBack({ waitUntil: 'commit' })),
    front: () => page.bringToFront(),
    close: () => page.close({ runBeforeUnload: false }),
    isOpen: () => !page.isClosed(),
    leave: (how) => leave(page, how),
    beginToCloseAndStay: async () => {
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      await (await asked).dismiss();
    },
    click: (role, name) => telling(page, () => find(role, name).first().click()),
    type: (role, name, text) => telling(page, () => find(role, name).first().fill(text)),
    choose: async (name, option) =>
      void (await page.getByLabel(name).first().selectOption({ label: option })),
    press: (key) => page.keyboard.press(key),
    rightClick: (selector) => page.locator(selector).click({ button: 'right' }),
    holdDown: async (key) => {
      for (let n = 0; n < 4; n += 1) await page.keyboard.down(key);
      await page.keyboard.up(key);
    },
    hold: async (role, name, meanwhile) => {
      await telling(page, () => find(role, name).first().hover());
      await page.mouse.down();
      await meanwhile();
      await page.mouse.up();
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    pointAt: (x, y) => page.mouse.move(x, y),
    tapAt: (x, y) => tap(page, x, y),
    isOn: (name) => find('checkbox', name).isChecked(),
    shows: async (role, name) => {
      await find(role, name).first().waitFor();
      return find(role, name).first().innerText();
    },
    says: (text) => telling(page, () => page.getByText(text).first().waitFor()),
    count: (role, name) => find(role, name).count(),
    run: <T>(script: string) => page.evaluate<T>(script),
    runAsContentScript: <T>(script: string) => inContentScript<T>(page, script),
    extensionScripts: () => extensionScripts(page),
    clipboard: async () => {
      await page.bringToFront();
      return page.evaluate(() => navigator.clipboard.readText());
    },
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    resize: (width, height) => page.setViewportSize({ width, height }),
    setLetters: (size) => setLetters(page, size),
    downloads: downloadsOf(page),
    upload: (name, { name: called, bytes }) =>
      page.getByLabel(name, { exact: true }).setInputFiles({
        name: called,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      }),
    addAuthenticator: () => addAuthenticator(page),
    prompt: promptOf(page),
  };
  pageOf.set(tab, page);
  return tab;
}

/** Starts Chromium with a profile of its own. */
export async function launchChromium(launch: Launch): Promise<ChromiumDriver> {
  const driver = new ChromiumDriver(launch);
  await driver.start();
  return driver;
}

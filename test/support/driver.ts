/**
 * What a scenario needs of a browser. Scenarios are written once against this; a second browser needs a
 * driver and no second set of tests. Every wait is for a fact, and throws after a generous time.
 */

export type Role =
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'heading'
  | 'link'
  | 'list'
  | 'listitem'
  | 'menuitem'
  | 'option'
  | 'radio'
  | 'searchbox'
  | 'status'
  | 'textbox';

/** SeenOnce's prompt in a page, found as a screen reader finds it, through the closed shadow root. */
export type PromptDriver = {
  /** Waits until a button of that name is there and ready, and clicks it where it is drawn. */
  readonly click: (button: string) => Promise<void>;
  /** The same as a slow hand does it: `meanwhile` happens between the press and the release. */
  readonly clickSlowly: (button: string, meanwhile: () => Promise<void>) => Promise<void>;
  /** Moves the mouse to a button. */
  readonly pointAt: (button: string) => Promise<void>;
  /** Waits until a button of that name is there and ready. */
  readonly ready: (button: string) => Promise<void>;
  /** Waits until the prompt's text contains this; gives the whole text. */
  readonly says: (text: string) => Promise<string>;
  /** The whole text of the prompt now, or `null` if there is none. */
  readonly text: () => Promise<string | null>;
  /** Waits until a `status` in the prompt begins with this: what a screen reader announces. */
  readonly announces: (beginning: string) => Promise<void>;
  /** Waits until the button of that name has the focus. */
  readonly hasFocusOn: (button: string) => Promise<void>;
  /** Waits until there is no prompt. */
  readonly isGone: () => Promise<void>;
};

/** A file as it comes out of the browser, or goes in. */
export type FileOf = { readonly name: string; readonly bytes: Uint8Array };

export type Tab = {
  readonly url: () => Promise<string>;
  readonly goto: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly back: () => Promise<void>;
  readonly front: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly isOpen: () => boolean;
  /** Reloads or closes as a person does, and goes through with it whatever the browser asks. `true`: it asked. */
  readonly leave: (how: 'reload' | 'close') => Promise<boolean>;
  /** Begins to close the tab, waits until the browser asks, and stays. */
  readonly beginToCloseAndStay: () => Promise<void>;
  /** Waits for the element; the name is exact. */
  readonly click: (role: Role, name: string) => Promise<void>;
  readonly type: (role: Role, name: string, text: string) => Promise<void>;
  readonly choose: (name: string, option: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  /** Holds a key down until it has repeated a few times, and lets it go. */
  readonly holdDown: (key: string) => Promise<void>;
  /** Presses the mouse on an element, lets something happen, and lets it go. */
  readonly hold: (role: Role, name: string, meanwhile: () => Promise<void>) => Promise<void>;
  /** Clicks where it says, whatever is there; CSS px from the upper left corner of what is visible. */
  readonly clickAt: (x: number, y: number) => Promise<void>;
  /** Opens the browser's own menu at an element. */
  readonly rightClick: (selector: string) => Promise<void>;
  /** Moves the mouse to where it says. */
  readonly pointAt: (x: number, y: number) => Promise<void>;
  /** A finger's tap where it says. */
  readonly tapAt: (x: number, y: number) => Promise<void>;
  /** Is the checkbox of that name ticked? Waits for it. */
  readonly isOn: (name: string) => Promise<boolean>;
  /** Waits until the element is shown; gives its text. */
  readonly shows: (role: Role, name: string) => Promise<string>;
  /** Waits until the page's visible text contains this. */
  readonly says: (text: string) => Promise<void>;
  /** How many such elements are shown now. */
  readonly count: (role: Role, name: string) => Promise<number>;
  /** Runs in the page's own world. */
  readonly run: <T>(script: string) => Promise<T>;
  /** Runs where SeenOnce's content script runs: in its world of this page, with what it may call. */
  readonly runAsContentScript: <T>(script: string) => Promise<T>;
  /** How many scripts of extensions run in the page, each in a world of its own. */
  readonly extensionScripts: () => Promise<number>;
  /** What a copy left on the clipboard. */
  readonly clipboard: () => Promise<string>;
  readonly screenshot: (file: string) => Promise<void>;
  /** Makes what is visible of the page this large, CSS px. */
  readonly resize: (width: number, height: number) => Promise<void>;
  /** The size of letters that somebody chose in the browser, CSS px; 16 where nobody did. */
  readonly setLetters: (size: number) => Promise<void>;
  /** Every file that the browser was given to download by this tab, the newest last. */
  readonly downloads: () => Promise<readonly FileOf[]>;
  /** Chooses a file in the file box of that name. */
  readonly upload: (name: string, file: FileOf) => Promise<void>;
  /** Gives this tab a security key with PRF that confirms by itself. It knows no other tab's passkeys. */
  readonly addAuthenticator: () => Promise<void>;
  readonly prompt: PromptDriver;
};

/** Pages of the extension, by their paths in it. */
export const OWN_PAGES = {
  popup: 'src/popup/popup.html',
  options: 'src/options/options.html',
  welcome: 'src/welcome/welcome.html',
  practice: 'src/welcome/practice.html',
  /** Nothing of ours is drawn there, but what is asked in it may ask the background what every own page may. */
  bare: 'icons/16.png',
} as const;

/** `forced`: the few colours of somebody's own that forced-colors brings. */
export type Scheme = 'light' | 'dark' | 'forced';

export type OwnPage = keyof typeof OWN_PAGES;

/** What happens to the extension's storage on the disk. The second copy is that of the vault's header. */
export type Damage =
  | 'none'
  | 'database cut in half'
  | 'end of the database torn' // as when the power fails in the middle of a write
  | 'one byte of the database flipped'
  | 'database not to be opened'
  | 'database gone'
  | 'second copy gone'
  | 'second copy emptied'
  | 'one byte of the second copy flipped'
  | 'both gone';

export type BrowserDriver = {
  /** The profile's folder on disk. */
  readonly profile: string;
  readonly open: (url: string) => Promise<Tab>;
  readonly openOwn: (page: OwnPage) => Promise<Tab>;
  /** Waits for a tab whose address contains this, opened by somebody else. */
  readonly tabAt: (part: string) => Promise<Tab>;
  /** Lets SeenOnce have an origin before it asks: headless browsers show no such question. */
  readonly allow: (origin: string) => Promise<void>;
  /** Takes origins (`https://*.ghe.com` too) back from SeenOnce, as the user can in the browser at any time. */
  readonly withhold: (...origins: string[]) => Promise<void>;
  /** Answers the next questions for permissions that a click in this tab asks. */
  readonly answersQuestions: (own: Tab, answer: 'allow' | 'refuse') => Promise<void>;
  /** Lets SeenOnce have an optional permission (`notifications`); it may begin anew with that. */
  readonly allowOptional: (permission: string) => Promise<void>;
  /** Lets SeenOnce into private windows, as the user can in the browser; it may begin anew with that. */
  readonly allowPrivate: () => Promise<void>;
  /** Opens an address in a private window. */
  readonly openPrivate: (url: string) => Promise<Tab>;
  /** Installs the extension into a browser that was started without it. */
  readonly install: () => Promise<void>;
  /** Updates the extension to a next version, at once, as a reload in the browser's list of extensions does. */
  readonly update: () => Promise<void>;
  /** Switches the extension off in the browser's list, as its user can at any time. */
  readonly switchOff: () => Promise<void>;
  /** Stops the extension's background; the next message starts it again. */
  readonly stopBackground: () => Promise<void>;
  /** Makes the extension's database refuse every write, as a full disk does, or work again. */
  readonly storageFails: (fails: boolean) => Promise<void>;
  /** Makes the extension's storage keep new records in memory only, and read them back from there: it says "done" and has done nothing. */
  readonly storagePretends: () => Promise<void>;
  /** Opens a page of the extension's own that stops its background as often, and as quickly, as asked. */
  readonly backgroundStopper: () => Promise<() => Promise<void>>;
  /** All strings that the extension's background can still reach in its memory, one a line. */
  readonly backgroundMemory: () => Promise<string>;
  /** Runs in the extension's background. */
  readonly runInBackground: <T>(script: string) => Promise<T>;
  /** Ends the browser as a user does, and starts it again on the same profile. `meanwhile`: something happens to the profile. */
  readonly restart: (meanwhile?: () => void) => Promise<void>;
  /** Ends the browser's processes at once, and starts it again on the same profile. */
  readonly kill: (meanwhile?: () => void) => Promise<void>;
  /** Damages the profile of a browser that has ended. */
  readonly damage: (damage: Damage) => void;
  /** For the pages that are open. */
  readonly setScheme: (scheme: Scheme) => Promise<void>;
  /** Resolves when somebody closed the browser's window. */
  readonly closed: () => Promise<void>;
  /** Ends the browser and deletes the profile. */
  readonly quit: () => Promise<void>;
  /** Ends the browser and leaves the profile, to be looked at on disk. */
  readonly leave: () => Promise<void>;
};

/** One scrypt takes a second of a whole core, and twenty where ten programs share two, ms. */
const PATIENCE_MS = 60_000;

/** Asks until the answer is there, every `pause` ms. `what` is said when it does not come within `ms`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | false>,
  ms = PATIENCE_MS,
  pause = 30,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${ms / 1_000} s for ${what}.`);
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
}

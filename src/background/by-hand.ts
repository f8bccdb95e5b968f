/**
 * "Save as token" on any site: a menu entry and a keyboard command for the selected text or the focused
 * field. The browser lends this one tab for that one click (`activeTab`); no site is asked for. Name and
 * expiry are asked for in a window of ours, and until it is answered the token waits in memory.
 */
import browser from '../browser';
import type { ByHand, SightingState } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { UNTOLD, type Expiry } from '../providers/provider';
import { text } from '../text/text';
import { OTHER } from '../tokens/token';
import { newId } from '../vault/record';
import { changing } from './changing';
import { entryOf, memoryOf, newEntry, putEntry, putSeen, seenBefore } from './entry';
import { fingerprintsOfSecret } from './fingerprint';
import { savedState } from './held';
import { saveHeld } from './saving';
import { selectedText } from './selection';
import { providerAt } from './sites';
import { vaultState } from './unlock';

const MENU = 'save-by-hand';
export const BY_HAND_COMMAND = 'save-by-hand';

const SHORTEST = 8;
const LONGEST = 4_096;
/**
 * The tab is lent with the click, yet now and then, on a busy machine, the first answer is still no and a
 * moment later yes (seen with Chromium 156; presumably the page's own process hears of the loan too late).
 */
const LENT_AFTER_MS = [0, 50, 150, 400, 1_000];

type Tab = {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito?: boolean | undefined;
};
/** Where the click was. Without a frame: in the one that has the focus. */
type Click = { readonly frameId?: number | undefined; readonly selectionText?: string | undefined };
/** Why there is nothing to save; the window says it in words. */
type Nothing = 'nothing' | 'no-site' | 'no-access' | 'wrong-length';

/**
 * On a page too: a read-only field, the usual place of a token, is neither a selection nor editable to
 * Chromium (seen in 156). Firefox has a context of its own for password fields.
 */
const CONTEXTS = ['selection', 'editable', 'page', 'frame'] as const;

/** Makes the menu entry. It outlives the background in both browsers, so this is for installation and update. */
export async function makeMenu(): Promise<void> {
  const inFirefox = browser.runtime.getURL('').startsWith('moz-');
  const password = inFirefox ? (['password'] as const) : [];
  await browser.contextMenus.removeAll();
  const title = text('menu_save_by_hand');
  browser.contextMenus.create({ id: MENU, title, contexts: [...CONTEXTS, ...password] });
}

/** Takes what is selected and opens the window that asks for its name. */
export async function takeByHand(told: Tab | undefined, click: Click = {}): Promise<void> {
  // Both browsers may leave the tab out of a command.
  const tab = told ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  const taken = tab && (await take(tab, click));
  const hash = typeof taken === 'object' ? taken.id : (taken ?? 'nothing');
  const { tabs } = await browser.windows.create({
    url: browser.runtime.getURL(`src/save/save.html#${hash}`),
    type: 'popup',
    width: 400,
    height: 480,
  });
  const tabId = tabs?.[0]?.id;
  if (typeof taken !== 'object' || tabId === undefined) return;
  // Its ten minutes begin when the window is closed.
  const entry = await entryOf(taken.id);
  if (entry) await changing(() => putEntry({ ...entry, tabId }));
}

async function take(tab: Tab, click: Click): Promise<{ id: string } | Nothing> {
  const url = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return 'no-site';
  const found = await read(tab.id ?? -1, click);
  const secret = found ?? click.selectionText?.trim();
  if (!secret) return found === undefined ? 'no-access' : 'nothing';
  if (secret.length < SHORTEST || secret.length > LONGEST) return 'wrong-length';
  return { id: await changing(() => holdByHand(url, secret, tab.incognito === true)) };
}

/** `undefined`: a page that the browser lets no extension look into, or a frame of another site. */
async function read(tabId: number, { frameId }: Click): Promise<string | null | undefined> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  for (const wait of LENT_AFTER_MS) {
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    // It throws where no frame may be looked into, or, asked for all, gives an empty list.
    const frames = await browser.scripting.executeScript({ target, func: selectedText }).catch(() => []);
    const texts = frames.map(({ result }) => result);
    const found = texts.find((each): each is string => typeof each === 'string');
    if (texts.length > 0) return found ?? null;
  }
  return undefined;
}

/** A known site's own kind if it has that form; else a token of no provider. */
async function kindOf(origin: string, secret: string): Promise<{ provider: string; kind: string }> {
  const provider = await providerAt(origin);
  const kind = Object.entries(provider?.kinds ?? {}).find(([, { strict }]) => strict.test(secret));
  return provider && kind ? { provider: provider.id, kind: kind[0] } : { provider: OTHER, kind: 'token' };
}

/** Keeps it in memory, with its secret, until its name is told: sealed, its name could not be added while locked. */
async function holdByHand(
  { origin, pathname }: URL,
  secret: string,
  inPrivateWindow: boolean,
): Promise<string> {
  const prints = await fingerprintsOfSecret(origin, secret);
  const id = (await seenBefore(prints)) ?? newId();
  const { entry, saved } = await memoryOf(id);
  if (saved || entry?.secret) return id;
  const seen = { ...(await kindOf(origin, secret)), secret, path: pathname, details: UNTOLD };
  const incognito = inPrivateWindow && entry?.incognito !== false;
  const from = { origin, tabId: -1, documentId: null, incognito };
  await putSeen(prints, id);
  await putEntry({ ...newEntry(id, seen, from, entry?.details ?? UNTOLD), secret, byHand: true });
  return id;
}

/** What the window shows of it. Refuses with `not-held`. */
export async function byHand(id: string): Promise<ByHand> {
  const { entry, saved } = await memoryOf(id);
  const vault = await vaultState();
  if (saved) {
    const { origin, details } = saved;
    return {
      host: new URL(origin).host,
      ends: null,
      name: details.name,
      spaces: false,
      vault,
      sighting: await savedState(),
    };
  }
  if (!entry) throw new Refusal('not-held');
  const { origin, ends, details, secret, state } = entry;
  const spaces = /\s/.test(secret ?? '');
  return { host: new URL(origin).host, ends, name: details.name, spaces, vault, sighting: { state } };
}

/** Saves it under the name that was asked for, locked or not. Refuses with `not-held`. */
export async function saveByHand(id: string, name: string | null, expires: Expiry): Promise<SightingState> {
  const entry = await entryOf(id);
  if (entry) await putEntry({ ...entry, details: { ...entry.details, name, expires } });
  return saveHeld(id);
}

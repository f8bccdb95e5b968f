/** Opens our own pages, each in one tab. */
import browser from '../browser';
import { recall, remember } from '../storage/session';

const PATHS = {
  welcome: 'src/welcome/welcome.html',
  vault: 'src/welcome/welcome.html#save',
  tokens: 'src/popup/popup.html',
  ending: 'src/options/options.html#ending',
} as const;

/** Shows the page in the tab that it was last opened in, if that is still there, else in a new one. */
export async function openPage(page: keyof typeof PATHS): Promise<void> {
  const url = browser.runtime.getURL(PATHS[page]);
  const [address = url] = url.split('#');
  const key = `tab:${address}`;
  const before = await recall<number>(key);
  if (before !== undefined && (await show(before, address, url))) return;
  const tab = await browser.tabs.create({ url });
  await remember(key, tab.id);
}

/** `false` if the tab was closed, or shows something else by now. */
async function show(tabId: number, address: string, url: string): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId);
    // The address of a tab of our own origin is told without the `tabs` permission.
    if (tab.url?.split('#')[0] !== address) return false;
    await browser.tabs.update(tabId, { active: true, ...(tab.url !== url && { url }) });
    if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}

/** The popup under the toolbar icon, or, where the browser does not open it by itself, in a tab. */
export async function openTokens(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await openPage('tokens');
  }
}

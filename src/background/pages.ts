/** Opens our own pages, each in one tab. */
import browser from '../browser';
import { recall, remember } from '../storage/session';

const PATHS = {
  welcome: 'src/welcome/welcome.html',
  vault: 'src/welcome/welcome.html#save',
  tokens: 'src/popup/popup.html',
} as const;

/** Shows the page in the tab it was last opened in, if that is still there, else in a new one. */
export async function openPage(page: keyof typeof PATHS): Promise<void> {
  const key = `tab:${page}`;
  const before = await recall<number>(key);
  const url = browser.runtime.getURL(PATHS[page]);
  if (before !== undefined && (await show(before, url))) return;
  const tab = await browser.tabs.create({ url });
  await remember(key, tab.id);
}

async function show(tabId: number, url: string): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId);
    // The address of a tab of our own origin is told without the `tabs` permission.
    if (!tab.url?.startsWith(url)) return false;
    await browser.tabs.update(tabId, { active: true });
    if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    return true;
  } catch {
    return false; // closed meanwhile
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

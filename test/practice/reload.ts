/** The extension is loaded anew from its folder, with what it has stored, and its pages come back. */
import type { BrowserContext } from 'playwright';
import type { ChromiumDriver } from '../support/chromium-driver';

/** As "Load unpacked" does it: the browser's own reload would need a page of the browser, in front of all others. */
async function load(context: BrowserContext, folder: string): Promise<void> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('This browser loads no extension when asked.');
  const started = context.waitForEvent('serviceworker', { timeout: 5_000 }).catch(() => null);
  await cdp.send('Extensions.loadUnpacked', { path: folder });
  await cdp.detach();
  if (!(await started)) throw new Error('Its background does not start; chrome://extensions says why.');
}

/** Rejects with what is wrong with it. */
export async function reload({ context, folder, id }: ChromiumDriver): Promise<void> {
  const own = context.pages().filter((page) => page.url().startsWith(`chrome-extension://${id}/`));
  const shown = own.map((page) => ({ page, url: page.url() }));
  // The browser would close them, and itself with the last one.
  await Promise.all(own.map((page) => page.goto('about:blank')));
  try {
    await load(context, folder);
  } finally {
    await Promise.all(shown.map(({ page, url }) => page.goto(url)));
  }
}

/** After installation and update: open tabs get the script, so that a token on the screen is not missed. */
import browser from '../browser';

/** Injects the declared content scripts into the provider tabs that are open already. */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const { js = [], matches = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    // Firefox injects by itself at installation: the script's own once-per-world flag makes this harmless.
    const tabs = await browser.tabs.query({ url: matches });
    await Promise.allSettled(
      tabs.map((tab) => browser.scripting.executeScript({ target: { tabId: tab.id ?? -1 }, files: js })),
    );
  }
}

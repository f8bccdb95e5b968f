/** Tabs that are open already get the script too, so that a token on the screen is not missed. */
import browser from '../browser';
import { allSites, providerById } from './sites';

/** The files of a provider's content script, as the manifest declares it for the built-in hosts. */
export function scriptsOf(provider: string): string[] {
  const [pattern = ''] = providerById(provider)?.matches ?? [];
  const declared = browser.runtime.getManifest().content_scripts ?? [];
  return declared.find(({ matches }) => matches?.includes(pattern))?.js ?? [];
}

/** Injects files into the open tabs that fit. The script's own once-per-world flag makes a second time harmless. */
export async function inject(files: string[], matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map((tab) => browser.scripting.executeScript({ target: { tabId: tab.id ?? -1 }, files })),
  );
}

/**
 * After installation, after an update, and when the browser grants a host that it had withheld: neither
 * browser injects into open pages then (Firefox does at installation, which the flag makes harmless).
 */
export async function injectIntoOpenTabs(): Promise<void> {
  for (const { js = [], matches = [] } of browser.runtime.getManifest().content_scripts ?? [])
    await inject(js, matches);
  for (const [origin, provider] of Object.entries((await allSites()).servers))
    await inject(scriptsOf(provider), [`${origin}/*`]);
}

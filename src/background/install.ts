/** Tabs that are open already get the script too, so that a token on the screen is not missed. */
import browser from '../browser';
import { allSites, providerById } from './sites';

/**
 * The content scripts that the manifest declares. Firefox gives their files as whole addresses
 * (`moz-extension://…`, ESR 153), and takes only paths when they are registered.
 */
function declared(): { js: string[]; matches: string[] }[] {
  const own = browser.runtime.getURL('');
  const path = (file: string) => (file.startsWith(own) ? file.slice(own.length) : file);
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.map(({ js, matches }) => ({ js: js?.map(path) ?? [], matches: matches ?? [] }));
}

/** The files of a provider's content script, as the manifest declares it for the built-in hosts. */
export function scriptsOf(provider: string): string[] {
  const [pattern = ''] = providerById(provider)?.matches ?? [];
  return declared().find(({ matches }) => matches.includes(pattern))?.js ?? [];
}

/**
 * Injects files into the open tabs that fit. A script that is there already begins anew (`content/begin.ts`).
 * @param among only into tabs that fit these patterns too
 */
export async function inject(files: string[], matches: string[], among = matches): Promise<void> {
  const [fitting, chosen] = await Promise.all([matches, among].map((url) => browser.tabs.query({ url })));
  const ids = new Set(chosen?.map(({ id }) => id));
  const tabs = fitting?.filter(({ id }) => ids.has(id)) ?? [];
  await Promise.allSettled(
    tabs.map((tab) => browser.scripting.executeScript({ target: { tabId: tab.id ?? -1 }, files })),
  );
}

/**
 * After installation, after an update, and when the browser grants a host that it had withheld: neither
 * browser injects into open pages then (Firefox does at installation, where a second time is harmless).
 * @param granted the patterns that were granted; absent: all
 */
export async function injectIntoOpenTabs(granted?: string[]): Promise<void> {
  if (granted?.length === 0) return;
  for (const { js, matches } of declared()) await inject(js, matches, granted);
  for (const [origin, provider] of Object.entries((await allSites()).servers))
    await inject(scriptsOf(provider), [`${origin}/*`], granted);
}

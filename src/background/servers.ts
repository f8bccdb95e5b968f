/**
 * People's own servers: the provider's content script, registered for one origin each. An update of the
 * extension wipes what was registered (both browsers), so every start of the background puts it back.
 */
import browser from '../browser';
import type { Sites } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { providerOf } from '../providers';
import { inject, scriptsOf } from './install';
import { queue } from './queue';
import { allSites, changeSites, providerById } from './sites';

const ID = 'server:';

const patternOf = (origin: string) => `${origin}/*`;

function registration(origin: string, provider: string) {
  return {
    id: ID + origin,
    js: scriptsOf(provider),
    matches: [patternOf(origin)],
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
}

/** A start of the background and a click on the options page must not register the same server at once. */
const inTurn = queue();

/** Registers what is missing, looks at the open tabs that went without, and ends what is no longer wanted. */
export function registerServers(): Promise<void> {
  return inTurn(register);
}

/** The same at a start of the background, which has an answer to give: most people have no such server. */
export async function restoreServers(): Promise<void> {
  if (Object.keys((await allSites()).servers).length > 0) await registerServers();
}

async function register(): Promise<void> {
  const { servers } = await allSites();
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const wanted = Object.entries(servers).map(([origin, provider]) => registration(origin, provider));
  const missing = wanted.filter(({ id, js }) => !registered.includes(id) && js.length > 0);
  const excess = registered.filter((id) => !wanted.some((each) => each.id === id));
  if (excess.length > 0) await browser.scripting.unregisterContentScripts({ ids: excess });
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
  for (const { js, matches } of missing) await inject(js, matches);
}

/** Watches a server, in its open tabs too. Refuses with `known-site`, `refused`. */
export async function addServer(origin: string, provider: string): Promise<Sites> {
  if (!providerById(provider)?.selfHosted) throw new Refusal('refused');
  const { servers, off } = await allSites();
  if (providerOf(origin) || Object.hasOwn(servers, origin)) throw new Refusal('known-site');
  const changed = await changeSites(() => ({
    servers: { ...servers, [origin]: provider },
    off: off.filter((each) => each !== origin),
  }));
  await registerServers();
  return changed;
}

/** Ends the watching of a server. Its open tabs are silent at once: their script reads the same list. */
export async function removeServer(origin: string): Promise<Sites> {
  const changed = await changeSites(({ servers, off }) => ({
    servers: Object.fromEntries(Object.entries(servers).filter(([each]) => each !== origin)),
    off: off.filter((each) => each !== origin),
  }));
  await registerServers();
  await browser.permissions.remove({ origins: [patternOf(origin)] });
  return changed;
}

/** What a creation form said, kept in memory for ten minutes: the value may appear on the next page. */
import type { PageSender } from '../messages/receive';
import type { Details, Provider } from '../providers/provider';
import { forget, recall, remember } from '../storage/session';

const KEEP_MS = 10 * 60_000;

type Form = { readonly origin: string; readonly details: Details; readonly at: number };

const keyOf = (from: PageSender) => `form:${from.tabId}`;

/** Without the scopes that others imply, as the site stores them. */
function asStored(scopes: readonly string[], { implies = {} }: Provider): readonly string[] {
  const implied = new Set(scopes.flatMap((scope) => implies[scope] ?? []));
  return scopes.filter((scope) => !implied.has(scope));
}

/** The last form of a tab wins (a form sent twice, GitHub's confirmation). */
export async function rememberForm(provider: Provider, details: Details, from: PageSender): Promise<void> {
  const scopes = details.scopes && asStored(details.scopes, provider);
  const form: Form = { origin: from.origin, details: { ...details, scopes }, at: Date.now() };
  await remember(keyOf(from), form);
}

/** Takes the form that was last sent in this tab to this origin within ten minutes, or `null`. It serves one token. */
export async function takeForm(from: PageSender): Promise<Details | null> {
  const form = await recall<Form>(keyOf(from));
  await forget(keyOf(from));
  const fits = form && form.origin === from.origin && Date.now() - form.at < KEEP_MS;
  return fits ? form.details : null;
}

/**
 * What a creation form said, kept in memory for ten minutes, and no longer than its tab: the value may appear on
 * the next page. A page can send as many as it likes, so there is room for few.
 */
import type { PageSender } from '../messages/receive';
import type { Details, Provider } from '../providers/provider';
import { forget, recall, recallAll, remember } from '../storage/session';

const KEEP_MS = 10 * 60_000;
/** Of all tabs together; nobody fills in more at a time. */
const MOST_FORMS = 30;
const FORM = 'form:';

type Form = { readonly origin: string; readonly details: Details; readonly at: number };

const keyOf = ({ tabId }: Pick<PageSender, 'tabId'>) => `${FORM}${tabId}`;

/** Without the scopes that others imply, as the site stores them. */
function asStored(scopes: readonly string[], { implies = {} }: Provider): readonly string[] {
  const implied = new Set(scopes.flatMap((scope) => implies[scope] ?? []));
  return scopes.filter((scope) => !implied.has(scope));
}

/** The last form of a tab wins (a form sent twice, GitHub's confirmation). */
export async function rememberForm(provider: Provider, details: Details, from: PageSender): Promise<void> {
  const scopes = details.scopes && asStored(details.scopes, provider);
  const form: Form = { origin: from.origin, details: { ...details, scopes }, at: Date.now() };
  await makeRoom();
  await remember(keyOf(from), form);
}

/** Lets go of the oldest, so that there is room for one more. */
async function makeRoom(): Promise<void> {
  const forms = [...(await recallAll<Form>(FORM))].toSorted(([, a], [, b]) => b.at - a.at);
  const old = forms.slice(MOST_FORMS - 1);
  if (old.length > 0) await forget(...old.map(([tab]) => FORM + tab));
}

/** A tab was closed: what its form said is of no use any more. */
export const dropForm = (tabId: number): Promise<void> => forget(keyOf({ tabId }));

/** Takes the form that was last sent in this tab to this origin within ten minutes, or `null`. It serves one token. */
export async function takeForm(from: PageSender): Promise<Details | null> {
  const form = await recall<Form>(keyOf(from));
  await forget(keyOf(from));
  const fits = form && form.origin === from.origin && Date.now() - form.at < KEEP_MS;
  return fits ? form.details : null;
}

import { send } from '../browser';
import { sentences } from '../text/dates';
import { text } from '../text/text';
import { failureLine } from '../ui/failure';

export type Copied = { readonly ok: boolean; readonly words: string };

/**
 * Puts a token, or a snippet with it, on the clipboard. Called in a click, so that the browser allows it.
 * The background clears it again.
 * @param snippet the snippet and its label, or `null` for the token alone
 */
export async function copyToken(
  id: string,
  snippet: { readonly id: string; readonly label: string } | null,
): Promise<Copied> {
  const answer = await send('ui:copy', { id, snippet: snippet?.id ?? null });
  if (!answer.ok) return { ok: false, words: failureLine(answer.failure) };
  const done = await navigator.clipboard.writeText(answer.value).then(
    () => true,
    () => false,
  );
  const after = await send('ui:copied', { done });
  if (!done) return { ok: false, words: text('clipboard_refused') };
  const words = snippet ? text('clipboard_copied_as', { what: snippet.label }) : text('clipboard_copied');
  const stays = after.ok && after.value.clearsAt === null;
  return { ok: true, words: stays ? sentences(words, text('clipboard_stays')) : words };
}

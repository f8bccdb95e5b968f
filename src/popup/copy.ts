import { send } from '../browser';
import { failureLine } from '../ui/failure';

/** True words: nothing clears the clipboard yet. */
const STAYS = 'It stays in the clipboard until you copy something else.';
const REFUSED =
  'Not copied: the browser refused the clipboard. The token is safe in the vault. Click this page, then copy again.';

export type Copied = { readonly ok: boolean; readonly words: string };

/**
 * Puts a token, or a snippet with it, on the clipboard. Called in a click, so that the browser allows it.
 * @param snippet the snippet and its label, or `null` for the token alone
 */
export async function copyToken(
  id: string,
  snippet: { readonly id: string; readonly label: string } | null,
): Promise<Copied> {
  const answer = await send('ui:copy', { id, snippet: snippet?.id ?? null });
  if (!answer.ok) return { ok: false, words: failureLine(answer.failure) };
  try {
    await navigator.clipboard.writeText(answer.value);
  } catch {
    return { ok: false, words: REFUSED };
  }
  return { ok: true, words: `Copied${snippet ? `: ${snippet.label}` : ''}. ${STAYS}` };
}

/**
 * The system's clipboard, from a document that nobody sees: an offscreen document in Chromium, the event
 * page in Firefox. `navigator.clipboard` wants the focus there in Chromium (156: "Document is not
 * focused"); the old command works in both (tried in Chromium 156 and Firefox ESR 153, 2026-11).
 */

/**
 * Puts an empty text on the clipboard. A copy of an empty selection, or one without a text, leaves what is
 * there (tried in Chromium 156).
 * @returns false where the browser did not take it
 */
export function empty(): boolean {
  let taken = false;
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', '');
    taken = event.clipboardData !== null;
  };
  document.addEventListener('copy', put, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return done && taken;
}

/**
 * What is on the clipboard as text; empty for a picture. It does not get into the document.
 * @returns null where the browser does not tell: without the permission `clipboardRead`
 */
export function read(): string | null {
  let text: string | null = null;
  const take = (event: ClipboardEvent) => {
    event.preventDefault();
    text = event.clipboardData?.getData('text/plain') ?? null;
  };
  // Pasting needs a place for it.
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  document.addEventListener('paste', take, { once: true });
  document.execCommand('paste');
  document.removeEventListener('paste', take);
  field.remove();
  return text;
}

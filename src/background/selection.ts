/**
 * What is selected in a page, or stands in its focused field; `null` if that is nothing. It runs in the
 * page by itself (`scripting.executeScript`), so it may use nothing from outside of it.
 */
export function selectedText(): string | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) {
    const { value, selectionStart, selectionEnd } = focused;
    // Some types of fields have no selection to ask for.
    const part = selectionStart === null ? '' : value.slice(selectionStart, selectionEnd ?? undefined);
    return part.trim() || value.trim() || null;
  }
  return document.getSelection()?.toString().trim() || null;
}

/** The list in the popup. */
import { expect } from 'vitest';
import { until, type Tab } from '../../support/driver';

/** The names in the list, as it is drawn. */
export const names = (popup: Tab) =>
  popup.run<string[]>(`[...document.querySelectorAll('.row .name')].map((name) => name.textContent)`);

export async function listIs(popup: Tab, ...wanted: readonly string[]): Promise<void> {
  const sorted = async () => (await names(popup)).toSorted((a, b) => a.localeCompare(b)).join();
  const isSo = until('the list', async () => (await sorted()) === wanted.join());
  await isSo.catch(async () => expect(await sorted(), await textOf(popup)).toBe(wanted.join()));
}

export const textOf = (popup: Tab) => popup.run<string>('document.body.innerText');

/** What the keyboard copies next is told from what was there. */
export async function onClipboard(popup: Tab, deed: () => Promise<void>): Promise<string> {
  await popup.run(`navigator.clipboard.writeText('before')`);
  await deed();
  return until('something new on the clipboard', async () => {
    const copied = await popup.clipboard();
    return copied === 'before' ? null : copied;
  });
}

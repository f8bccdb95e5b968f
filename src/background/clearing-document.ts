/** Clearing needs a document. Firefox's event page is one; Chromium's service worker opens one for it. */
import browser from '../browser';
import { clear, type Cleared } from '../clipboard/clear';
import type { Mark } from '../clipboard/mark';

const PAGE = 'src/clipboard/offscreen.html';
/** It opens, clears and answers in about 300 ms. */
const PATIENCE_MS = 10_000;

/** Chromium's `chrome.offscreen`, which the polyfill does not have (developer.chrome.com, 2026). */
type Offscreen = {
  readonly hasDocument: () => Promise<boolean>;
  readonly closeDocument: () => Promise<void>;
  readonly createDocument: (page: {
    readonly url: string;
    readonly reasons: readonly ['CLIPBOARD'];
    readonly justification: string;
  }) => Promise<void>;
};

function offscreen(): Offscreen | undefined {
  const { chrome } = globalThis as { readonly chrome?: { readonly offscreen?: Offscreen } };
  return chrome?.offscreen;
}

/** What the open document is to clear, and whom it tells. */
let open: { readonly mark: Mark | null; readonly tell: (cleared: Cleared) => void } | null = null;

/** @param mark as in `clipboard/clear.ts` */
export async function clearInDocument(mark: Mark | null): Promise<Cleared> {
  const documents = offscreen();
  if (!documents) return clear(mark);
  let patience: ReturnType<typeof setTimeout> | undefined;
  const cleared = new Promise<Cleared>((tell) => {
    open = { mark, tell };
    patience = setTimeout(() => tell('failed'), PATIENCE_MS);
  });
  try {
    // There is one at a time, and a worker that was stopped leaves it behind.
    await closeAny(documents);
    await documents.createDocument({
      url: browser.runtime.getURL(PAGE),
      reasons: ['CLIPBOARD'],
      justification: 'Clears a copied token from the clipboard.',
    });
    return await cleared;
  } catch {
    return 'failed';
  } finally {
    open = null;
    clearTimeout(patience);
    // It may have gone by itself: what it told counts.
    await closeAny(documents).catch(() => undefined);
  }
}

async function closeAny(documents: Offscreen): Promise<void> {
  if (await documents.hasDocument()) await documents.closeDocument();
}

/**
 * What the document asks first. `null`: nothing, for the worker that opened it was stopped meanwhile. A `mark` of
 * null: whatever is there.
 */
export const clearWhat = (): { readonly mark: Mark | null } | null => open && { mark: open.mark };

/** What the document tells in the end. */
export const documentCleared = (cleared: Cleared): void => open?.tell(cleared);

/**
 * Notices the moment a token appears. At every batch of mutations only the detector's tripwire is asked
 * (measured: 2-3 ms in 60 frames of 100 nodes; a querySelector per batch costs 22-52 ms); anything dearer
 * at most every 250 ms. No requestAnimationFrame: hidden tabs have none.
 */
import type { Listen } from '../prompt/listen';
import type { Detector, Page, Sighting } from '../providers/provider';

const SLOW_LOOK_MS = 250;
/** A value that is only a property may arrive a moment after its element. */
const RETRIES_MS = [16, 50, 150, 400, 1_000];

const SOFT_NAVIGATIONS =
  'turbo:load turbo:render turbo:frame-load pjax:end soft-nav:payload soft-nav:end soft-nav:react-done';

export type Watched = {
  readonly document: Document;
  readonly detector: Detector;
  /** Called at every look: with what stands on the page now, or `null`. */
  readonly onLook: (sighting: Sighting | null) => void;
  readonly listen: Listen;
  /** Called when the document has another root element than before. */
  readonly onRoot: () => void;
  readonly signal: AbortSignal;
};

/** Starts watching at once; returns a function that looks again. Ends when `signal` aborts. */
export function watch({ document, detector, onLook, listen, onRoot, signal }: Watched): () => void {
  let trip: unknown;
  let lookedAt = 0;
  let slow = 0;
  let root = document.documentElement;

  const look = (): Sighting | null => {
    lookedAt = performance.now();
    trip = detector.tripwire(document);
    const sighting = detected(document, detector);
    onLook(sighting);
    return sighting;
  };
  const lookAndRetry = () => {
    if (look()) return;
    for (const wait of RETRIES_MS) setTimeout(() => void (signal.aborted || look()), wait);
  };
  const lookLater = () => {
    if (slow) return;
    slow = Number(
      setTimeout(
        () => {
          slow = 0;
          if (!signal.aborted) look();
        },
        Math.max(0, SLOW_LOOK_MS - (performance.now() - lookedAt)),
      ),
    );
  };
  const observer = new MutationObserver(() => {
    if (root !== document.documentElement) {
      root = document.documentElement;
      onRoot();
    }
    if (detector.tripwire(document) === trip) lookLater();
    else lookAndRetry();
  });

  // On the document, not its root element: a page may replace that. `open`: a modal dialog makes the prompt inert.
  const what = { subtree: true, childList: true, characterData: true, attributeFilter: ['value', 'open'] };
  observer.observe(document, what);
  signal.addEventListener('abort', () => observer.disconnect());
  const { defaultView: window } = document;
  listen(document, `DOMContentLoaded ${SOFT_NAVIGATIONS}`, look);
  listen(window, 'load pageshow popstate', look);
  // The Navigation API sees the page's own pushState; not every browser has it.
  listen((window as { navigation?: EventTarget } | null)?.navigation, 'navigatesuccess', lookLater);
  look();
  return look;
}

/** A document and where it is now. */
export function pageOf(document: Document): Page {
  return { url: new URL(document.location.href), document };
}

/** A detector that throws means that a page changed: nothing to show, and never a broken page. */
function detected(document: Document, detector: Detector): Sighting | null {
  try {
    return detector.detect(pageOf(document));
  } catch {
    return null;
  }
}

/** Where a provider's content script begins: at document_start, in the top frame. */
import type { Detector } from '../providers/provider';
import { alive, onSites, send, watches } from './runtime';
import { NEWER, visit } from './visit';

/** Firefox injects declared scripts by itself at installation, on top of our own injection. */
const ONCE = NEWER;

/**
 * Begins the visit of this document, once per world; ends it while the user has the site switched off. After
 * an update the older script is in another world.
 */
export function begin(detector: Detector): void {
  const world = globalThis as { [ONCE]?: true };
  if (world[ONCE]) return;
  world[ONCE] = true;
  dispatchEvent(new Event(NEWER));
  let current: ReturnType<typeof visit> | null = null;
  const follow = async () => {
    const allowed = watches(document.location.origin, detector.id);
    // Not after the answer: its listeners must stand before the page's first script.
    current ??= visit({ document, detector, send, alive, allowed });
    if (await allowed) return;
    current?.end();
    current = null;
  };
  onSites(() => void follow());
  void follow();
}

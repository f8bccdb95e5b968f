/** Where a provider's content script begins: at document_start, in the top frame. */
import type { Detector } from '../providers/provider';
import { alive, onSites, send, watches } from './runtime';
import { NEWER, visit } from './visit';

const AGAIN = NEWER;

/** Firefox alone lets an extension's script look into a closed root. */
type Host = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Firefox ends a script of before an update without a word, and leaves its panel in the page. */
function removeOrphans(): void {
  for (const host of document.querySelectorAll<Host>('div[popover]'))
    if (host.openOrClosedShadowRoot?.querySelector('.root')) host.remove();
}

/**
 * Begins the visit of this document; ends it while the user has the site switched off. Injected into the
 * same world again, by Firefox at installation or because the browser has granted the host anew, it begins
 * anew: what was refused meanwhile is offered. After an update the older script is in another world.
 */
export function begin(detector: Detector): void {
  const world = globalThis as { [AGAIN]?: () => void };
  if (world[AGAIN]) return world[AGAIN]();
  dispatchEvent(new Event(NEWER));
  removeOrphans();
  let current: ReturnType<typeof visit> | null = null;
  const end = () => {
    current?.end();
    current = null;
  };
  const follow = async () => {
    const allowed = watches(document.location.origin, detector.id);
    // Not after the answer: its listeners must stand before the page's first script.
    current ??= visit({ document, detector, send, alive, allowed });
    if (!(await allowed)) end();
  };
  world[AGAIN] = () => {
    end();
    void follow();
  };
  onSites(follow);
  void follow();
}

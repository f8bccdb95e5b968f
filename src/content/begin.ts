/** Where a provider's content script begins: at document_start, in the top frame. */
import type { Detector } from '../providers/provider';
import { alive, send } from './runtime';
import { NEWER, visit } from './visit';

/** Firefox injects declared scripts by itself at installation, on top of our own injection. */
const ONCE = NEWER;

/** Begins the visit of this document, once per world. After an update the older script is in another world. */
export function begin(detector: Detector): void {
  const world = globalThis as { [ONCE]?: true };
  if (world[ONCE]) return;
  world[ONCE] = true;
  dispatchEvent(new Event(NEWER));
  visit({ document, detector, send, alive });
}

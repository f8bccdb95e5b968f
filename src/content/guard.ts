/**
 * Stops events of the page that would delete the token at the provider, or close its only display while
 * nothing holds it. The whole gesture is stopped: a held-down Enter repeats, and a guard that stopped
 * only the first let the second repeat delete (seen running on Zenodo's form, 2026).
 */
import type { Listen } from '../prompt/listen';
import type { Detector } from '../providers/provider';
import type { Stopped } from '../prompt/view';
import { pageOf } from './watch';

/** Headless UI closes a dialog on the `touchend` of a tap, before any click (seen running with Vue, 2026). */
const GUARDED = 'keydown keypress keyup pointerdown mousedown pointerup mouseup touchend click submit';

export type Guarded = {
  readonly document: Document;
  readonly detector: Detector;
  /** Is a token on the screen that is to be guarded, was it answered or saved, and is it held? */
  readonly token: () => {
    readonly shown: boolean;
    readonly answered: boolean;
    readonly saved: boolean;
    readonly held: boolean;
  };
  readonly onStopped: (why: Stopped) => void;
};

export function guard({ document, detector, token, onStopped }: Guarded, listen: Listen): void {
  /** The key or pointer whose gesture is being stopped. */
  let gesture: string | null = null;

  const verdict = (event: Event): Stopped | null => {
    const { shown, answered, saved, held } = token();
    if (!shown) return null;
    const destroys = detector.destroys?.(pageOf(document), event);
    if (!destroys) return null;
    const byKey = event.type === 'keydown' || gesture === 'Enter';
    if (destroys === 'display') return held || answered ? null : 'display';
    // After saving, a click on the page's own Delete is meant; an Enter in the name box is not.
    return byKey ? 'enter' : saved ? null : 'delete';
  };

  const hear = (event: Event) => {
    if (gesture && belongs(event, gesture)) return stop(event, false);
    gesture = null;
    const why = event.isTrusted ? verdict(event) : null;
    if (!why) return;
    gesture = gestureOf(event);
    stop(event, true);
    onStopped(why);
  };

  const stop = (event: Event, first: boolean) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    // A `touchend` that was stopped has no click behind it.
    if (!first && /keyup|click|touchend/.test(event.type)) gesture = null;
  };

  listen(document.defaultView, GUARDED, hear, true);
}

/** The rest of a gesture: repeats and release of the key, or the clicks of a press. */
function belongs(event: Event, gesture: string): boolean {
  if (event instanceof KeyboardEvent) return event.key === gesture;
  if (event.type === 'submit') return gesture === 'Enter';
  return gesture === 'pointer' && !event.type.endsWith('down');
}

function gestureOf(event: Event): string | null {
  if (event instanceof KeyboardEvent) return event.key;
  return event.type.endsWith('down') ? 'pointer' : null;
}

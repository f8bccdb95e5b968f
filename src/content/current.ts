/** The token that is being offered, as far as the page's script knows it. */
import type { Offer } from '../messages/protocol';
import type { Stopped } from '../prompt/view';
import type { Detector, Sighting } from '../providers/provider';

type Phase = 'offer' | 'saving' | 'failed' | 'waiting' | 'saved' | 'answered';

export type Current = {
  sighting: Sighting;
  offer: Offer;
  phase: Phase;
  /** Was the vault locked when it was saved? */
  locked: boolean;
  /** What was last sent of it. */
  sent: string;
  stopped: Stopped | null;
  /** Not before the background says so. */
  held: boolean;
  /** "Let the page do it": it is guarded no more. */
  passes: boolean;
  readonly since: number;
};

/** What can be drawn before the background has answered. */
function draft({ secret, details }: Sighting, document: Document, detector: Detector): Offer {
  return {
    id: '',
    kindName: 'Personal access token',
    letter: detector.id.charAt(0).toUpperCase(),
    testHost: false,
    host: document.location.host,
    ends: secret.slice(-4),
    details,
    expires: '',
    scopes: details.scopes?.map((scope) => ({ scope, risk: null })) ?? null,
    warning: null,
    unknownForm: null,
    vault: 'unlocked',
  };
}

/** A sighting of this moment: shown from what the page says, guarded until the background holds it. */
export function begun(sighting: Sighting, document: Document, detector: Detector): Current {
  return {
    sighting,
    offer: draft(sighting, document, detector),
    phase: 'offer',
    locked: false,
    sent: JSON.stringify(sighting.details),
    stopped: null,
    held: false,
    passes: false,
    since: Date.now(),
  };
}

/** "today at 10:42", "on 12 Nov at 10:42" */
export function whenSaved(savedAt: string): string {
  const date = new Date(savedAt);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date().toDateString()) return `today at ${time}`;
  return `on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} at ${time}`;
}

/** The token that is being offered, as far as the page's script knows it. */
import type { Offer } from '../messages/protocol';
import type { Stopped, View } from '../prompt/view';
import { UNTOLD, type Detector, type Sighting } from '../providers/provider';

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
    // English, as the provider's own name for it, which takes its place.
    kindName: 'Personal access token',
    letter: detector.id.charAt(0).toUpperCase(),
    testHost: false,
    host: document.location.host,
    ends: secret.slice(-4),
    details,
    expires: '',
    scopes: details.scopes?.map((scope) => ({ scope, risk: null })) ?? null,
    warning: null,
    inPrivate: false,
    unknownForm: null,
    vault: 'unlocked',
  };
}

/** What is shown once the extension is gone; before any sighting, of a token that nobody has seen. */
export function gone(document: Document, detector: Detector): View {
  const sighting = { kind: '', secret: '', anchor: document.documentElement, details: UNTOLD };
  return { at: 'failed', failure: 'gone', offer: draft(sighting, document, detector) };
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

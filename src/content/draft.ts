import type { Offer } from '../messages/protocol';
import type { Detector, Sighting } from '../providers/provider';

/** What can be drawn before the background has answered. */
export function draft({ secret, details }: Sighting, document: Document, detector: Detector): Offer {
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

/** "today at 10:42", "on 12 Nov at 10:42" */
export function whenSaved(savedAt: string): string {
  const date = new Date(savedAt);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date().toDateString()) return `today at ${time}`;
  return `on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} at ${time}`;
}

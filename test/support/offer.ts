import type { Offer } from '../../src/messages/protocol';
import { UNTOLD } from '../../src/providers/provider';

/** A token that a prompt can draw. */
export const offer: Offer = {
  id: 'A'.repeat(22),
  kindName: 'Personal access token',
  letter: 'Z',
  testHost: false,
  host: 'zenodo.org',
  ends: 'AAAA',
  details: UNTOLD,
  expires: 'never',
  scopes: null,
  warning: null,
  inPrivate: false,
  unknownForm: null,
  vault: 'unlocked',
};

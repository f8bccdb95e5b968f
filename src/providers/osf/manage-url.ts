import type { TokenPlace } from '../provider';

/** As in `/settings/tokens/<id>/details`. */
const OBJECT_ID = /^[0-9a-f]{24}$/;

/** The page of one token. Without its id the list is the nearest; it shows only the ten newest (front end 26.15, August 2026). */
export function manageUrl({ origin, manageId }: TokenPlace): string {
  return manageId && OBJECT_ID.test(manageId)
    ? `${origin}/settings/tokens/${manageId}/details`
    : `${origin}/settings/tokens`;
}

import type { TokenPlace } from '../provider';

export const APPLICATIONS = '/account/settings/applications';

/** The page of one token. For the user to open, never for us to fetch: any token page asked for eats the next display. */
export function manageUrl({ origin, manageId }: TokenPlace): string {
  return manageId && /^\d+$/.test(manageId)
    ? `${origin}${APPLICATIONS}/tokens/${manageId}/`
    : `${origin}${APPLICATIONS}/`;
}

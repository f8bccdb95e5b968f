import type { TokenPlace } from '../../provider';

/**
 * The page of one token; without its number the list is the nearest.
 * Fill in: both addresses. What a page told of the number is not trusted: it has one form, or is not used.
 */
export function manageUrl({ origin, manageId }: TokenPlace): string {
  return manageId && /^\d+$/.test(manageId)
    ? `${origin}/account/tokens/${manageId}`
    : `${origin}/account/tokens`;
}

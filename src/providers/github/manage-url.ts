/** GitHub's own pages for a token. */
import type { TokenPlace } from '../provider';

function listOf({ origin, kind }: TokenPlace): string {
  return `${origin}${kind === 'fine-grained' ? '/settings/personal-access-tokens' : '/settings/tokens'}`;
}

/** The page of one token, or `null` where its number is not known. */
function pageOf(token: TokenPlace): string | null {
  const { manageId } = token;
  return manageId !== null && /^\d+$/.test(manageId) ? `${listOf(token)}/${manageId}` : null;
}

/** Its page, or the list it is in. */
export function manageUrl(token: TokenPlace): string {
  return pageOf(token) ?? listOf(token);
}

/** Where it gets a new value and a new end, as the link in its row has it (2026): see `REGENERATE_PAGE` in places.ts. */
export function renewUrl(token: TokenPlace): string | null {
  const page = pageOf(token);
  return page && `${page}/regenerate`;
}

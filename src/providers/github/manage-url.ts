import type { TokenPlace } from '../provider';

/** The page of one token, where it is edited and revoked, or the list of its kind. */
export function manageUrl({ origin, kind, manageId }: TokenPlace): string {
  const list = kind === 'fine-grained' ? '/settings/personal-access-tokens' : '/settings/tokens';
  return `${origin}${list}${manageId && /^\d+$/.test(manageId) ? `/${manageId}` : ''}`;
}

import type { TokenPlace } from '../provider';

/** The list: a single token has no page. */
export const manageUrl = ({ origin }: Pick<TokenPlace, 'origin'>): string =>
  `${origin}/settings/user/developer`;

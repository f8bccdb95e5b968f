import type { Provider, TokenPlace } from '../provider';
import { classicChecksum, classicChecksumFits } from './checksum';
import { DOCS } from './docs';
import { implies } from './implies';
import { scopes } from './scopes';
import { CLASSIC, FINE_GRAINED } from './shape';
import { snippets } from './snippets';

const CLASSIC_BODY = 'A'.repeat(30);

function listOf({ origin, kind }: TokenPlace): string {
  return `${origin}${kind === 'fine-grained' ? '/settings/personal-access-tokens' : '/settings/tokens'}`;
}

/** The page of one token, or `null` where its number is not known. */
function pageOf(token: TokenPlace): string | null {
  const { manageId } = token;
  return manageId !== null && /^\d+$/.test(manageId) ? `${listOf(token)}/${manageId}` : null;
}

export const provider: Provider = {
  id: 'github',
  name: 'GitHub',
  letter: 'G',
  matches: ['https://github.com/*', 'https://*.ghe.com/*'],
  testHosts: /(?!)/, // none
  selfHosted: 'GitHub Enterprise',
  enforcesScopes: true,
  scopesRemark: 'a classic token reaches all you can reach; a fine-grained one what was chosen',
  kinds: {
    classic: {
      name: 'Personal access token (classic)',
      ...CLASSIC,
      example: 'ghp_' + CLASSIC_BODY + classicChecksum(CLASSIC_BODY),
      usual: 'ghp_ and 36 letters and digits',
      checksum: classicChecksumFits,
    },
    'fine-grained': {
      name: 'Fine-grained personal access token',
      ...FINE_GRAINED,
      example: 'github_pat_' + 'A'.repeat(22) + '_' + 'A'.repeat(59),
      usual: 'github_pat_ and 82 letters, digits and _',
    },
  },
  scopes,
  implies,
  snippets,
  docsUrl: DOCS.tokens,
  manageUrl: (token) => pageOf(token) ?? listOf(token),
  // As the link in the token's row has it (2026): see `REGENERATE_PAGE` in places.ts.
  renewUrl: (token) => {
    const page = pageOf(token);
    return page && `${page}/regenerate`;
  },
  createUrl: (host) => `https://${host}/settings/personal-access-tokens/new`,
};

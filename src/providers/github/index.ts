import type { Provider } from '../provider';
import { advice } from './advice';
import { classicChecksum, classicChecksumFits } from './checksum';
import { DOCS } from './docs';
import { implies } from './implies';
import { manageUrl, renewUrl } from './manage-url';
import { scopes } from './scopes';
import { CLASSIC, FINE_GRAINED } from './shape';
import { snippets } from './snippets';
import { verify } from './verify';

const CLASSIC_BODY = 'A'.repeat(30);

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
  verify,
  advice,
  docsUrl: DOCS.tokens,
  manageUrl,
  renewUrl,
  createUrl: (host) => `https://${host}/settings/personal-access-tokens/new`,
};

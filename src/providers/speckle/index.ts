import type { Provider } from '../provider';
import { advice } from './advice';
import { manageUrl } from './manage-url';
import { scopes } from './scopes';
import { snippets } from './snippets';
import { verify } from './verify';

export const provider: Provider = {
  id: 'speckle',
  name: 'Speckle',
  letter: 'S',
  matches: ['https://app.speckle.systems/*', 'https://latest.speckle.systems/*'],
  testHosts: /^latest\.speckle\.systems$/,
  selfHosted: 'Speckle',
  enforcesScopes: true,
  scopesRemark: 'a token never exceeds what its maker may do',
  kinds: {
    personal: {
      name: 'Personal access token',
      strict: /^[0-9a-f]{42}$/,
      tolerant: /^[A-Za-z0-9._~-]{32,255}$/,
      example: 'a'.repeat(42),
      usual: '42 lower-case hexadecimal digits',
    },
  },
  scopes,
  snippets,
  verify,
  advice,
  docsUrl: 'https://docs.speckle.systems/developers/authentication/personal-access-tokens',
  manageUrl,
  createUrl: (host) => manageUrl({ origin: `https://${host}` }),
};

import type { Provider } from '../../provider';
import { advice } from './advice';
import { manageUrl } from './manage-url';
import { scopes } from './scopes';
import { snippets } from './snippets';
import { verify } from './verify';

// Fill in: every field; src/providers/provider.ts says what each means, and which others there are.
export const provider: Provider = {
  id: 'example',
  name: 'Example',
  letter: 'E',
  // Each stands in manifest.json too, put there by hand: a new host is a permission.
  matches: ['https://example.example.org/*'],
  testHosts: /(?!)/, // none
  // What the software is called that people run on servers of their own. Nobody does: `null`, without recognise.ts.
  selfHosted: 'Example Server',
  enforcesScopes: true,
  scopesRemark: 'a token never exceeds what its maker may do',
  kinds: {
    personal: {
      name: 'Personal access token',
      strict: /^example_[A-Za-z0-9]{40}$/,
      tolerant: /^[A-Za-z0-9._~-]{32,255}$/,
      example: 'example_' + 'A'.repeat(40),
      usual: 'example_ and 40 letters and digits',
    },
  },
  scopes,
  snippets,
  verify,
  advice,
  docsUrl: 'https://example.example.org/docs/tokens',
  manageUrl,
  createUrl: (host) => `https://${host}/account/tokens/new`,
};

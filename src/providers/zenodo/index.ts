import type { Provider } from '../provider';
import { advice } from './advice';
import { APPLICATIONS, manageUrl } from './manage-url';
import { scopes } from './scopes';
import { snippets } from './snippets';
import { verify } from './verify';

export const provider: Provider = {
  id: 'zenodo',
  name: 'Zenodo',
  letter: 'Z',
  matches: ['https://zenodo.org/*', 'https://sandbox.zenodo.org/*'],
  testHosts: /^sandbox\.zenodo\.org$/,
  selfHosted: 'InvenioRDM',
  enforcesScopes: false,
  scopesRemark: 'not enforced today: every token can do what the account can',
  kinds: {
    personal: {
      name: 'Personal access token',
      strict: /^[A-Za-z0-9]{60}$/,
      tolerant: /^[A-Za-z0-9_-]{32,255}$/,
      example: 'A'.repeat(60),
      usual: '60 letters and digits',
    },
  },
  scopes,
  snippets,
  verify,
  advice,
  docsUrl: 'https://developers.zenodo.org/#authentication',
  manageUrl,
  createUrl: (host) => `https://${host}${APPLICATIONS}/tokens/new/`,
};

import type { Provider } from '../provider';
import { scopes } from './scopes';
import { snippets } from './snippets';
import { verify } from './verify';

const TOKENS = '/account/settings/applications/tokens';

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
  docsUrl: 'https://developers.zenodo.org/#authentication',
  // For the user to open, never for us to fetch: any token page asked for eats the next display.
  manageUrl: ({ origin, manageId }) =>
    manageId && /^\d+$/.test(manageId)
      ? `${origin}${TOKENS}/${manageId}/`
      : `${origin}/account/settings/applications/`,
  createUrl: (host) => `https://${host}${TOKENS}/new/`,
};

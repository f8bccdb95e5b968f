import type { Provider } from '../provider';
import { advice } from './advice';
import { manageUrl } from './manage-url';
import { scopes } from './scopes';
import { snippets } from './snippets';
import { verify } from './verify';

const HOSTS = [
  'osf.io',
  'test.osf.io',
  'test2.osf.io',
  'test3.osf.io',
  'test4.osf.io',
  'staging.osf.io',
  'staging2.osf.io',
  'staging3.osf.io',
  'staging4.osf.io',
];

export const provider: Provider = {
  id: 'osf',
  name: 'OSF',
  letter: 'O',
  matches: HOSTS.map((host) => `https://${host}/*`),
  testHosts: /^(?:test|staging)\d?\.osf\.io$/,
  selfHosted: null,
  enforcesScopes: true,
  scopesRemark: 'scopes always cover all projects of the account; tokens never expire',
  kinds: {
    personal: {
      name: 'Personal access token',
      strict: /^[A-Za-z0-9]{70}$/,
      tolerant: /^[A-Za-z0-9._~-]{32,255}$/,
      example: 'A'.repeat(35) + 'a'.repeat(34) + '1',
      usual: '70 letters and digits',
    },
  },
  scopes,
  snippets,
  verify,
  advice,
  docsUrl: 'https://developer.osf.io/#tag/Tokens',
  manageUrl,
  // The form has no address of its own: it is a dialog over the list.
  createUrl: (host) => `https://${host}/settings/tokens`,
};

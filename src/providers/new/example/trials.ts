/** How each snippet is tried: with the program it is for, or with that program's documented grammar. */
import {
  curlAsks,
  dotenvHas,
  headerIs,
  one,
  powershellHas,
  requestsGet,
  shellHas,
  type Trials,
  type Tried,
} from '../../../../test/support/trials';

const whoAmI = ({ place }: Tried) => `${place.origin}/api/user`;

export const trials: Trials = {
  // Fill in: the sites, and a server of somebody's own if people run this software themselves.
  origins: ['https://example.example.org', 'https://data.example.edu'],
  snippets: {
    env: shellHas(one('EXAMPLE_TOKEN')),
    dotenv: dotenvHas(one('EXAMPLE_TOKEN')),
    powershell: powershellHas(one('EXAMPLE_TOKEN')),
    header: headerIs,
    curl: curlAsks(whoAmI),
    requests: requestsGet(whoAmI),
  },
};

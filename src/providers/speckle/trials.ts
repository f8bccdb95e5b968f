/** How each snippet is tried. */
import { expect } from 'vitest';
import { run } from '../../../test/support/programs';
import {
  curlAsks,
  dotenvHas,
  headerIs,
  jsonIs,
  powershellHas,
  pythonCalls,
  shellHas,
  type Expected,
  type Trial,
  type Trials,
} from '../../../test/support/trials';

/** JavaScript itself, with the one function it calls in the place of the browser's. */
const fetchAsks: Trial = async ({ text, secret, place }) => {
  const script = `globalThis.fetch = (url, { body, ...more }) => console.log(JSON.stringify({ url, body: JSON.parse(body), ...more }));\n${text}`;
  expect(JSON.parse(await run(process.execPath, ['-e', script]))).toEqual({
    url: `${place.origin}/graphql`,
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: { query: expect.stringContaining('activeUser') },
  });
};

const withServer =
  (server: string): Expected =>
  ({ place, secret }) => ({ [server]: place.origin, SPECKLE_TOKEN: secret });

export const trials: Trials = {
  origins: ['https://app.speckle.systems', 'https://latest.speckle.systems', 'https://speckle.example.edu'],
  snippets: {
    env: shellHas(withServer('SPECKLE_SERVER_URL')),
    'env-sdk': shellHas(withServer('SPECKLE_SERVER')),
    python: pythonCalls(['specklepy.api.client'], ({ place, secret }) => [
      ['api.client.SpeckleClient', [], { host: place.origin }],
      ['api.client.SpeckleClient().authenticate_with_token', [secret], {}],
    ]),
    dotenv: dotenvHas(withServer('SPECKLE_SERVER_URL')),
    powershell: powershellHas(withServer('SPECKLE_SERVER_URL')),
    header: headerIs,
    curl: curlAsks(({ place }) => `${place.origin}/graphql`, {
      method: 'POST',
      contentType: 'application/json',
      body: expect.stringMatching(/^\{"query":"query \{ activeUser/),
    }),
    fetch: fetchAsks,
    dotnet: jsonIs(
      ({ place, secret }) => ({ SpeckleToken: secret, SpeckleServerUrl: place.origin }),
      ['{', '}'],
    ),
  },
};

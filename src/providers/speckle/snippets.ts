/** What to paste where. Names: specklepy and docs.speckle.systems; provider sheet of November 2026. */
import type { Snippet, TokenPlace } from '../provider';
import { curl, dotenvLines, header, inPython, powershellLines, quoted, shellLines } from '../snippets';

/** Whoever answers this knows the token; `activeUser` is empty without `profile:read`. */
const QUERY = 'query { activeUser { id name } serverInfo { name } }';
const BODY = JSON.stringify({ query: QUERY });

/** Automate and its tests; the SDK's own manual calls the first one SPECKLE_SERVER. */
const variables = ({ origin }: TokenPlace, secret: string) => ({
  SPECKLE_SERVER_URL: origin,
  SPECKLE_TOKEN: secret,
});

export const snippets: readonly Snippet[] = [
  shellLines('env', 'Environment lines', variables),
  shellLines('env-sdk', 'Python SDK: environment', ({ origin }, secret) => ({
    SPECKLE_SERVER: origin,
    SPECKLE_TOKEN: secret,
  })),
  {
    id: 'python',
    label: 'Python (specklepy)',
    write: ({ origin }, secret) =>
      [
        'from specklepy.api.client import SpeckleClient',
        '',
        `client = SpeckleClient(host=${inPython(origin)})`,
        `client.authenticate_with_token(${inPython(secret)})`,
        '',
      ].join('\n'),
  },
  dotenvLines(variables),
  powershellLines(variables),
  header,
  curl(
    'curl, to check it',
    ({ origin }) => `${origin}/graphql`,
    '-H',
    quoted('Content-Type: application/json'),
    '-d',
    quoted(BODY),
  ),
  {
    id: 'fetch',
    label: 'JavaScript (fetch)',
    write: ({ origin }, secret) =>
      [
        `fetch(${JSON.stringify(`${origin}/graphql`)}, {`,
        "  method: 'POST',",
        `  headers: { Authorization: ${JSON.stringify(`Bearer ${secret}`)}, 'Content-Type': 'application/json' },`,
        `  body: JSON.stringify({ query: '${QUERY}' }),`,
        '})',
      ].join('\n'),
  },
  {
    id: 'dotnet',
    label: '.NET: appsettings.json lines',
    write: ({ origin }, secret) =>
      `"SpeckleToken": ${JSON.stringify(secret)},\n"SpeckleServerUrl": ${JSON.stringify(origin)}`,
  },
];

import type { Snippet } from '../provider';

/** The tools' own names (specklepy, docs.speckle.systems; provider sheet of November 2026). Tokens are hexadecimal. */
export const snippets: readonly Snippet[] = [
  {
    id: 'env',
    label: 'Environment lines',
    write: ({ origin }, secret) => `export SPECKLE_SERVER_URL='${origin}'\nexport SPECKLE_TOKEN='${secret}'`,
  },
  {
    id: 'env-sdk',
    label: 'Python SDK: environment',
    write: ({ origin }, secret) => `export SPECKLE_SERVER='${origin}'\nexport SPECKLE_TOKEN='${secret}'`,
  },
  {
    id: 'python',
    label: 'Python (specklepy)',
    write: ({ origin }, secret) =>
      `client = SpeckleClient(host="${origin}")\nclient.authenticate_with_token("${secret}")`,
  },
  { id: 'header', label: 'Header', write: (_, secret) => `Authorization: Bearer ${secret}` },
  {
    id: 'curl',
    label: 'curl, to check it',
    write: ({ origin }, secret) =>
      `curl '${origin}/graphql' -H 'Authorization: Bearer ${secret}' -H 'Content-Type: application/json' ` +
      `-d '{"query":"query { activeUser { id name } serverInfo { name } }"}'`,
  },
  {
    id: 'fetch',
    label: 'JavaScript (fetch)',
    write: ({ origin }, secret) =>
      `fetch('${origin}/graphql', { method: 'POST', headers: { Authorization: 'Bearer ${secret}', 'Content-Type': 'application/json' }, body })`,
  },
  {
    id: 'dotnet',
    label: '.NET: appsettings.json lines',
    write: ({ origin }, secret) => `"SpeckleToken": "${secret}",\n"SpeckleServerUrl": "${origin}"`,
  },
];

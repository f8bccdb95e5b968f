/** What holds for a token of a site that no provider covers: it was saved by hand, and little is known of it. */
import type { Snippet } from './provider';
import { curl, dotenvLines, header, netrc, powershellLines, pythonRequests, shellLines } from './snippets';

const variables = (_: unknown, secret: string) => ({ TOKEN: secret });
const front = ({ origin }: { readonly origin: string }) => `${origin}/`;

export const snippets: readonly Snippet[] = [
  shellLines('env', 'Environment line', variables),
  dotenvLines(variables),
  powershellLines(variables),
  netrc,
  header,
  curl('curl', front),
  pythonRequests(front),
];

/** What holds for a token of a site that no provider covers: it was saved by hand, and little is known of it. */
import { LEAKED, type AdvisedToken, type Advice, type Snippet } from './provider';
import { addressAt } from '../tokens/origin';
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

/** Where it was made is not known; the page it was seen on is the nearest. */
export function advice({ origin, path }: AdvisedToken): readonly Advice[] {
  const url = addressAt(origin, path);
  return [
    {
      id: LEAKED,
      lead: 'Revoke it first,',
      rest: 'where it was made, then make a new one.',
      ...(url?.startsWith('https://') && { link: { text: 'Open the page it was seen on', url } }),
    },
  ];
}

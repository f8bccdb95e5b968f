/** What to paste where; trials.ts has a trial for each. Fill in: whose names these are, and when that was read. */
import type { Snippet, TokenPlace } from '../../provider';
import { curl, dotenvLines, header, powershellLines, pythonRequests, shellLines } from '../../snippets';

const variables = (_: TokenPlace, secret: string) => ({ EXAMPLE_TOKEN: secret });
/** The address that tells whose token it is. */
const whoAmI = ({ origin }: TokenPlace) => `${origin}/api/user`;

export const snippets: readonly Snippet[] = [
  shellLines('env', 'Environment line', variables),
  dotenvLines(variables),
  powershellLines(variables),
  header,
  curl('curl, to check it', whoAmI),
  pythonRequests(whoAmI),
];

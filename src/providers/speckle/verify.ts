/** "Check this token" on a Speckle server: one GraphQL question. Source of the server, November 2026. */
import { TOLD_NOTHING, type Answered, type Question, type Verdict, type Verify } from '../provider';
import { jsonAt, jsonText, retryAfter } from '../read';

/** Servers before 2.9.1 (2022) have `user`, which without an id is the caller, and not `activeUser`. */
const FIELDS = ['activeUser', 'user'] as const;

function question(origin: string, field: string): Question {
  return {
    url: `${origin}/graphql`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: `query { ${field} { id name email } }` }),
  };
}

const errorsOf = (body: unknown): readonly unknown[] => {
  const errors = jsonAt(body, 'errors');
  return Array.isArray(errors) ? errors : [];
};

/** GraphQL's own word for a field that the server does not have. */
function isUnknownField(error: unknown): boolean {
  return (
    jsonText(error, 'extensions', 'code') === 'GRAPHQL_VALIDATION_FAILED' ||
    (jsonText(error, 'message') ?? '').startsWith('Cannot query field')
  );
}

/** What GraphQL says counts before the HTTP status, which differs between versions of its server. */
function read({ status, header, body }: Answered): Verdict | null {
  const field = FIELDS.find((name) => jsonAt(body, 'data', name) !== undefined);
  const user = field && jsonAt(body, 'data', field);
  if (jsonText(user, 'id') !== null) {
    // The e-mail is null without profile:email, and is what people sign in with.
    const account = jsonText(user, 'email') ?? jsonText(user, 'name');
    return { is: 'valid', told: { ...TOLD_NOTHING, account } };
  }
  const errors = errorsOf(body);
  if (errors.some((error) => jsonText(error, 'extensions', 'code') === 'FORBIDDEN'))
    return { is: 'lacks', scope: 'profile:read' };
  if (errors.some(isUnknownField)) return null;
  if (status === 200 && user === null && errors.length === 0) return { is: 'unheard' };
  // `{"error":"Your token is not valid."}`; a proxy's 403 says it otherwise.
  if (status === 403 && jsonText(body, 'error') !== null) return { is: 'refused' };
  if (status === 429) return { is: 'limited', seconds: retryAfter(header) };
  return { is: 'unexpected', status };
}

export const verify: Verify = {
  questions: ({ origin }) => [question(origin, FIELDS[0]), question(origin, FIELDS[1])],
  read,
  // Every origin may ask and read: the server allows it before it looks at the token.
  permission: () => 'no',
  remark: () => 'A Speckle token cannot read its own scopes.',
};

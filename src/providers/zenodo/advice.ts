/** What Zenodo's developer pages and zenopy's "How to Create an Authentication Token" say beside how one is made. Read November 2026. */
import { LEAKED, type AdvisedToken, type Advice } from '../provider';
import { hostOf } from '../snippets';
import { manageUrl } from './manage-url';
import { scopes } from './scopes';

const SANDBOX: Advice = {
  id: 'sandbox',
  lead: 'The sandbox may be wiped at any time,',
  rest: 'its records and tokens too. It is for trying out.',
};

const NOT_ENFORCED: Advice = {
  id: 'not-enforced',
  lead: 'It can do what your account can:',
  rest: 'scopes are not enforced today.',
};

export function advice(token: AdvisedToken): readonly Advice[] {
  const host = hostOf(token);
  // Where the remark on a scope says it already, it is not said again.
  const said = token.scopes?.some((scope) => scopes[scope]?.broad) ?? false;
  const leaked: Advice = {
    id: LEAKED,
    lead: 'Delete it first,',
    rest: 'then make a new one. It never expires by itself.',
    link: { text: `Delete it on ${host}`, url: manageUrl(token) },
  };
  return [...(host === 'sandbox.zenodo.org' ? [SANDBOX] : []), ...(said ? [] : [NOT_ENFORCED]), leaked];
}

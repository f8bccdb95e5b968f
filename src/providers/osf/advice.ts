/** What the OSF workshop lesson "Generating an OSF Personal Access Token" says beside how one is made. Read November 2026. */
import { LEAKED, type AdvisedToken, type Advice } from '../provider';
import { hostOf } from '../snippets';
import { manageUrl } from './manage-url';
import { scopes } from './scopes';

/** Where the remark on a scope says it already, it is not said again. */
const saidByScope = (token: AdvisedToken) => token.scopes?.some((scope) => scopes[scope]?.broad) ?? false;

const ALL_PROJECTS: Advice = {
  id: 'all-projects',
  lead: 'It applies to all your projects.',
  rest: 'OSF cannot limit a token to one of them.',
};

export function advice(token: AdvisedToken): readonly Advice[] {
  const host = hostOf(token);
  const elsewhere: Advice = {
    id: 'test-server',
    lead: `It is for trying out on ${host}:`,
    rest: `its programs ask api.${host}, and osf.io does not know it.`,
  };
  const leaked: Advice = {
    id: LEAKED,
    lead: 'Delete it first,',
    rest: 'then create another. If it was shared with too many: create another, then delete the shared one. It never expires by itself.',
    link: { text: `Delete it on ${host}`, url: manageUrl(token) },
  };
  return [...(host === 'osf.io' ? [] : [elsewhere]), ...(saidByScope(token) ? [] : [ALL_PROJECTS]), leaked];
}

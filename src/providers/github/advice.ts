/**
 * What GitHub's guide "Managing your personal access tokens" and the pages it leads to say beside how a
 * token is made. Read November 2026.
 */
import { LEAKED, type AdvisedToken, type Advice } from '../provider';
import { hostOf } from '../snippets';
import { manageUrl } from './manage-url';
import { isEnterpriseServer } from './places';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;
/** From then on there is a month left to use it once. */
const NEARLY_A_YEAR_DAYS = 335;

/** Scopes that stay within the account, whatever organisations it belongs to. */
const OWN_ACCOUNT =
  /^(gist|notifications|user|read:user|user:email|user:follow|\w+:(public_key|gpg_key|ssh_signing_key))$/;

/** A server signs everybody in the same way, and says itself when it cleans up. */
const isCloud = ({ origin }: AdvisedToken) => !isEnterpriseServer(new URL(origin).hostname);

/** Owners of organisations may ask to approve each fine-grained token; nothing in the page tells whether they do. */
function pendingApproval(token: AdvisedToken): Advice | null {
  if (token.kind !== 'fine-grained' || token.owner === null) return null;
  return {
    id: 'pending',
    lead: `${token.owner} may have to approve it first.`,
    rest: 'Until then it reaches public data only.',
    link: { text: 'See whether it is pending', url: manageUrl(token) },
  };
}

/** A fine-grained token is authorised while it is made. */
function singleSignOn(token: AdvisedToken): Advice | null {
  const reaches = token.scopes?.some((scope) => !OWN_ACCOUNT.test(scope)) ?? true;
  if (token.kind !== 'classic' || !isCloud(token) || !reaches) return null;
  return {
    id: 'single-sign-on',
    lead: 'An organisation with single sign-on refuses it',
    rest: 'until you authorise it there: “Configure SSO”, beside it in the list.',
    link: { text: 'Open the list', url: `${token.origin}/settings/tokens` },
  };
}

/** Whether it was used is known to GitHub alone. */
function unusedForAYear(token: AdvisedToken, now: Date): Advice | null {
  const saved = new Date(token.savedAt).getTime();
  const ends = token.expires === null || token.expires === 'never' ? Infinity : Date.parse(token.expires.at);
  if (!isCloud(token) || ends < saved + YEAR_DAYS * DAY_MS) return null;
  const nearly = now.getTime() - saved >= NEARLY_A_YEAR_DAYS * DAY_MS;
  return {
    id: nearly ? 'year-is-over' : 'unused',
    lead: 'GitHub removes what was not used for a year.',
    rest: nearly
      ? 'This one was saved about a year ago or earlier: if it is still needed, use it now and then.'
      : 'A token for rare use may be gone when it is needed.',
  };
}

function leaked(token: AdvisedToken): Advice {
  const byItself = isCloud(token) ? ' A push to a public repository or gist revokes it by itself.' : '';
  return {
    id: LEAKED,
    lead: 'Revoke it first,',
    rest: `then make a new one.${byItself}`,
    link: { text: `Revoke it on ${hostOf(token)}`, url: manageUrl(token) },
  };
}

export function advice(token: AdvisedToken, now: Date): readonly Advice[] {
  const unused = unusedForAYear(token, now);
  const overdue = unused?.id === 'year-is-over';
  return [
    overdue ? unused : null,
    pendingApproval(token),
    singleSignOn(token),
    overdue ? null : unused,
    leaked(token),
  ].filter((item) => item !== null);
}

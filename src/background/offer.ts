/** What the prompt draws: the page's details with what the provider's data says about them. */
import type { Offer, OfferedScope, Remark, VaultState } from '../messages/protocol';
import {
  RISKS,
  type Details,
  type Expiry,
  type Kind,
  type Provider,
  type Risk,
  type Scope,
} from '../providers/provider';
import { expiryWords } from '../tokens/expiry';

/** The part of a held token that an offer needs. */
export type Offered = {
  readonly id: string;
  readonly kind: string;
  readonly origin: string;
  readonly ends: string;
  readonly details: Details;
  readonly incognito: boolean;
};

/** @param secret only looked at for its form; the offer has its last four characters */
export function offerOf(provider: Provider, held: Offered, secret: string, vault: VaultState): Offer {
  const { host } = new URL(held.origin);
  const kind = provider.kinds[held.kind];
  return {
    id: held.id,
    kindName: kind?.name ?? 'Token',
    letter: provider.letter,
    testHost: provider.testHosts.test(host),
    host,
    ends: held.ends,
    details: held.details,
    expires: expiryLine(held.details.expires),
    scopes: held.details.scopes?.map((scope) => offeredScope(provider, scope)) ?? null,
    warning: inPrivate(warning(provider, held.details.scopes ?? []), held.incognito),
    unknownForm: kind ? unknownForm(kind, secret) : null,
    vault,
  };
}

/** The date too when it is soon: "28 Nov, in 6 days". */
function expiryLine(expires: Expiry): string {
  const now = new Date();
  const { words, date, state } = expiryWords(expires, now);
  return state === 'soon' && date ? `${date.replace(` ${now.getFullYear()}`, '')}, ${words}` : words;
}

function worst(scope: Scope | undefined): Risk | null {
  return scope?.risk.at(-1) ?? null;
}

function offeredScope(provider: Provider, scope: string): OfferedScope {
  return { scope, risk: worst(provider.scopes[scope]) };
}

/** The remark of the broadest scope that has one; of equal ones the first. */
function warning(provider: Provider, scopes: readonly string[]): Remark | null {
  let widest: Scope | null = null;
  for (const name of scopes) {
    const scope = provider.scopes[name];
    if (scope?.broad && (!widest || rank(scope) > rank(widest))) widest = scope;
  }
  if (!widest?.broad) return null;
  const { lead, rest, narrower } = widest.broad;
  return { lead, rest, link: narrower ?? null };
}

const PRIVATE = {
  lead: 'Private window:',
  rest: 'nothing of this token goes to the disk unless you save it.',
} as const;

/** A private window is expected to leave nothing behind: the remark says so, after a warning if there is one. */
function inPrivate(remark: Remark | null, incognito: boolean): Remark | null {
  if (!incognito) return remark;
  if (!remark) return { ...PRIVATE, link: null };
  return { ...remark, rest: `${remark.rest} ${PRIVATE.lead} ${PRIVATE.rest}` };
}

function rank(scope: Scope): number {
  const risk = worst(scope);
  return risk ? RISKS.indexOf(risk) : -1;
}

function unknownForm(kind: Kind, secret: string): string | null {
  if (kind.strict.test(secret) && kind.checksum?.(secret) !== false) return null;
  if (kind.strict.test(secret)) return 'Its check digits do not fit. Saving keeps it exactly as shown.';
  return `${secret.length} characters where tokens appear; ${kind.usual} are usual here. Saving keeps it exactly as shown.`;
}

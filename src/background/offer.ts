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
import { CLOCK, DAY_OF_YEAR, dated } from '../text/dates';
import { counted, text } from '../text/text';
import { expiryWords, shortDay } from '../tokens/expiry';

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
    kindName: kind?.name ?? text('token_kindless'),
    letter: provider.letter,
    testHost: provider.testHosts.test(host),
    host,
    ends: held.ends,
    details: held.details,
    expires: expiryLine(held.details.expires),
    scopes: held.details.scopes?.map((scope) => offeredScope(provider, scope)) ?? null,
    warning: warning(provider, held.details.scopes ?? []),
    inPrivate: held.incognito,
    unknownForm: kind ? unknownForm(kind, secret) : null,
    vault,
  };
}

/** "Saved already, today at 10:42", "Saved already, on 12 Nov at 10:42". */
export function savedWords(savedAt: string, now: Date): string {
  const then = new Date(savedAt);
  const time = dated(then, CLOCK);
  if (then.toDateString() === now.toDateString()) return text('prompt_saved_today', { time });
  return text('prompt_saved_on', { date: dated(then, DAY_OF_YEAR), time });
}

/** The date too when it is soon: "28 Nov, in 6 days". */
function expiryLine(expires: Expiry): string {
  const now = new Date();
  const { words, state } = expiryWords(expires, now);
  if (state !== 'soon' || expires === null || expires === 'never') return words;
  return text('offer_expires_soon', { date: shortDay(expires.at, now), when: words });
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

function rank(scope: Scope): number {
  const risk = worst(scope);
  return risk ? RISKS.indexOf(risk) : -1;
}

function unknownForm(kind: Kind, secret: string): string | null {
  if (kind.strict.test(secret) && kind.checksum?.(secret) !== false) return null;
  if (kind.strict.test(secret)) return text('offer_check_digits');
  return counted('offer_unknown_form', secret.length, { usual: kind.usual });
}

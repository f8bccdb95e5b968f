/** The verdict of "Check this token" in words: what is known first, then what is safe and what to do. */
import type { Check } from '../../messages/protocol';
import type { Expiry, Told } from '../../providers/provider';
import { dated, DAY, inRow, listed, sentences } from '../../text/dates';
import { counted, text } from '../../text/text';
import { moment } from '../../tokens/expiry';
import { ago } from '../../ui/time';

/** `good` and `bad` are known; `open`: nothing is known of the token from that. */
export type VerdictWords = {
  readonly tone: 'good' | 'bad' | 'open';
  readonly lead: string;
  readonly rest: string;
};

/** @param site the host of the token's own site, as people know it */
export function verdictWords(check: Check, site: string, now: Date): VerdictWords {
  const { found, host } = check;
  const open = (lead: string, why: string): VerdictWords => {
    return { tone: 'open', lead, rest: sentences(why, text('check_nothing_known')) };
  };
  switch (found.is) {
    case 'valid':
      return { tone: 'good', lead: text('check_valid'), rest: validWords(check, found.told, site, now) };
    case 'lacks': {
      const why = text('check_lacks', { host: site, scope: found.scope });
      return { tone: 'good', lead: text('check_valid'), rest: sentences(whenWords(check, now), why) };
    }
    case 'refused': {
      const rest = sentences(whenWords(check, now), text('check_refused', { host: site }));
      return { tone: 'bad', lead: text('check_not_valid'), rest };
    }
    case 'unheard':
      return open(text('check_not_told'), text('check_unheard', { host }));
    case 'limited':
      return open(text('check_limited'), limitWords(host, found.seconds));
    case 'unexpected':
      return open(text('check_not_told'), unexpectedWords(host, found.status));
    case 'unreachable':
      return open(text('check_not_reachable'), text('check_unreachable', { host }));
    case 'not-allowed':
      return open(text('check_not_checked'), text('check_not_allowed', { host }));
    case 'unknown-server':
      return open(text('check_not_checked'), text('check_unknown_server', { host: site }));
  }
}

const whenWords = ({ at }: Check, now: Date) => text('check_when', { when: ago(at, now) });

function validWords(check: Check, told: Told, site: string, now: Date): string {
  const parts = [
    told.account === null ? null : text('check_says_account', { account: told.account }),
    scopeWords(told.scopes),
    told.expires === null ? null : text('check_says_expires', { date: endWords(told.expires) }),
  ].filter((part) => part !== null);
  const says = parts.length > 0 ? [text('check_says', { host: site, what: inRow(parts) })] : [];
  const hidden = check.hidden ? [text('check_hidden', { host: check.host })] : [];
  return sentences(whenWords(check, now), ...says, ...hidden);
}

function scopeWords(scopes: Told['scopes']): string | null {
  if (scopes === null) return null;
  return scopes.length === 0
    ? text('check_says_no_scopes')
    : text('check_says_scopes', { scopes: listed(scopes) });
}

const MINUTE_S = 60;

function limitWords(host: string, seconds: number | null): string {
  if (seconds === null) return text('check_limited_later', { host });
  const minutes = Math.max(1, Math.ceil(seconds / MINUTE_S));
  return counted('check_limited_until', minutes, { host });
}

/** A redirect that was not followed has no status. */
function unexpectedWords(host: string, status: number): string {
  return status === 0
    ? text('check_led_elsewhere', { host })
    : text('check_unexpected', { host, status: String(status) });
}

/** "4 Dec 2026", "never", "not stated"; what no calendar knows as it stands. */
function endWords(expires: Expiry): string {
  if (expires === null) return text('expires_not_stated');
  if (expires === 'never') return text('expires_never');
  const then = moment(expires.at);
  return Number.isNaN(then.getTime()) ? expires.at : dated(then, DAY);
}

/** One part of a record, as it is and as the site told it. */
export type Change = { readonly label: string; readonly was: string; readonly is: string };

/** What filling in would change, in words. */
export function changesOf(known: Told, news: Partial<Told>): readonly Change[] {
  const { account, scopes, expires } = news;
  const change = (label: string, was: string, is: string | null) => (is === null ? [] : [{ label, was, is }]);
  return [
    ...change(text('check_account'), known.account ?? text('expires_not_stated'), account ?? null),
    ...change(text('check_scopes'), scopeNames(known.scopes), scopes ? scopeNames(scopes) : null),
    ...change(text('check_expires'), endWords(known.expires), expires ? endWords(expires) : null),
  ];
}

function scopeNames(scopes: Told['scopes']): string {
  if (scopes === null) return text('expires_not_stated');
  return scopes.length === 0 ? text('check_no_scopes') : listed(scopes);
}

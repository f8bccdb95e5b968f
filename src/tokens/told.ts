/** What a site's API told of a token, beside what its record says. */
import type { Details, Expiry, Told } from '../providers/provider';
import { daysUntil, moment } from './expiry';

/** The parts that were told and that the record does not say, or says otherwise. */
export function newsOf(known: Pick<Details, keyof Told>, told: Told): Partial<Told> {
  const { account, scopes, expires } = told;
  return {
    ...(account !== null && account !== known.account && { account }),
    ...(scopes !== null && !sameScopes(known.scopes, scopes) && { scopes }),
    ...(expires !== null && !sameEnd(known.expires, expires) && { expires }),
  };
}

/** In any order. */
function sameScopes(known: readonly string[] | null, told: readonly string[]): boolean {
  return known !== null && [...new Set(known)].toSorted().join() === [...new Set(told)].toSorted().join();
}

/** A page tells the day alone; an instant within it is no news. */
function sameEnd(known: Expiry, told: Expiry): boolean {
  if (known === null || known === 'never' || told === null || told === 'never') return known === told;
  if (!known.at.includes('T')) return daysUntil(moment(told.at), moment(known.at)) === 0;
  return moment(known.at).getTime() === moment(told.at).getTime();
}

/**
 * How hard a passphrase is to guess. The estimator and its dictionaries (about 400 kB) are loaded only
 * by a page on which a passphrase is being chosen. Its number of guesses counts, not its score, which
 * gives "Tr0ub4dor&3" four of four.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { providers } from '../../providers';
import { hostOfPattern } from '../../providers/watched';

/** Powers of ten of guesses: refused below the first, warned of below the second. */
const REFUSED_BELOW = 10;
const WEAK_BELOW = 14;
const STRONG_FROM = 18;

/** Longer ones are judged by their start: the estimator's time grows faster than the length. */
const JUDGED_LENGTH = 100;

const PRODUCT_WORDS = ['seenonce', 'seen', 'once', 'token', 'vault', 'passphrase'];
/** The sites, their hosts, and the words that these are made of. */
const SITE_WORDS = providers.flatMap(({ id, matches }) => {
  const hosts = matches.map(hostOfPattern);
  return [id, ...hosts, ...hosts.flatMap((host) => host.match(/[a-z]{4,}/g) ?? [])];
});

export type Verdict = 'refused' | 'weak' | 'good' | 'strong';

let estimator: Promise<ZxcvbnFactory> | null = null;

/** Starts loading the estimator, so that it is there when the first letter is typed. */
export function loadEstimator(): Promise<ZxcvbnFactory> {
  estimator ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Estimator }, { dictionary, adjacencyGraphs }]) =>
      new Estimator({ dictionary, graphs: adjacencyGraphs }),
  );
  return estimator;
}

/** What a number of guesses (its power of ten) is worth. */
export function verdictOf(guessesLog10: number): Verdict {
  if (guessesLog10 < REFUSED_BELOW) return 'refused';
  if (guessesLog10 < WEAK_BELOW) return 'weak';
  return guessesLog10 < STRONG_FROM ? 'good' : 'strong';
}

/**
 * Judges a passphrase; nothing of it is kept.
 * @param known words that somebody who knows the user would try first (names of tokens, accounts)
 */
export async function judge(passphrase: string, known: readonly string[] = []): Promise<Verdict> {
  const judged = passphrase.normalize('NFC').slice(0, JUDGED_LENGTH);
  if (judged === '') return 'refused';
  const { guessesLog10 } = (await loadEstimator()).check(judged, [...PRODUCT_WORDS, ...SITE_WORDS, ...known]);
  return verdictOf(guessesLog10);
}

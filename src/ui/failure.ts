/** Every failure in words: what happened, what is safe, what to do. */
import type { Failure } from '../messages/protocol';
import { named } from '../text/named';
import { text } from '../text/text';

export type FailureWords = { readonly what: string; readonly safe: string; readonly next: string };

export function failureWords(failure: Failure): FailureWords {
  const name = named(failure);
  return {
    what: text(`failure_${name}_what`),
    safe: text(`failure_${name}_safe`),
    next: text(`failure_${name}_next`),
  };
}

/** The same as one line of text, for places that have one line. */
export function failureLine(failure: Failure): string {
  return text('failure_line', failureWords(failure));
}

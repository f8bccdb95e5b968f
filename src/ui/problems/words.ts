/** Problems and notices in words. What can be told is told: nothing is called changed that is only gone. */
import type { Notice, Problem } from '../../messages/protocol';
import { named } from '../../text/named';
import { counted, text } from '../../text/text';
import type { FailureWords } from '../failure';
import { day } from '../time';

export function noticeWords(kind: Notice['kind']): FailureWords {
  const name = named(kind);
  return {
    what: text(`notice_${name}_what`),
    safe: text(`notice_${name}_safe`),
    next: text(`notice_${name}_next`),
  };
}

export function problemName({ name }: Problem): string {
  return name ?? text('problem_nameless');
}

/** "github.com. Found 12 Nov 2026, last whole 3 Sep 2026." */
export function problemPlace({ host, since, whole }: Problem): string {
  const found =
    whole === null
      ? text('problem_found', { since: day(since) })
      : text('problem_found_whole', { since: day(since), whole: day(whole) });
  return host === null ? found : text('problem_place', { host, found });
}

/** What is asked before one is given up. */
export function giveUpQuestion({ failure, name, host }: Problem): string {
  return text('problem_give_up_question', {
    question: name === null ? text('problem_give_up_nameless') : text('problem_give_up_named', { name }),
    gone: text(failure === 'missing' ? 'problem_give_up_listed' : 'problem_give_up_bytes'),
    still: host === null ? text('problem_still_at_site') : text('problem_still_on', { host }),
  });
}

function missingWords(problems: readonly Problem[]): string {
  // ISO instants sort as text: the first is the earliest.
  const [since = ''] = problems.map((problem) => problem.since).toSorted();
  return counted('problem_missing', problems.length, { since: day(since) });
}

export type Attention = { readonly lead: string; readonly rest: string };

/** The popup's one note: how much there is to see, and of what kind. `null`: nothing. */
export function attention(problems: readonly Problem[], notices: readonly Notice[]): Attention | null {
  const missing = problems.filter(({ failure }) => failure === 'missing');
  const count = problems.length - missing.length;
  if (problems.length > 0) {
    const gone = missing.length > 0 ? missingWords(missing) : '';
    const unreadable = count > 0 ? counted('problem_unreadable', count) : '';
    const rest =
      gone && unreadable ? text('problem_both', { missing: gone, unreadable }) : gone || unreadable;
    return { lead: needAttention(problems.length), rest };
  }
  const [notice] = notices;
  if (!notice) return null;
  const { what, safe } = noticeWords(notice.kind);
  return { lead: what, rest: safe };
}

/** What can be said before it is known which. */
export function needAttention(count: number): string {
  return counted('problem_attention', count);
}

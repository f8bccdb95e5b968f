/** Problems and notices in words. What can be told is told: nothing is called changed that is only gone. */
import type { Notice, Problem } from '../../messages/protocol';
import type { FailureWords } from '../failure';
import { day, grouped, tokenCount } from '../time';

/** What the list does not remember the name of. */
const NAMELESS = 'A token whose name is not known';

export const NOTICES: Readonly<Record<Notice['kind'], FailureWords>> = {
  'list-remade': {
    what: 'The list of your tokens was damaged or gone, and was made anew.',
    safe: 'Every token that is on the disk is in it again.',
    next: 'Whether one is missing cannot be told any more: if you miss one, restore a backup.',
  },
  'list-rolled-back': {
    what: 'An older list of your tokens was put in the place of the newer one.',
    safe: 'Nobody can read a token by that, and the list was compared with what is on the disk.',
    next: 'Look whether a token is missing, or back that you had deleted: somebody, or a copied profile, changed the files of this browser.',
  },
  'put-back': {
    what: 'Tokens were gone from the database, and were put back from the second copy.',
    safe: 'They can be used as before.',
    next: 'Make a backup: what took them once may do so again.',
  },
  'list-newer': {
    what: 'A later version of SeenOnce wrote the list of your tokens.',
    safe: 'It is left as it is, and your tokens are listed without it.',
    next: 'Update SeenOnce to use it again.',
  },
  'copy-newer': {
    what: 'A newer version of SeenOnce wrote the second copy of the vault.',
    safe: 'It is left as it is, and what is saved now is in the database alone.',
    next: 'Update SeenOnce, so that everything is kept twice again; make a backup until then.',
  },
  'header-changed': {
    what: 'The stored keys of the vault were changed, and not by SeenOnce.',
    safe: 'The key itself is the same, and your tokens were not changed.',
    next: 'If you did not copy an old profile back, change the passphrase: that replaces what was put there.',
  },
};

export function problemName({ name }: Problem): string {
  return name ?? NAMELESS;
}

/** "github.com. Found 12 Nov 2026, last whole 3 Sep 2026." */
export function problemPlace({ host, since, whole }: Problem): string {
  const last = whole === null ? '' : `, last whole ${day(whole)}`;
  return `${host === null ? '' : `${host}. `}Found ${day(since)}${last}.`;
}

/** What is asked before one is given up. */
export function giveUpQuestion(problem: Problem): string {
  const { failure, host } = problem;
  const where = host === null ? 'at its site' : `on ${host}`;
  const gone = failure === 'missing' ? 'It is not listed any more.' : 'Its bytes are deleted here.';
  const name = problem.name ?? 'this token';
  return `Give up ${name}? ${gone} It may still work ${where}.`;
}

function missingWords(missing: readonly Problem[]): string {
  // ISO instants sort as text: the first is the earliest.
  const [since = ''] = missing.map((problem) => problem.since).toSorted();
  const which =
    missing.length === 1
      ? '1 token that was here is'
      : `${grouped(missing.length)} tokens that were here are`;
  return `Vault incomplete: ${which} gone from the disk, since ${day(since)}.`;
}

function unreadableWords(count: number): string {
  return count === 1
    ? '1 token cannot be opened; its bytes are kept.'
    : `${tokenCount(count)} cannot be opened; their bytes are kept.`;
}

export type Attention = { readonly lead: string; readonly rest: string };

/** The popup's one note: how much there is to see, and of what kind. `null`: nothing. */
export function attention(problems: readonly Problem[], notices: readonly Notice[]): Attention | null {
  const missing = problems.filter(({ failure }) => failure === 'missing');
  const unreadable = problems.length - missing.length;
  if (problems.length > 0)
    return {
      lead: needAttention(problems.length),
      rest: [
        ...(missing.length > 0 ? [missingWords(missing)] : []),
        ...(unreadable > 0 ? [unreadableWords(unreadable)] : []),
      ].join(' '),
    };
  const [notice] = notices;
  return notice ? { lead: NOTICES[notice.kind].what, rest: NOTICES[notice.kind].safe } : null;
}

/** What can be said before it is known which. */
export function needAttention(count: number): string {
  return count === 1 ? '1 token needs attention.' : `${grouped(count)} tokens need attention.`;
}

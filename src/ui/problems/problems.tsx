import { useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Notice, Status } from '../../messages/protocol';
import { rich } from '../../text/rich';
import { gap } from '../../text/dates';
import { text } from '../../text/text';
import { failureLine, failureWords } from '../failure';
import { FailureNote } from '../failure-note';
import { Icon } from '../mark';
import { day } from '../time';
import { ProblemItem } from './problem-item';
import { useProblems } from './use-problems';
import { noticeWords } from './words';

type Props = { readonly status: Status; readonly refresh: () => void };

/** "What needs attention": every record that is not what it should be, and what happened to the vault. */
export function Problems({ status, refresh }: Props) {
  const { known, failure, ask } = useProblems(status, true);
  const [said, setSaid] = useState('');

  function done(words: string): void {
    setSaid(words);
    void ask();
    refresh();
  }

  if (failure) return <FailureNote words={failureWords(failure)} />;
  const { problems = [], notices = [] } = known ?? {};
  return (
    <div class="attention">
      {problems.length + notices.length > 0 && <h3 id="attention">{text('problem_title')}</h3>}
      {notices.length > 0 && <Notices notices={notices} onDone={done} />}
      {problems.length > 0 && (
        <ul class="problems" aria-labelledby="attention">
          {problems.map((problem) => (
            <ProblemItem key={problem.id} problem={problem} onGivenUp={done} />
          ))}
        </ul>
      )}
      <p class="help" role="status">
        {said}
      </p>
    </div>
  );
}

function Notices({ notices, onDone }: { notices: readonly Notice[]; onDone: (words: string) => void }) {
  const [problem, setProblem] = useState<string | null>(null);

  async function acknowledge(): Promise<void> {
    const answer = await send('ui:acknowledge', { notices: true });
    setProblem(answer.ok ? null : failureLine(answer.failure));
    if (answer.ok) onDone('');
  }

  return (
    <div class="note note-once notices">
      <Icon is="warn" />
      <div>
        {notices.map(({ kind, since }) => (
          <NoticeLine key={kind} {...{ kind, since }} />
        ))}
        <button class="btn btn-s" type="button" onClick={() => void acknowledge()}>
          {text('problem_acknowledge')}
        </button>
        {problem !== null && (
          <p class="help help-loss" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}

function NoticeLine({ kind, since }: Notice) {
  const { what, safe, next } = noticeWords(kind);
  return (
    <p>
      {rich('failure_line', { what: <span class="strong">{what}</span>, safe, next })}
      {gap()}
      <span class="muted">{text('problem_noticed', { when: day(since) })}</span>
    </p>
  );
}

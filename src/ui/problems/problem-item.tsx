import { base64 } from '@scure/base';
import { useId, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Problem } from '../../messages/protocol';
import { text } from '../../text/text';
import { Ask } from '../ask';
import { download } from '../download';
import { failureLine } from '../failure';
import { Icon } from '../mark';
import { giveUpQuestion, problemName, problemPlace } from './words';

type Props = { readonly problem: Problem; readonly onGivenUp: (words: string) => void };

/** What its buttons do. */
function useDeeds({ problem, onGivenUp }: Props) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  async function exportBytes(): Promise<void> {
    const answer = await send('ui:sealed', { id: problem.id });
    setWrong(answer.ok ? null : failureLine(answer.failure));
    if (answer.ok) download(base64.decode(answer.value), `seenonce-${problem.id}.age`);
  }

  async function giveUp(): Promise<void> {
    setBusy(true);
    const answer = await send('ui:acknowledge', { id: problem.id });
    setBusy(false);
    setWrong(answer.ok ? null : failureLine(answer.failure));
    setAsking(false);
    if (answer.ok) onGivenUp(text('problem_given_up', { name: problemName(problem) }));
  }

  return { asking, setAsking, busy, wrong, exportBytes, giveUp };
}

/** One record: which token, what it is, and what can be done with it. */
export function ProblemItem(props: Props) {
  const { problem } = props;
  const id = useId();
  const deeds = useDeeds(props);
  return (
    <li class={problem.failure === 'newer' ? 'only-newer' : undefined}>
      <Icon is={problem.failure === 'newer' ? 'warn' : 'stop'} />
      <div class="problem">
        <p class="strong" id={id}>
          {problemName(problem)}
        </p>
        <p class="small muted">{problemPlace(problem)}</p>
        <p>{failureLine(problem.failure)}</p>
        <Buttons {...{ problem, deeds, id }} />
        {deeds.wrong !== null && (
          <p class="help help-loss" role="alert">
            {deeds.wrong}
          </p>
        )}
      </div>
    </li>
  );
}

type ButtonProps = {
  readonly problem: Problem;
  readonly deeds: ReturnType<typeof useDeeds>;
  /** Of the token's name. */
  readonly id: string;
};

function Buttons({ problem, deeds: { asking, setAsking, busy, exportBytes, giveUp }, id }: ButtonProps) {
  const opener = useRef<HTMLButtonElement>(null);
  if (asking) {
    const keep = () => {
      setAsking(false);
      setTimeout(() => opener.current?.focus());
    };
    const question = giveUpQuestion(problem);
    return (
      <Ask {...{ question, busy }} yes={text('problem_give_up')} onYes={() => void giveUp()} onKeep={keep} />
    );
  }
  return (
    <div class="ask-do">
      {problem.failure !== 'missing' && (
        <button class="btn btn-s" type="button" aria-describedby={id} onClick={() => void exportBytes()}>
          {text('problem_export')}
        </button>
      )}
      <button
        class="btn btn-s btn-quiet btn-loss"
        type="button"
        ref={opener}
        aria-describedby={id}
        onClick={() => setAsking(true)}
      >
        {text('problem_give_up')}
      </button>
    </div>
  );
}

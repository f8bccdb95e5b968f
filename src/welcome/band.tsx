import { text } from '../text/text';
import { Eye, Icon } from '../ui/mark';

export type Step = 'vault' | 'sites' | 'practice';
const STEPS = ['vault', 'sites', 'practice'] as const;

const nameOf = (step: Step): string => text(`welcome_step_${step}`);

type Props = {
  /** `null`: the steps are behind us. */
  readonly step: Step | null;
  /** A step that was skipped is passed, and not done. */
  readonly done: Readonly<Record<Step, boolean>>;
};

/** The mark, and how far one is. */
export function Band({ step, done }: Props) {
  const at = step === null ? STEPS.length : STEPS.indexOf(step);
  return (
    <header class="band">
      <Eye lid="half" />
      <span class="name">SeenOnce</span>
      <ol aria-label={text('welcome_steps')}>
        {STEPS.map((each, n) => (
          <li key={each} aria-current={n === at ? 'step' : undefined}>
            {n < at && done[each] && <Icon is="check" small />}
            {nameOf(each)}
            {n < at && done[each] && <span class="unseen">, {text('welcome_step_done')}</span>}
          </li>
        ))}
      </ol>
    </header>
  );
}

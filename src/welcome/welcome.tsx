/**
 * The first page: a passphrase, the sites, the first token. It opens at installation, by Save in the
 * prompt while there is no vault (`#save`), and by the popup for generated words (`#generated`).
 */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import browser from '../browser';
import type { Held, Status } from '../messages/protocol';
import { FAILURES } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { Eye, Icon } from '../ui/mark';
import { useNow, useStatus } from '../ui/status';
import { StepFirstToken } from './step-first-token';
import { StepPassphrase } from './step-passphrase';
import { StepSaved } from './step-saved';
import { StepSites } from './step-sites';

const STEPS = ['Passphrase', 'Sites', 'First token'] as const;
type Step = 0 | 1 | 2;

function Band({ step }: { step: Step }) {
  return (
    <header class="band">
      <Eye lid="half" />
      <span class="name">SeenOnce</span>
      <ol aria-label="Steps">
        {STEPS.map((name, at) => (
          <li key={name} aria-current={at === step ? 'step' : undefined}>
            {at < step && <Icon is="check" small />}
            {name}
          </li>
        ))}
      </ol>
    </header>
  );
}

/** Our own tab may always be closed by us. */
async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** The tokens that waited for the vault, remembered from before it existed. */
function useWaited(status: Status | null): readonly Held[] {
  const waited = useRef<readonly Held[]>([]);
  if (status?.vault === 'none') waited.current = status.held.filter(({ saveRequested }) => saveRequested);
  return waited.current;
}

function Welcome() {
  const { status, failure, refresh } = useStatus();
  const [step, setStep] = useState<Step>(0);
  const [exists, setExists] = useState(false);
  const waited = useWaited(status);
  const now = useNow();
  useEffect(() => {
    // A new step is a new page to who cannot see it.
    if (step > 0) document.querySelector<HTMLElement>('h1')?.focus();
  }, [step]);

  if (!status) return failure && <FailureNote words={FAILURES[failure]} />;
  const made = status.vault !== 'none';
  return (
    <>
      <Band step={made && step === 0 && waited.length === 0 ? 1 : step} />
      {exists && made && <ExistsNote locked={status.vault === 'locked'} />}
      <CurrentStep />
    </>
  );

  function CurrentStep() {
    return null;
  }
}

render(<Welcome />, document.body);

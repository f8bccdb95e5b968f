/**
 * The first page: a passphrase, the sites, the first token. It opens at installation, by Save in the
 * prompt while there is no vault (`#save`), and by the popup for generated words (`#generated`).
 */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import browser from '../browser';
import type { Held, Status } from '../messages/protocol';
import { text } from '../text/text';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { Eye, Icon } from '../ui/mark';
import { needsOf } from '../ui/repair/words';
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

type View = 'passphrase' | 'saved' | 'sites' | 'first-token';
const STEP_OF: Record<View, Step> = { passphrase: 0, saved: 0, sites: 1, 'first-token': 2 };

type Existing = { readonly vault: 'unlocked' | 'locked' | 'broken'; readonly trouble: Status['trouble'] };

/** Where an existing vault leads to: it is kept as it is, whatever its state. */
function existing({ vault, trouble }: Existing): readonly [words: string, href: string, link: string] {
  if (vault !== 'broken')
    return [text(`welcome_exists_${vault}`), '../popup/popup.html', text(`welcome_exists_${vault}_link`)];
  const { needs, link } = needsOf(trouble);
  return [text(`welcome_exists_${needs}`), '../options/options.html#vault', link];
}

function ExistsNote({ vault, trouble }: Existing) {
  const [words, href, link] = existing({ vault, trouble });
  return (
    <div class="note exists" role="status">
      <Icon is={vault === 'broken' ? 'warn' : 'check'} />
      <p>
        <span class="strong">{words}</span> {text('welcome_exists_kept')}{' '}
        <a class="link" href={href}>
          {link}
        </a>
      </p>
    </div>
  );
}

function Welcome() {
  const { status, failure, refresh } = useStatus();
  const [later, setLater] = useState<View | null>(null);
  const [ours, setOurs] = useState(false);
  const waited = useWaited(status);
  const now = useNow();
  const afterwards = later ?? (waited.length > 0 ? 'saved' : 'sites');
  const view: View = status?.vault === 'none' ? 'passphrase' : afterwards;
  useViewFocus(status && view);

  if (!status) return failure && <FailureNote words={failureWords(failure)} />;
  const { vault, trouble, held, withheld } = status;
  const again = () => void refresh();
  return (
    <>
      <Band step={STEP_OF[view]} />
      {vault !== 'none' && !ours && view !== 'first-token' && <ExistsNote vault={vault} trouble={trouble} />}
      {view === 'passphrase' && (
        <StepPassphrase
          held={held}
          startGenerated={location.hash === '#generated'}
          onMaking={(making) => {
            setOurs(making === 'begun' || making === 'made');
            if (making !== 'begun') again();
          }}
        />
      )}
      {view === 'saved' && (
        <StepSaved {...{ waited, held, vault, now }} onDone={again} onNext={() => setLater('sites')} />
      )}
      {view === 'sites' && (
        <StepSites {...{ withheld }} onAllowed={again} onNext={() => setLater('first-token')} />
      )}
      {view === 'first-token' && <StepFirstToken onDone={() => void closeTab()} />}
    </>
  );
}

/** A new step is a new page to somebody who cannot see it: the reading starts at its heading. */
function useViewFocus(view: View | null): void {
  const before = useRef<View | null>(null);
  useEffect(() => {
    if (before.current !== null && before.current !== view)
      document.querySelector<HTMLElement>('h1')?.focus();
    before.current = view;
  }, [view]);
}

render(<Welcome />, document.body);

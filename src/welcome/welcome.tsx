/**
 * The first page: a passphrase, the sites, the first token, each of which can be skipped; then, and at
 * every later visit, what is set up and what is missing. It opens at installation, by Save in the prompt
 * while there is no vault (`#save`), by the popup for generated words (`#generated`), and by the options
 * page and the practice page for the list (`#setup`).
 */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import browser, { send } from '../browser';
import type { Held, Status } from '../messages/protocol';

import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { speak } from '../ui/language';
import { useNow, useStatus } from '../ui/status';
import { Band, type Step } from './band';
import { ExistsNote } from './exists-note';
import { SetupList } from './setup-list';
import { StepFirstToken } from './step-first-token';
import { StepPassphrase } from './step-passphrase';
import { StepSaved } from './step-saved';
import { StepSites } from './step-sites';

type View = 'vault' | 'saved' | 'sites' | 'practice' | 'setup';
const STEP_OF: Readonly<Record<View, Step | null>> = {
  vault: 'vault',
  saved: 'vault',
  sites: 'sites',
  practice: 'practice',
  setup: null,
};

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

/** Whether a token was ever saved on the practice page; `null` until known. */
function usePractised(): boolean | null {
  const [practised, setPractised] = useState<boolean | null>(null);
  useEffect(() => {
    const ask = () =>
      void send('ui:settings', null).then((answer) => setPractised(answer.ok && answer.value.practised));
    ask();
    // By Back from the practice page a browser may show this page as it was left.
    window.addEventListener('pageshow', ask);
    return () => window.removeEventListener('pageshow', ask);
  }, []);
  return practised;
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

/** From a step's heading, where the focus is, Enter goes on as the view's primary button does. */
function goOn({ key, target }: KeyboardEvent): void {
  if (key === 'Enter' && target instanceof HTMLHeadingElement)
    document.querySelector<HTMLElement>('main .btn-primary')?.click();
}

type Way = { readonly chosen: View | null; readonly ours: boolean; readonly waits: boolean };

function viewOf(status: Status | null, { chosen, ours, waits }: Way): View {
  if (status?.vault === 'none') return chosen ?? 'vault';
  if (chosen !== null && chosen !== 'vault') return chosen;
  if (waits) return 'saved';
  return ours ? 'sites' : 'setup';
}

/** Which view is shown, and the ways from one to the next. */
function useView(status: Status | null) {
  const [chosen, setChosen] = useState<View | null>(location.hash === '#setup' ? 'setup' : null);
  const [ours, setOurs] = useState(false);
  const waited = useWaited(status);
  // Save was clicked in a prompt after this step was skipped: it asks for the vault once more.
  useEffect(() => {
    if (waited.length > 0 && status?.vault === 'none') setChosen('vault');
  }, [waited.length]);

  // The vault was made elsewhere while somebody chose a passphrase here.
  const chose = useRef(false);
  const view = viewOf(status, { chosen, ours, waits: waited.length > 0 });
  if (status?.vault === 'none') chose.current = view === 'vault';
  const surprised = chose.current && !ours;
  return { view, go: setChosen, waited, surprised, setOurs };
}

function Welcome() {
  const { status, failure, refresh } = useStatus();
  const practised = usePractised();
  const now = useNow();
  const { view, go, waited, surprised, setOurs } = useView(status);
  useViewFocus(status && view);

  if (!status || practised === null) return failure && <FailureNote words={failureWords(failure)} />;
  const { vault, trouble, held, withheld } = status;
  const again = () => void refresh();
  return (
    <div class="steps" onKeyDown={goOn}>
      <Band
        step={STEP_OF[view]}
        done={{ vault: vault !== 'none', sites: withheld.length === 0, practice: practised }}
      />
      {vault !== 'none' && surprised && <ExistsNote vault={vault} trouble={trouble} />}
      {view === 'vault' && (
        <StepPassphrase
          held={held}
          startGenerated={location.hash === '#generated'}
          onMaking={(making) => {
            setOurs(making === 'begun' || making === 'made');
            // Also as it begins: a token may have come to wait since the last answer, and is to be told of as saved.
            again();
          }}
          onSkip={() => go('sites')}
        />
      )}
      {view === 'saved' && (
        <StepSaved {...{ waited, held, vault, now }} onDone={again} onNext={() => go('sites')} />
      )}
      {view === 'sites' && <StepSites {...{ withheld }} onAllowed={again} onNext={() => go('practice')} />}
      {view === 'practice' && <StepFirstToken {...{ practised }} onNext={() => go('setup')} />}
      {view === 'setup' && (
        <SetupList
          {...{ status, practised }}
          onVault={() => go('vault')}
          onAsked={again}
          onClose={() => void closeTab()}
        />
      )}
    </div>
  );
}

speak('welcome_title');
render(<Welcome />, document.body);

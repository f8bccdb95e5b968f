/** What the popup draws. It also works as an ordinary tab, where the prompt's buttons open it. */
import { render } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Status, VaultState } from '../messages/protocol';
import { text } from '../text/text';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { HeldList } from '../ui/held-list';
import { speak } from '../ui/language';
import { useNow, useStatus, type Standing } from '../ui/status';
import { WithheldNote } from '../ui/withheld';
import type { Making } from '../ui/passphrase/create';
import { ClearingContext, useClearing } from './clearing';
import { Broken, Locked, NoVault } from './closed';
import { fitWindow } from './fit';
import type { TakeEarly } from './listing';
import { Unlocked } from './unlocked';

/** How long the footer says what just happened, ms. */
const SAID_MS = 10_000;

/** Both are asked before this file is loaded, and what the first frame shows depends on them. */
export type First = { readonly status: Answer<'ui:status'>; readonly takeEarly: TakeEarly };

/** A sentence that is forgotten after a while. */
function useSaid(): [said: string, say: (words: string) => void] {
  const [said, setSaid] = useState({ words: '' });
  useEffect(() => {
    if (said.words === '') return;
    const timer = setTimeout(() => setSaid({ words: '' }), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback((words: string) => setSaid({ words }), []);
  return [said.words, say];
}

/** "A vault exists already", and whether it has to be unlocked. */
function existsWords(vault: VaultState | undefined): string {
  return vault === 'unlocked' ? text('popup_vault_exists_open') : text('popup_vault_exists');
}

/** Says so when a vault appears that this page did not make. Returns what to call as it makes one. */
function useMaking(
  vault: VaultState | undefined,
  say: (words: string) => void,
  ask: () => Promise<Status | null>,
) {
  const before = useRef(vault);
  const ours = useRef(false);
  useEffect(() => {
    if (before.current === 'none' && vault !== 'none' && !ours.current) say(existsWords(vault));
    before.current = vault;
  }, [vault, say]);
  return async (making: Making) => {
    // The status may tell of our vault before the answer to its making is here.
    ours.current = making !== 'failed';
    if (making === 'begun') return;
    const now = await ask();
    if (making === 'exists') say(existsWords(now?.vault));
  };
}

/** The button that was pressed is gone with its token: the focus goes to what comes next, not to nothing. */
function refocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('.held button, .mid input, [type=search]')?.focus();
  });
}

function Popup({ first }: { first: First }) {
  const standing = useStatus(first.status);
  const [said, say] = useSaid();
  const clearing = useClearing(standing.status?.clipboard, (words) => {
    if (words !== null) say(words);
    void standing.refresh().then(refocus);
  });
  return (
    <ClearingContext.Provider value={clearing}>
      <View {...standing} {...{ said, say }} takeEarly={first.takeEarly} />
    </ClearingContext.Provider>
  );
}

type ViewProps = Standing & {
  readonly said: string;
  readonly say: (words: string) => void;
  readonly takeEarly: TakeEarly;
};

function View({ status, failure, refresh, said, say, takeEarly }: ViewProps) {
  const now = useNow();
  const onMaking = useMaking(status?.vault, say, refresh);
  const again = () => void refresh();

  if (!status) return failure && <FailureNote words={failureWords(failure)} />;
  const done = (words: string) => {
    say(words);
    void refresh().then(refocus);
  };
  const held = (
    <>
      <HeldList held={status.held} vault={status.vault} now={now} onDone={done} />
      <WithheldNote withheld={status.withheld} onAllowed={done} />
    </>
  );
  const shared = { status, now, said, held };
  if (status.vault === 'locked') return <Locked {...shared} onOpen={again} />;
  if (status.vault === 'unlocked')
    return <Unlocked {...shared} takeEarly={takeEarly} say={say} refresh={again} />;
  if (status.vault === 'broken')
    return (
      <Broken
        {...shared}
        onRepaired={() => {
          say(text('repair_done'));
          again();
        }}
      />
    );
  return <NoVault {...shared} onMaking={(making) => void onMaking(making)} />;
}

/** Draws the popup. @param first the status, and a list that may be under way still */
export function show(first: First): void {
  fitWindow();
  speak();
  render(<Popup first={first} />, document.body);
}

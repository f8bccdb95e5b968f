/** The window of "Save as token": names what was selected on a site that SeenOnce does not know. */
import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { send } from '../browser';
import type { ByHand, Failure } from '../messages/protocol';
import { text } from '../text/text';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { speak } from '../ui/language';
import { Eye } from '../ui/mark';
import { NameForm } from './name-form';
import { nothingAt, NothingToSave } from './nothing';
import { Saved, Waiting } from './outcome';

/** How often it asks whether the vault was made meanwhile, ms. */
const ASK_EVERY_MS = 1_000;

/** The record's id, or why there is nothing to save. Never the token. */
const HASH = location.hash.slice(1);

/** Our own window may always be closed by us. */
function closeWindow(): void {
  window.close();
}

function useByHand(id: string) {
  const [known, setKnown] = useState<ByHand | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = useCallback(async () => {
    const answer = await send('ui:by-hand', { id });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setKnown(answer.value);
  }, [id]);
  useEffect(() => {
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return { known, failure, ask };
}

function Window({ id }: { id: string }) {
  const { known, failure, ask } = useByHand(id);
  const [ended, setEnded] = useState(false);
  if (!known) return failure && <FailureNote words={failureWords(failure)} />;
  const { state } = known.sighting;
  if (state === 'saved') return <Saved known={known} now={known.sighting} onClose={closeWindow} />;
  if (ended || failure) return <FailureNote words={failureWords(failure ?? 'not-held')} />;
  if (state === 'waits-for-vault' && known.vault === 'none') return <Waiting known={known} />;
  return (
    <NameForm
      id={id}
      known={known}
      onSaved={() => void ask()}
      onDiscarded={() => {
        setEnded(true);
        closeWindow();
      }}
    />
  );
}

function Page() {
  const nothing = nothingAt(HASH);
  return (
    <>
      <header class="band">
        <Eye lid="open" />
        <h1>{text('save_title')}</h1>
      </header>
      <main class="save">
        {nothing === null ? <Window id={HASH} /> : <NothingToSave why={nothing} onClose={closeWindow} />}
      </main>
    </>
  );
}

speak('save_title');
render(<Page />, document.body);

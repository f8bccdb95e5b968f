import { useState } from 'preact/hooks';
import type { Held } from '../messages/protocol';
import { counted, text } from '../text/text';
import { Lead } from '../ui/lead';
import { Eye, Icon } from '../ui/mark';
import type { Making } from '../ui/passphrase/create';
import { CreateForm } from '../ui/passphrase/create-form';
import { GeneratedWords } from '../ui/passphrase/generated-words';
import { generateWords } from '../ui/passphrase/words';
import { Skip } from './skip';
import { RetypeForm } from './step-retype';

type Props = {
  readonly held: readonly Held[];
  /** Whether the generated words are to be used, as the popup asks for. */
  readonly startGenerated: boolean;
  readonly onMaking: (making: Making) => void;
  readonly onSkip: () => void;
};

/** Step 1: a passphrase, generated or one's own. */
export function StepPassphrase({ held, startGenerated, onMaking, onSkip }: Props) {
  const [words, setWords] = useState(() => generateWords());
  const [generated, setGenerated] = useState(startGenerated);
  const [covered, setCovered] = useState(false);
  const waiting = held.filter(({ saveRequested }) => saveRequested).length;
  const offer = (
    <GeneratedWords
      {...{ words, generated, covered }}
      onAnother={() => setWords(generateWords())}
      onUse={(use) => {
        setGenerated(use);
        setCovered(false);
      }}
      onUncover={() => setCovered(false)}
    />
  );
  return (
    <main class="main">
      <div class="say">
        <h1 tabIndex={-1}>{text('welcome_vault_heading')}</h1>
        <p class="lede">{text('welcome_vault_lede')}</p>
        {waiting > 0 && <Waiting count={waiting} />}
      </div>
      {generated ? (
        <RetypeForm key={words.join(' ')} {...{ words, onMaking }} onFit={setCovered}>
          {offer}
        </RetypeForm>
      ) : (
        <CreateForm known={held.flatMap(({ name, host }) => [name ?? '', host ?? ''])} onMaking={onMaking}>
          {offer}
        </CreateForm>
      )}
      <Skip means={text('welcome_vault_skip')} onSkip={onSkip} />
      <div class="pic">
        <Eye lid={waiting > 0 ? 'open' : 'half'} />
      </div>
    </main>
  );
}

function Waiting({ count }: { count: number }) {
  return (
    <div class="note note-once">
      <Icon is="warn" />
      <p>
        <Lead>{counted('welcome_waiting_lead', count)}</Lead>
        {counted('welcome_waiting', count)}
      </p>
    </div>
  );
}

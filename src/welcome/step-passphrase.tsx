import { useState } from 'preact/hooks';
import type { Held } from '../messages/protocol';
import { Eye, Icon } from '../ui/mark';
import type { Making } from '../ui/passphrase/create';
import { CreateForm } from '../ui/passphrase/create-form';
import { GeneratedWords } from '../ui/passphrase/generated-words';
import { generateWords } from '../ui/passphrase/words';
import { RetypeForm } from './step-retype';

type Props = {
  readonly held: readonly Held[];
  /** Whether the generated words are to be used, as the popup asks for. */
  readonly startGenerated: boolean;
  readonly onMaking: (making: Making) => void;
};

/** Step 1: a passphrase, generated or one's own. */
export function StepPassphrase({ held, startGenerated, onMaking }: Props) {
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
        <h1 tabIndex={-1}>Choose a passphrase</h1>
        <p class="lede">It encrypts everything on this computer. Nobody can reset it, so write it down.</p>
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
      <div class="pic">
        <Eye lid={waiting > 0 ? 'open' : 'half'} />
      </div>
    </main>
  );
}

function Waiting({ count }: { count: number }) {
  const what = count === 1 ? 'A token waits' : `${count} tokens wait`;
  return (
    <div class="note note-once">
      <Icon is="warn" />
      <p>
        <span class="strong">{what} in memory.</span> {count === 1 ? 'It is' : 'They are'} saved the moment
        the vault exists. Keep the browser open until then.
      </p>
    </div>
  );
}

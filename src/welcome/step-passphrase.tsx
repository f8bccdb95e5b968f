import { useState } from 'preact/hooks';
import type { Held } from '../messages/protocol';
import { Eye, Icon } from '../ui/mark';
import type { Making } from '../ui/passphrase/create';
import { CreateForm } from '../ui/passphrase/create-form';
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
    <Offer
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

type OfferProps = {
  readonly words: readonly string[];
  readonly generated: boolean;
  readonly covered: boolean;
  readonly onAnother: () => void;
  readonly onUse: (use: boolean) => void;
  readonly onUncover: () => void;
};

function Offer({ words, generated, covered, onAnother, onUse, onUncover }: OfferProps) {
  return (
    <div>
      <p class="label" id="generated-label">
        {generated ? 'Your passphrase: write it down' : 'Generated for you'}
      </p>
      <ol class="words" aria-labelledby="generated-label">
        {words.map((word, at) => (
          <li key={at}>{covered ? '••••' : word}</li>
        ))}
      </ol>
      <div class="offer-do">
        {!generated && (
          <button class="btn btn-s" type="button" onClick={() => onUse(true)}>
            Use a generated passphrase
          </button>
        )}
        {covered ? (
          <button class="btn btn-quiet btn-s" type="button" onClick={onUncover}>
            Show the words again
          </button>
        ) : (
          <button class="btn btn-quiet btn-s" type="button" onClick={onAnother}>
            <Icon is="again" />
            Another
          </button>
        )}
        {generated && (
          <button class="btn btn-quiet btn-s" type="button" onClick={() => onUse(false)}>
            Choose my own
          </button>
        )}
      </div>
    </div>
  );
}

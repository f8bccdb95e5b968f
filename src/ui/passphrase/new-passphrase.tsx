import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { text } from '../../text/text';
import { PassphraseField } from './field';
import { GeneratedWords } from './generated-words';
import { judge } from './judge';
import { Meter, useVerdict } from './meter';
import { asTyped, complaintOf, type Complaint } from './new-passphrase-check';
import { generateWords } from './words';

type Boxes = Readonly<Record<Complaint['field'], RefObject<HTMLInputElement | null>>>;

export type NewPassphrase = {
  readonly words: readonly string[] | null;
  readonly first: string;
  readonly second: string;
  readonly wrong: Complaint | null;
  readonly boxes: Boxes;
  readonly setWords: (words: readonly string[] | null) => void;
  readonly setFirst: (typed: string) => void;
  readonly setSecond: (typed: string) => void;
  /** The passphrase if it may be used; else `null`, and what is wrong with it is said at its field. */
  readonly check: (current: string) => Promise<string | null>;
};

/** A passphrase that takes the place of another: one's own typed twice, or six words typed back. */
export function useNewPassphrase(): NewPassphrase {
  const [words, setWords] = useState<readonly string[] | null>(null);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState<Complaint | null>(null);
  const boxes: Boxes = { first: useRef(null), second: useRef(null) };

  async function check(current: string): Promise<string | null> {
    const wanted = words?.join(' ') ?? first;
    const verdict = words ? 'strong' : await judge(wanted);
    const complaint = complaintOf({ current, wanted, repeated: second, generated: words !== null, verdict });
    setWrong(complaint);
    if (!complaint) return wanted;
    const box = boxes[complaint.field].current;
    box?.focus();
    box?.select();
    return null;
  }

  return {
    words,
    first,
    second,
    wrong,
    boxes,
    setFirst,
    setSecond,
    check,
    setWords: (next) => {
      setWords(next);
      setSecond('');
      setWrong(null);
    },
  };
}

/** "New passphrase" with its meter, or the words; and "Repeat new passphrase". */
export function NewPassphraseFields({ next, busy }: { next: NewPassphrase; busy: boolean }) {
  const { words, second, wrong, boxes } = next;
  return (
    <>
      {words ? <Generated key={words.join(' ')} {...{ next, words }} /> : <Own {...{ next, busy }} />}
      <PassphraseField
        label={text('passphrase_repeat_new')}
        value={second}
        onValue={next.setSecond}
        fresh
        busy={busy}
        wrong={wrong?.field === 'second' ? wrong.words : null}
        field={boxes.second}
      >
        {words && (
          <p class="help" role="status">
            {text(asTyped(second) === words.join(' ') ? 'passphrase_all_fit' : 'passphrase_type_words')}
          </p>
        )}
      </PassphraseField>
    </>
  );
}

function Own({ next, busy }: { next: NewPassphrase; busy: boolean }) {
  const verdict = useVerdict(next.first, NO_WORDS);
  return (
    <div class="own-choice">
      <PassphraseField
        label={text('passphrase_new')}
        value={next.first}
        onValue={next.setFirst}
        fresh
        busy={busy}
        wrong={next.wrong?.field === 'first' ? next.wrong.words : null}
        field={next.boxes.first}
      >
        <Meter verdict={verdict} />
      </PassphraseField>
      <button class="btn btn-s" type="button" onClick={() => next.setWords(generateWords())}>
        {text('passphrase_use_generated')}
      </button>
    </div>
  );
}

const NO_WORDS: readonly string[] = [];

function Generated({ next, words }: { next: NewPassphrase; words: readonly string[] }) {
  const [uncovered, setUncovered] = useState(false);
  return (
    <GeneratedWords
      words={words}
      generated
      covered={next.second !== '' && !uncovered}
      onAnother={() => next.setWords(generateWords())}
      onUse={() => next.setWords(null)}
      onUncover={() => setUncovered(true)}
    />
  );
}

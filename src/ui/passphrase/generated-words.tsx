import { useId } from 'preact/hooks';
import { text } from '../../text/text';
import { Icon } from '../mark';

type Props = {
  readonly words: readonly string[];
  /** Whether they are to be the passphrase, or are only offered. */
  readonly generated: boolean;
  /** Covered while they are typed from what was written down. */
  readonly covered: boolean;
  readonly onAnother: () => void;
  readonly onUse: (use: boolean) => void;
  readonly onUncover: () => void;
};

/** Six words to write down, and the ways to others. */
export function GeneratedWords({ words, generated, covered, onAnother, onUse, onUncover }: Props) {
  const id = useId();
  return (
    <div>
      <p class="label" id={id}>
        {text(generated ? 'passphrase_write_down' : 'passphrase_generated')}
      </p>
      <ol class="words" lang="en" aria-labelledby={id}>
        {words.map((word, at) => (
          <li key={at}>{covered ? '••••' : word}</li>
        ))}
      </ol>
      <div class="offer-do">
        {!generated && (
          <button class="btn btn-s" type="button" onClick={() => onUse(true)}>
            {text('passphrase_use_generated')}
          </button>
        )}
        {covered ? (
          <button class="btn btn-quiet btn-s" type="button" onClick={onUncover}>
            {text('passphrase_show_words')}
          </button>
        ) : (
          <button class="btn btn-quiet btn-s" type="button" onClick={onAnother}>
            <Icon is="again" />
            {text('passphrase_another')}
          </button>
        )}
        {generated && (
          <button class="btn btn-quiet btn-s" type="button" onClick={() => onUse(false)}>
            {text('passphrase_choose_own')}
          </button>
        )}
      </div>
    </div>
  );
}

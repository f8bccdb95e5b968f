import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/mark';

type Props = {
  /** Why it stopped on its way, or `null`. */
  readonly stopped: string | null;
  /** What is here now. */
  readonly words: string;
  /** What was not taken, and why, or `null`. */
  readonly refused: string | null;
  /** What stands between the two. */
  readonly children?: ComponentChildren;
};

/** What came of adding tokens from a file: first why it stopped, if it did. */
export function Result({ stopped, words, refused, children }: Props) {
  return (
    <div class="restored">
      {stopped !== null && (
        <div class="note note-loss">
          <Icon is="stop" />
          <p>{stopped}</p>
        </div>
      )}
      <p class="ok">
        <Icon is="check" />
        {words}
      </p>
      {children}
      {refused !== null && (
        <div class="note note-once">
          <Icon is="warn" />
          <p>{refused}</p>
        </div>
      )}
    </div>
  );
}

import { rich } from '../text/rich';
import type { FailureWords } from './failure';
import { Icon } from './mark';

/** A failure, announced at once. */
export function FailureNote({ words: { what, safe, next } }: { words: FailureWords }) {
  return (
    <div class="note note-loss" role="alert">
      <Icon is="stop" />
      <p>{rich('failure_line', { what: <span class="strong">{what}</span>, safe, next })}</p>
    </div>
  );
}

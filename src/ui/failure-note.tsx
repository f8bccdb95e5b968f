import type { Failure } from '../messages/protocol';
import { FAILURES } from './failure';
import { Icon } from './mark';

/** A failure, announced at once. */
export function FailureNote({ failure }: { failure: Failure }) {
  const { what, safe, next } = FAILURES[failure];
  return (
    <div class="note note-loss" role="alert">
      <Icon is="stop" />
      <p>
        <span class="strong">{what}</span> {safe} {next}
      </p>
    </div>
  );
}

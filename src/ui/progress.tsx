import { useId } from 'preact/hooks';
import type { Progress } from '../messages/protocol';

/** How far a long task is: a bar, and the same in words, which screen readers hear. */
export function ProgressLine({ progress: { done, of }, words }: { progress: Progress; words: string }) {
  const id = useId();
  return (
    <div class="progress">
      <progress aria-labelledby={id} value={done} max={Math.max(of, 1)} />
      <p class="small" id={id} role="status">
        {words}
      </p>
    </div>
  );
}

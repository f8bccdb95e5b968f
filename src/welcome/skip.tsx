import { text } from '../text/text';

/** The way past a step, and in one line what it means. */
export function Skip({ means, onSkip }: { means: string; onSkip: () => void }) {
  return (
    <p class="skip">
      <button class="btn btn-quiet" type="button" aria-describedby="skip-means" onClick={onSkip}>
        {text('welcome_skip')}
      </button>
      <span class="muted small" id="skip-means">
        {means}
      </span>
    </p>
  );
}

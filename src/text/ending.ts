/** "2 tokens end within 7 days": the same in the toolbar, a notification and on our pages. */
import { counted, text } from './text';

export function endWords({ count, within }: { count: number; within: 14 | 7 | 1 }): string {
  return within === 1
    ? counted('ending_by_tomorrow', count)
    : counted('ending_within', count, { days: String(within) });
}

/** The same as a sentence. */
export const endSentence = (ending: { count: number; within: 14 | 7 | 1 }): string =>
  text('ending_lead', { words: endWords(ending) });

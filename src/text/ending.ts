/** "2 tokens end within 7 days": the same in the toolbar, a notification and on our pages. */
import { counted } from './text';

export function endWords({ count, within }: { count: number; within: 14 | 7 | 1 }): string {
  return within === 1
    ? counted('ending_by_tomorrow', count)
    : counted('ending_within', count, { days: String(within) });
}

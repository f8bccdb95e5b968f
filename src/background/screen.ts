/** "Lock with the screen"; where the browser does not tell of that, when nobody is at the computer. */
import browser from '../browser';
import { AWAY_MINUTES, tellsScreenLock } from '../screen-lock';
import { settings } from '../storage/items';
import { changing } from './changing';
import { identity, lock } from './unlock';

/** At every start of the background: by itself the browser calls a computer idle after one minute. */
export function watchScreen(): void {
  if (!tellsScreenLock()) browser.idle.setDetectionInterval(AWAY_MINUTES * 60);
}

/** @param state what `idle.onStateChanged` tells */
export async function screenChanged(state: string): Promise<void> {
  const away = state === 'locked' || (state === 'idle' && !tellsScreenLock());
  if (away && (await settings.get()).lockWithScreen) return changing(lock);
  // A computer that wakes up, or whose user is away: alarms may be late, the deadline is not.
  await changing(async () => void (await identity()));
}

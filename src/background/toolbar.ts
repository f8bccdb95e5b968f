/** The mark in the toolbar: the lid says where the tokens are. Open: one waits. Half: unlocked. Closed: locked. */
import browser from '../browser';
import type { VaultState } from '../messages/protocol';

const SIZES = [16, 32] as const;

function icon(suffix: string): Record<number, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `/icons/${size}${suffix}.png`]));
}

/** @param waiting how many tokens are held and not saved */
export async function drawToolbar(waiting: number, vault: VaultState): Promise<void> {
  const suffix = waiting > 0 ? '-waiting' : vault === 'locked' ? '-locked' : '';
  const title =
    waiting > 0 ? `SeenOnce: ${waiting} not saved yet` : vault === 'locked' ? 'SeenOnce, locked' : 'SeenOnce';
  await Promise.all([
    browser.action.setIcon({ path: icon(suffix) }),
    browser.action.setTitle({ title }),
    browser.action.setBadgeText({ text: waiting > 0 ? String(waiting) : '' }),
    browser.action.setBadgeBackgroundColor({ color: '#f2b33d' }),
    browser.action.setBadgeTextColor({ color: '#2b1d00' }),
  ]);
}

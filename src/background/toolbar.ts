/** The mark in the toolbar: the lid says where the tokens are. Open: one waits. Half: unlocked. Closed: locked. */
import browser from '../browser';
import type { EndingSoon, VaultState } from '../messages/protocol';
import { endWords } from '../text/ending';
import { counted, text } from '../text/text';

const SIZES = [16, 32] as const;

function icon(suffix: string): Record<number, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `/icons/${size}${suffix}.png`]));
}

export type Drawn = {
  /** How many tokens are held and not saved. */
  readonly waiting: number;
  readonly vault: VaultState;
  /** What the browser keeps SeenOnce from, in words; empty: nothing. */
  readonly withheld: string;
  readonly ending: EndingSoon | null;
};

function titleOf({ waiting, vault, withheld, ending }: Drawn): string {
  const name = vault === 'locked' ? text('toolbar_locked') : 'SeenOnce';
  const held = waiting > 0 ? counted('toolbar_waiting', waiting) : '';
  const kept = withheld && text('toolbar_withheld', { places: withheld });
  const said = [held, kept, ending ? endWords(ending) : ''].filter((words) => words !== '');
  if (said.length === 0) return name;
  return text('toolbar_state', {
    name,
    state: said.reduce((before, next) => text('toolbar_both', { before, next })),
  });
}

/** What waits comes first: it can be lost now. Then what is not noticed at all; what ends is days away. */
function badgeOf({ waiting, withheld, ending }: Drawn): string {
  if (waiting > 0) return String(waiting);
  if (withheld !== '') return '!';
  return ending ? String(ending.count) : '';
}

export async function drawToolbar(drawn: Drawn): Promise<void> {
  const suffix = drawn.waiting > 0 ? '-waiting' : drawn.vault === 'locked' ? '-locked' : '';
  await Promise.all([
    browser.action.setIcon({ path: icon(suffix) }),
    browser.action.setTitle({ title: titleOf(drawn) }),
    browser.action.setBadgeText({ text: badgeOf(drawn) }),
    browser.action.setBadgeBackgroundColor({ color: '#f2b33d' }),
    browser.action.setBadgeTextColor({ color: '#2b1d00' }),
  ]);
}

/**
 * What was copied is cleared after a while, whether or not the popup, the open vault or this worker live
 * that long. The deadline is in memory that outlives the worker; a mark of the text stands beside it, and
 * not the text.
 */
import browser from '../browser';
import type { Cleared } from '../clipboard/clear';
import { markOf, type Mark } from '../clipboard/mark';
import type { Clipboard } from '../messages/protocol';
import { settings } from '../storage/items';
import { forget, recall, remember } from '../storage/session';
import { clearInDocument } from './clearing-document';
import { queue } from './queue';

export const CLIPBOARD_ALARM = 'clipboard';
const COPY = 'copy';
/** The copy before the one that a page makes now. */
const BEFORE = 'copy-before';
/** How the last copy ended. */
const ENDED = 'copy-ended';
/** A deadline that is farther away than it was set is that of a clock that was set back, ms. */
const CLOCK_SLACK_MS = 5_000;

type Copy = {
  /** ms since the epoch; null: it is not cleared. */
  readonly clearsAt: number | null;
  /** How long it is to stay, s. */
  readonly seconds: number;
  readonly mark: Mark;
};

/** A copy waits until an earlier one is cleared: what comes after that is not cleared with it. */
const inTurn = queue();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Sets the deadline of a text that is given out to be copied, before it is given out: a popup that closes in
 * between leaves nothing that stays. It takes the place of an earlier copy's.
 */
export async function willBeCopied(text: string): Promise<void> {
  const mark = await markOf(text);
  await inTurn(async () => {
    const { clearClipboard } = await settings.get();
    const seconds = clearClipboard ?? 0;
    const clearsAt = clearClipboard === null ? null : Date.now() + seconds * 1_000;
    const before = await recall<Copy>(COPY);
    if (before) await remember(BEFORE, before);
    await remember(COPY, { clearsAt, seconds, mark } satisfies Copy);
    await setAlarm(clearsAt);
  });
}

/** @param done false: the browser refused the clipboard, and what was there before is still there */
export function copied(done: boolean): Promise<Clipboard> {
  return inTurn(async () => {
    const before = await recall<Copy>(BEFORE);
    await forget(BEFORE, ENDED);
    if (!done && before) await remember(COPY, before);
    else if (!done) await forget(COPY);
    await setAlarm((await recall<Copy>(COPY))?.clearsAt ?? null);
    return clipboardState();
  });
}

/** Clears what is due; at the alarm, the timer, every start and every minute of the background. */
export function clearWhenDue(): Promise<void> {
  return inTurn(async () => {
    const copy = await recall<Copy>(COPY);
    if (!copy || copy.clearsAt === null) return;
    const left = copy.clearsAt - Date.now();
    if (left <= 0 || left > copy.seconds * 1_000 + CLOCK_SLACK_MS) await end(copy);
    else setTimer(copy.clearsAt);
  });
}

/** Clears now, on a click. Nothing is done where nothing of ours is there. */
export function clearNow(): Promise<Clipboard> {
  return inTurn(async () => {
    const copy = await recall<Copy>(COPY);
    if (copy) await end(copy);
    return clipboardState();
  });
}

/** What could not be cleared stays due. */
async function end({ mark }: Copy): Promise<void> {
  const cleared = await clearInDocument((await mayRead()) ? mark : null);
  await remember(ENDED, cleared);
  if (cleared === 'failed') return;
  await forget(COPY, BEFORE);
  await setAlarm(null);
}

/** The alarm starts a stopped worker, in Chromium not before 30 s (outside of developer mode); the timer is on time while it runs. */
async function setAlarm(clearsAt: number | null): Promise<void> {
  clearTimeout(timer);
  if (clearsAt === null) {
    await browser.alarms.clear(CLIPBOARD_ALARM);
    return;
  }
  await browser.alarms.create(CLIPBOARD_ALARM, { when: clearsAt });
  setTimer(clearsAt);
}

function setTimer(clearsAt: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void clearWhenDue(), Math.max(0, clearsAt - Date.now()));
}

/** Is a copy still to be cleared? */
export async function waitsToClear(): Promise<boolean> {
  return typeof (await recall<Copy>(COPY))?.clearsAt === 'number';
}

export async function clipboardState(): Promise<Clipboard> {
  const copy = await recall<Copy>(COPY);
  const ended = (await recall<Cleared>(ENDED)) ?? null;
  const clearsAt = copy?.clearsAt ?? null;
  return {
    clearsAt: clearsAt === null ? null : new Date(clearsAt).toISOString(),
    seconds: copy?.seconds ?? 0,
    ended,
    untold: copy || ended ? await untold(clearsAt !== null) : [],
  };
}

/** What is said once about copying. */
async function untold(clears: boolean): Promise<Clipboard['untold']> {
  const { toldMayRemove, toldHistory } = await settings.get();
  const mayRemove = clears && !toldMayRemove && !(await mayRead());
  return [...(mayRemove ? (['may-remove'] as const) : []), ...(toldHistory ? [] : (['history'] as const))];
}

/** May the clipboard be compared with what was copied? */
const mayRead = () => browser.permissions.contains({ permissions: ['clipboardRead'] });

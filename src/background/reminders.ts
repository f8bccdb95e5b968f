/**
 * Reminders of tokens that end: 14, 7 and 1 days ahead, once each. They are the toolbar's badge until the
 * page "Ending soon" was looked at, and a notification where the user allowed it.
 */
import browser from '../browser';
import { allSeen, dueReminders, givenAfter } from '../tokens/ending';
import { changing } from './changing';
import { followDays, knownEnds, rememberEnds, saidInClear, type KnownEnds } from './ends';
import { givenInMemory, keepGiven, readGiven } from './given';
import { notify } from './notification';
import { openVault } from './open-vault';
import { queue } from './queue';

export const REMIND_ALARM = 'remind';
/** What was saved or deleted is looked at a moment later: not before the prompt has its answer. */
const SOON_MS = 1_000;

const inOrder = queue();

/** Looks at what is known of ends, and gives the reminders that are due. */
export function remind(now = new Date()): Promise<void> {
  return inOrder(async () => give(await knownEnds(), now));
}

/** The vault is open, or what is in it has changed: remembers what ends when, and reminds. Refuses with `locked`, `no-vault`. */
export function learnEnds(now = new Date()): Promise<void> {
  return inOrder(async () => {
    const { identity, contents } = await openVault();
    const ends = await rememberEnds(contents.tokens, now);
    const given = (await givenInMemory()) ?? (await saidInClear(ends, await readGiven(identity)));
    await give({ from: 'memory', ends, given }, now);
  });
}

let soon: ReturnType<typeof setTimeout> | null = null;

/** The same a moment later, once for all that happens until then. Locked, the next unlock does it. */
export function learnEndsSoon(): void {
  soon ??= setTimeout(() => {
    soon = null;
    void learnEnds().catch(() => undefined);
  }, SOON_MS);
}

async function give(known: KnownEnds, now: Date): Promise<void> {
  const due = dueReminders(known.ends, known.given, now);
  // Kept first: a background that stops in between leaves the badge, and says nothing twice.
  await keep({ ...known, given: givenAfter(known.given, due, known.ends, now) }, now);
  if (due.length > 0) await notify(due, now);
}

async function keep(known: KnownEnds, now: Date): Promise<void> {
  if (known.from === 'memory') await keepGiven(known.given);
  await followDays(known, now);
  // The toolbar is drawn after it.
  void changing(async () => undefined);
}

/** The page "Ending soon" was looked at. */
export function remindersSeen(now = new Date()): Promise<void> {
  return inOrder(async () => {
    const known = await knownEnds();
    await keep({ ...known, given: allSeen(known.given) }, now);
  });
}

/** The days in clear follow the choice of the user at once. */
export function daysFollowSettings(now = new Date()): Promise<void> {
  return inOrder(async () => followDays(await knownEnds(), now));
}

/** Rings when the next day begins. A computer that slept over it rings when it wakes up. */
export async function setRemindAlarm(now = new Date()): Promise<void> {
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 1);
  await browser.alarms.create(REMIND_ALARM, { when: tomorrow.getTime() });
}

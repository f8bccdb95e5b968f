/** Reminders over a vault in a real IndexedDB: once each, over the lock, the end of the background and of the browser. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soon } from '../../test/support/soon';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { fakeBrowser } from '../../test/support/fake-browser';
import { madeTokens } from '../../test/support/made-tokens';
import { page, seen } from '../../test/support/seen';
import { endDays, settings } from '../storage/items';
import { deleteSealed, putSealed, readSealed, sealedIds } from '../storage/records';
import { readSecondCopy } from '../storage/second-copy';
import { newId, sealRecord } from '../vault/record';
import { identityToRecipient } from '../vault/slots';
import { restore } from './backup';
import { deleteToken, undoDelete } from './deleting';
import { endingSoon } from './ends';
import { hold } from './held';
import { endingTokens } from './listing';
import { allNotes, setNote } from './notes';
import { followNotifications } from './notification';
import {
  daysFollowSettings,
  learnEnds,
  remind,
  REMIND_ALARM,
  remindersSeen,
  setRemindAlarm,
} from './reminders';
import { save } from './saving';
import { lock, unlock } from './unlock';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

/** 19 November 2026, 10:42 in whatever zone the test runs, and days from then. */
const at = (days: number, minute = 42) => new Date(2026, 10, 19 + days, 10, minute);
/** Ends on 3 December: 14 days ahead. */
const END = '2026-12-03';

const { notifications, permissions } = fakeBrowser;
let identity = '';

beforeEach(async () => {
  await wipeAll();
  permissions.optional.add('notifications');
  ({ identity } = await makeVault());
});
afterEach(async () => {
  vi.restoreAllMocks();
  permissions.optional.clear();
  await lock();
  await wipeAll();
});

async function saved(name: string, end: string | null = END, account: string | null = null): Promise<string> {
  const { id } = await save(seen(name, { expires: end === null ? 'never' : { at: end }, account }), page);
  return id;
}

/** Titles of the notifications from here on. */
function titles(): string[] {
  const said: string[] = [];
  vi.spyOn(notifications, 'create').mockImplementation(async (_, { title }) => void said.push(title));
  return said;
}

/** The browser ends, starts again, and is unlocked. */
async function nextSession(now: Date): Promise<void> {
  restartBrowser();
  await unlock(identity);
  await learnEnds(now);
}

/** The next notification, whole. */
async function nextNotification(run: () => Promise<void>) {
  const create = vi.spyOn(notifications, 'create');
  await run();
  return create.mock.calls.at(-1)?.[1];
}

describe('a reminder', () => {
  test('comes 14, 7 and 1 days ahead, however often it is looked', async () => {
    await saved('one');
    const said = titles();
    await learnEnds(at(-1));
    for (let day = 0; day <= 15; day += 1) for (const minute of [1, 2]) await remind(at(day, minute));
    expect(said).toEqual([
      '1 token ends within 14 days',
      '1 token ends within 7 days',
      '1 token ends by tomorrow',
    ]);
  });

  test('does not come twice: not after a lock, a stop of the background, or the end of the browser', async () => {
    await saved('one');
    const said = titles();
    await learnEnds(at(0));
    await lock();
    await remind(at(1));
    restartBackground();
    await remind(at(1));
    await nextSession(at(1));
    await nextSession(at(2));
    expect(said).toHaveLength(1);
  });

  test('the control: without what was sealed it comes again after the end of the browser', async () => {
    await saved('one');
    const said = titles();
    await learnEnds(at(0));
    await deleteSealed('notes', await sealedIds('notes'));
    await nextSession(at(1));
    expect(said).toHaveLength(2);
  });

  test('comes while locked, from what the unlock left in memory, and is known after the end of the browser', async () => {
    await saved('one');
    const said = titles();
    await learnEnds(at(0));
    await lock();
    await remind(at(7));
    expect(said).toHaveLength(2);
    await nextSession(at(8));
    expect(said).toHaveLength(2);
  });

  test('does not come twice for a token whose deletion was taken back', async () => {
    const id = await saved('one');
    const said = titles();
    await learnEnds(at(0));
    await deleteToken(id);
    await learnEnds(at(0));
    expect(await endingSoon(at(0))).toBeNull();
    await undoDelete(id);
    await learnEnds(at(0));
    expect(said).toHaveLength(1);
    expect(await endingSoon(at(0))).toEqual({ count: 1, within: 14 });
  });

  test('does not come for a token that was deleted, or that the site has replaced', async () => {
    const id = await saved('deleted');
    const details = { expires: { at: END }, manageId: '7' };
    await save(seen('old', details), page);
    await learnEnds(at(-1));
    await deleteToken(id);
    await save(seen('new', { manageId: '7', expires: { at: '2027-02-01' } }), page);
    const said = titles();
    await learnEnds(at(0));
    expect(said).toEqual([]);
    expect(await endingSoon(at(0))).toBeNull();
  });

  test('names tokens and hosts, and no value; several come in one', async () => {
    await saved('one', '2026-11-20');
    await saved('two', '2026-11-24');
    expect(await nextNotification(() => learnEnds(at(0)))).toMatchObject({
      title: '2 tokens end within 7 days',
      message: 'one on zenodo.org: tomorrow\ntwo on zenodo.org: in 5 days',
    });
    for (const name of ['three', 'four', 'five', 'six']) await saved(name);
    const last = await nextNotification(() => learnEnds(at(0)));
    expect(last?.message).toMatch(/(.+ on zenodo\.org: in 14 days\n){3}and 1 more/);
    expect(JSON.stringify(last)).not.toContain('AAAA');
  });

  test('is the badge alone without the permission, and where the system shows nothing', async () => {
    permissions.optional.clear();
    await saved('one');
    const said = titles();
    await learnEnds(at(0));
    expect(said).toEqual([]);
    expect(await endingSoon(at(0))).toEqual({ count: 1, within: 14 });
    permissions.optional.add('notifications');
    vi.spyOn(notifications, 'create').mockRejectedValue(new Error('no notifications here'));
    await remind(at(7));
    expect(await endingSoon(at(7))).toEqual({ count: 1, within: 7 });
  });
});

test('a click on the notification opens the page, and takes the notification away', async () => {
  let click: (id: string) => void = () => undefined;
  vi.spyOn(notifications.onClicked, 'addListener').mockImplementation((listener) => {
    click = listener;
  });
  const opened = vi.spyOn(fakeBrowser.tabs, 'create');
  const cleared = vi.spyOn(notifications, 'clear');
  followNotifications();
  click('of somebody else');
  expect(opened).not.toHaveBeenCalled();
  click('ending');
  const url = expect.stringContaining('options.html#ending');
  await soon(() => expect(opened).toHaveBeenCalledWith({ url }));
  expect(cleared).toHaveBeenCalledWith('ending');
});

test('what somebody else has sealed among the notes says nothing, and stops nothing', async () => {
  const recipient = await identityToRecipient(identity);
  const id = await saved('one');
  for (const reminders of [null, 'text', { [id]: 7 }, { [id]: { at: END, threshold: '1', seen: null } }]) {
    const key = newId();
    await putSealed('notes', key, await sealRecord(recipient, key, { reminders, at: 1 }, ''));
  }
  await putSealed('notes', newId(), new Uint8Array([1, 2, 3]));
  await nextSession(at(0));
  expect(await endingSoon(at(0))).toEqual({ count: 1, within: 14 });
});

describe('the badge', () => {
  test('goes when it was seen, comes back with the next reminder, and outlives the end of the browser', async () => {
    await saved('one');
    await learnEnds(at(0));
    expect(await endingSoon(at(0))).toEqual({ count: 1, within: 14 });
    await nextSession(at(1));
    expect(await endingSoon(at(1)), 'not seen yet').toEqual({ count: 1, within: 14 });
    await remindersSeen(at(1));
    expect(await endingSoon(at(1))).toBeNull();
    await nextSession(at(2));
    expect(await endingSoon(at(2))).toBeNull();
    await remind(at(7));
    expect(await endingSoon(at(7))).toEqual({ count: 1, within: 7 });
  });

  test('stands in the toolbar behind what waits unsaved, and says how many', async () => {
    // The toolbar is drawn for the real day.
    const today = new Date();
    await saved('one', new Date(today.getTime() + 9 * 86_400_000).toISOString());
    await saved('never', null);
    const badge = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    const title = vi.spyOn(fakeBrowser.action, 'setTitle');
    await learnEnds(today);
    await soon(() => expect(badge).toHaveBeenLastCalledWith({ text: '1' }));
    expect(title).toHaveBeenLastCalledWith({ title: 'SeenOnce: 1 token ends within 14 days' });
    await hold(seen('waits'), page);
    await hold(seen('waits too'), page);
    await remind(today);
    await soon(() => expect(badge).toHaveBeenLastCalledWith({ text: '2' }));
    expect(title).toHaveBeenLastCalledWith({
      title: 'SeenOnce: 2 not saved yet. 1 token ends within 14 days',
    });
  });
});

describe('before the first unlock after a restart', () => {
  test('nothing is known, and nothing said', async () => {
    await saved('one');
    await learnEnds(at(0));
    restartBrowser();
    const said = titles();
    await remind(at(7));
    expect(said).toEqual([]);
    expect(await endingSoon(at(7))).toBeNull();
  });

  test('the days are, where the user chose so: once each, and not again after the unlock', async () => {
    await settings.set({ daysInClear: true });
    await saved('one');
    await saved('two');
    await learnEnds(at(0));
    restartBrowser();
    const said = titles();
    await remind(at(1));
    expect(said, 'given before').toEqual([]);
    const shown = await nextNotification(() => remind(at(7)));
    expect(shown).toMatchObject({
      title: '2 tokens end within 7 days',
      message: '2 tokens end on 3 Dec 2026',
    });
    expect(await endingSoon(at(7))).toEqual({ count: 2, within: 7 });
    restartBrowser();
    const later = titles();
    await remind(at(8));
    await nextSession(at(8));
    expect(later).toEqual([]);
    expect(await endingSoon(at(8)), 'not seen yet').toEqual({ count: 2, within: 7 });
  });

  test('a second token of a day is reminded of, although the first one was', async () => {
    await settings.set({ daysInClear: true });
    await saved('one');
    await learnEnds(at(0));
    await saved('two');
    const said = titles();
    await learnEnds(at(0));
    expect(said).toEqual(['1 token ends within 14 days']);
  });
});

describe('the disk', () => {
  const local = () => fakeBrowser.storage.local.dump();

  test('has no day, name or host in clear', async () => {
    await saved('one');
    await learnEnds(at(0));
    await remind(at(7));
    const [id = ''] = await sealedIds('notes');
    const sealed = new TextDecoder('latin1').decode(await readSealed('notes', id));
    const copy = JSON.stringify([...((await readSecondCopy())?.notes.values() ?? [])]);
    for (const text of [local(), sealed, copy])
      for (const what of [END, '3 Dec', 'one', 'zenodo', 'threshold']) expect(text).not.toContain(what);
    expect(await sealedIds('notes'), 'one record, not one per reminder').toHaveLength(1);
  });

  test('has the days where the user chose so, without names, ids and hosts, until it is switched off', async () => {
    const id = await saved('one');
    await learnEnds(at(0));
    expect(local(), 'the control').not.toContain(END);
    await settings.set({ daysInClear: true });
    await daysFollowSettings(at(0));
    expect((await endDays.get()).days).toEqual([{ on: END, tokens: 1, threshold: 14, seen: null }]);
    for (const what of [id, '"one', 'zenodo']) expect(local()).not.toContain(what);
    await settings.set({ daysInClear: false });
    await daysFollowSettings(at(0));
    expect(local()).not.toContain(END);
  });

  test('has no more days than there are, once they are past', async () => {
    await settings.set({ daysInClear: true });
    await saved('one');
    await learnEnds(at(0));
    await lock();
    await remind(at(15));
    expect((await endDays.get()).days).toEqual([]);
  });
});

test('what was given stands among the notes on scopes, and is none', async () => {
  const note = { provider: 'zenodo', scope: 'deposit:write', text: 'EXAMPLE' };
  await setNote(note);
  await saved('one');
  await learnEnds(at(0));
  expect(await sealedIds('notes')).toHaveLength(2);
  expect(await allNotes()).toEqual([note]);
});

test('hundreds of reminders fit, and are known after the end of the browser', async () => {
  const tokens = madeTokens(90, '2026-11-01T10:00:00.000Z').map((token) => ({
    ...token,
    // A page may have told more than a date.
    expires: { at: `3 Dec 2026 12:00 (${'x'.repeat(400)})` },
  }));
  await restore(tokens, []);
  const said = titles();
  await learnEnds(at(0));
  expect(said).toEqual(['90 tokens end within 14 days']);
  await nextSession(at(1));
  expect(said).toHaveLength(1);
});

test('the list of what ends has what is near, in the order of its ends, and needs the vault open', async () => {
  for (const [name, end] of [
    ['far', '2027-06-01'],
    ['ended', '2026-11-01'],
    ['later', '2027-01-20'],
    ['soon', '2026-11-24'],
    ['never', null],
  ] as const)
    await saved(name, end);
  const { tokens, total } = await endingTokens(90, at(0));
  expect(tokens.map(({ name }) => name)).toEqual(['ended', 'soon', 'later']);
  expect(total).toBe(3);
  await lock();
  await expect(endingTokens(90, at(0))).rejects.toMatchObject({ failure: 'locked' });
});

test('it is looked again when the next day begins', async () => {
  const create = vi.spyOn(fakeBrowser.alarms, 'create');
  await setRemindAlarm(new Date(2026, 11, 31, 23, 59));
  expect(create).toHaveBeenCalledWith(REMIND_ALARM, { when: new Date(2027, 0, 1, 0, 1).getTime() });
});

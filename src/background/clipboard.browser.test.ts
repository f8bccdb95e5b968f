/** When a copy is cleared, and what else is left alone. The clipboard is a text of this test. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soon } from '../../test/support/soon';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { fakeBrowser } from '../../test/support/fake-browser';
import { settings } from '../storage/items';
import { clearWhat } from './clearing-document';
import { clearNow, clearWhenDue, clipboardState, copied, waitsToClear, willBeCopied } from './clipboard';
import { lock } from './unlock';
import { updateAvailable, updateOrWait } from './updating';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const board = vi.hoisted(() => ({ text: '', mayRead: false, refuses: false }));

vi.mock('../clipboard/board', () => ({
  read: () => (board.mayRead ? board.text : null),
  empty: () => {
    if (!board.refuses) board.text = '';
    return !board.refuses;
  },
}));

const TOKEN = 'EXAMPLE' + 'A'.repeat(40);
const OTHER = 'EXAMPLE' + 'B'.repeat(40);

/** Moves the clock, without anything running meanwhile. */
const clock = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

/** What the popup does on a click. @param done false: the browser refuses the clipboard */
async function copy(text: string, done = true): Promise<void> {
  await willBeCopied(text);
  if (done) board.text = text;
  await copied(done);
}

/** What the alarm does, whatever else did not run. */
async function alarmRings(): Promise<void> {
  restartBackground();
  await clearWhenDue();
}

function allowReading(): void {
  fakeBrowser.permissions.optional.add('clipboardRead');
  board.mayRead = true;
}

beforeEach(async () => {
  await wipeAll();
  Object.assign(board, { text: '', mayRead: false, refuses: false });
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  fakeBrowser.permissions.optional.clear();
  await wipeAll();
});

describe('what was copied', () => {
  test('is cleared after 45 s, and not before', async () => {
    await copy(TOKEN);
    clock(44);
    await clearWhenDue();
    expect(board.text, 'the control').toBe(TOKEN);
    clock(1);
    await clearWhenDue();
    expect(board.text).toBe('');
    expect(await clipboardState()).toMatchObject({ clearsAt: null, ended: 'cleared' });
  });

  test('is cleared by the timer while the background runs', async () => {
    await copy(TOKEN);
    await vi.advanceTimersByTimeAsync(45_000);
    await soon(() => expect(board.text).toBe(''));
  });

  test('is cleared by the alarm when the background was stopped, and the vault locked', async () => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    vi.useRealTimers();
    await makeVault();
    const before = Date.now();
    await copy(TOKEN);
    expect(create).toHaveBeenLastCalledWith('clipboard', { when: expect.any(Number) });
    const [, alarm] = create.mock.lastCall as unknown as [string, { when: number }];
    expect(alarm.when - before).toBeGreaterThanOrEqual(45_000);
    expect(alarm.when - before).toBeLessThan(47_000);
    await lock();
    vi.useFakeTimers({ toFake: ['Date'] });
    clock(47);
    await alarmRings();
    expect(board.text).toBe('');
  });

  test('is cleared as late as the background starts again', async () => {
    await copy(TOKEN);
    clock(3_600);
    await alarmRings();
    expect(board.text).toBe('');
  });

  test.each([15, 30, 120] as const)('is cleared after %d s, as it is set', async (seconds) => {
    await settings.set({ clearClipboard: seconds });
    await copy(TOKEN);
    clock(seconds - 1);
    await alarmRings();
    expect(board.text).toBe(TOKEN);
    clock(1);
    await alarmRings();
    expect(board.text).toBe('');
  });

  test('stays when it is set so', async () => {
    await settings.set({ clearClipboard: null });
    await copy(TOKEN);
    clock(3_600);
    await alarmRings();
    expect(board.text).toBe(TOKEN);
    expect(await clipboardState()).toMatchObject({ clearsAt: null, ended: null });
  });

  test('stays when the browser ended before: nobody knows of it any more', async () => {
    await copy(TOKEN);
    restartBrowser();
    clock(60);
    await clearWhenDue();
    expect(board.text).toBe(TOKEN);
  });

  test('is cleared when the clock was set back, which would put it off', async () => {
    await copy(TOKEN);
    clock(-3_600);
    await alarmRings();
    expect(board.text).toBe('');
  });

  test('is cleared also where the popup was closed before it could say that it copied', async () => {
    await willBeCopied(TOKEN);
    board.text = TOKEN;
    clock(45);
    await alarmRings();
    expect(board.text).toBe('');
  });

  test('is cleared at once on a click, and once', async () => {
    await copy(TOKEN);
    expect(await clearNow()).toMatchObject({ clearsAt: null, ended: 'cleared' });
    expect(board.text).toBe('');
    board.text = 'something else';
    await clearNow();
    clock(60);
    await alarmRings();
    expect(board.text).toBe('something else');
  });

  test('stays due where the browser does not let it be cleared, and is cleared later', async () => {
    await copy(TOKEN);
    board.refuses = true;
    clock(45);
    await alarmRings();
    expect(await clipboardState()).toMatchObject({ clearsAt: expect.any(String), ended: 'failed' });
    board.refuses = false;
    await alarmRings();
    expect(board.text).toBe('');
    expect(await clipboardState()).toMatchObject({ clearsAt: null, ended: 'cleared' });
  });

  test('is not kept', async () => {
    await copy(TOKEN);
    expect(fakeBrowser.storage.session.dump()).toContain('"copy"');
    expect(fakeBrowser.storage.session.dump()).not.toContain('EXAMPLE');
    expect(fakeBrowser.storage.local.dump()).not.toContain('EXAMPLE');
  });
});

describe('a later copy', () => {
  test('has the whole time again', async () => {
    await copy(TOKEN);
    clock(40);
    await copy(OTHER);
    clock(40);
    await alarmRings();
    expect(board.text).toBe(OTHER);
    clock(5);
    await alarmRings();
    expect(board.text).toBe('');
  });

  test('that the browser refused changes nothing: the earlier one is cleared on its time', async () => {
    await copy(TOKEN);
    clock(40);
    await copy(OTHER, false);
    clock(5);
    await alarmRings();
    expect(board.text).toBe('');
  });

  test('that was the only one, and refused, clears nothing', async () => {
    board.text = 'something else';
    await copy(TOKEN, false);
    clock(60);
    await alarmRings();
    expect(board.text).toBe('something else');
  });

  test('that is never cleared is not cleared on the time of the earlier one', async () => {
    await copy(TOKEN);
    await settings.set({ clearClipboard: null });
    await copy(OTHER);
    clock(60);
    await alarmRings();
    expect(board.text).toBe(OTHER);
  });
});

describe('something else that was copied meanwhile', () => {
  test('stays where the clipboard may be read', async () => {
    allowReading();
    await copy(TOKEN);
    board.text = 'something else';
    clock(45);
    await alarmRings();
    expect(board.text).toBe('something else');
    expect(await clipboardState()).toMatchObject({ clearsAt: null, ended: 'other' });
  });

  test('the control: what was copied is cleared there', async () => {
    allowReading();
    await copy(TOKEN);
    clock(45);
    await alarmRings();
    expect(board.text).toBe('');
  });

  test('goes where it may not be read', async () => {
    await copy(TOKEN);
    board.text = 'something else';
    clock(45);
    await alarmRings();
    expect(board.text).toBe('');
  });
});

describe('what is said once', () => {
  test('nothing before the first copy', async () => {
    expect((await clipboardState()).untold).toEqual([]);
  });

  test('both, until they were read', async () => {
    await copy(TOKEN);
    expect((await clipboardState()).untold).toEqual(['may-remove', 'history']);
    await settings.set({ toldMayRemove: true });
    expect((await clipboardState()).untold).toEqual(['history']);
    await settings.set({ toldHistory: true });
    await copy(OTHER);
    expect((await clipboardState()).untold).toEqual([]);
  });

  test('only what is true: nothing else is removed where it is compared, or never cleared', async () => {
    allowReading();
    await copy(TOKEN);
    expect((await clipboardState()).untold).toEqual(['history']);
    fakeBrowser.permissions.optional.clear();
    await settings.set({ clearClipboard: null });
    await copy(TOKEN);
    expect((await clipboardState()).untold).toEqual(['history']);
  });
});

test('an update waits until it is cleared', async () => {
  const reload = vi.spyOn(fakeBrowser.runtime, 'reload');
  await copy(TOKEN);
  await updateAvailable();
  expect(reload).not.toHaveBeenCalled();
  expect(await waitsToClear()).toBe(true);
  clock(45);
  await clearWhenDue();
  await updateOrWait();
  expect(reload).toHaveBeenCalledTimes(1);
});

test('a document that a stopped worker left open is told to clear nothing', () => {
  // The worker that starts again knows of no document, and `null` as a mark would mean whatever is there.
  expect(clearWhat()).toBeNull();
});

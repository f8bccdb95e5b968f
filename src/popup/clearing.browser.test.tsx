/** What the footer shows and says of a copy. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Clipboard } from '../messages/protocol';
import { ClearingContext, useClearing } from './clearing';
import { CopiedMark } from './countdown';
import { Bottom } from './frame';

const send = vi.hoisted(() => vi.fn(async () => ({ ok: true, value: null })));
vi.mock('../browser', () => ({ send, default: {} }));

const NONE: Clipboard = { clearsAt: null, seconds: 45, ended: null, untold: [] };
const inSeconds = (seconds: number): Clipboard => ({
  ...NONE,
  clearsAt: new Date(Date.now() + seconds * 1_000).toISOString(),
});

const done = vi.fn<(words: string | null) => void>();

function Popup({ clipboard, said }: { clipboard: Clipboard; said: string }) {
  return (
    <ClearingContext.Provider value={useClearing(clipboard, done)}>
      <div class="row">
        <CopiedMark />
      </div>
      <Bottom said={said}>
        <span class="counts">3 tokens</span>
      </Bottom>
    </ClearingContext.Provider>
  );
}

const show = (clipboard: Clipboard, said = '') =>
  act(() => render(<Popup {...{ clipboard, said }} />, document.body));
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const ring = (within = '.bottom') =>
  Number(document.querySelector(`${within} .ring-left`)?.getAttribute('stroke-dashoffset'));
const inRow = () => document.querySelector<HTMLElement>('.row .count')?.dataset['left'];
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ innerText }) => innerText === name);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.clearAllMocks();
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

describe('the countdown', () => {
  test('steps once a second, the ring with it', async () => {
    await show(inSeconds(45), 'Copied.');
    expect(text('[role="timer"]')).toBe('Clears in 45 s');
    expect(ring()).toBeCloseTo(0);
    await pass(999);
    expect(text('[role="timer"]')).toBe('Clears in 45 s');
    await pass(2);
    expect(text('[role="timer"]')).toBe('Clears in 44 s');
    const one = ring();
    for (let n = 0; n < 20; n += 1) await pass(1_000);
    expect(text('[role="timer"]')).toBe('Clears in 24 s');
    expect(ring()).toBeCloseTo(21 * one);
  });

  test('does not say the seconds: what a screen reader announces stays the same', async () => {
    await show(inSeconds(45), 'Copied.');
    const announced = document.querySelector('[role="status"]');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    if (announced) observer.observe(announced, { subtree: true, childList: true, characterData: true });
    for (let n = 0; n < 10; n += 1) await pass(1_000);
    changes.push(...observer.takeRecords());
    expect(announced?.textContent).toBe('Copied.');
    expect(changes).toEqual([]);
    expect(announced?.contains(document.querySelector('[role="timer"]'))).toBe(false);
  });

  test('stands in the row too, unsaid, and ends in a tick', async () => {
    await show(inSeconds(2));
    expect(inRow()).toBe('2');
    await pass(1_001);
    expect(inRow()).toBe('1');
    expect(ring('.row')).toBeCloseTo(ring());
    expect(document.querySelector('.row .count')?.ariaHidden).toBe('true');
    await show(NONE);
    expect(inRow()).toBeUndefined();
    expect(document.querySelector('.row .icon')).not.toBeNull();
  });

  test('that could not be done is a tick in the row: the footer says it', async () => {
    await show(inSeconds(1));
    for (let n = 0; n < 7; n += 1) await pass(1_000);
    expect(inRow()).toBeUndefined();
    expect(text('[role="timer"]')).toMatch(/^Not cleared yet/);
  });

  test('of a later copy begins anew', async () => {
    await show(inSeconds(45));
    for (let n = 0; n < 10; n += 1) await pass(1_000);
    await show(inSeconds(45));
    expect(text('[role="timer"]')).toBe('Clears in 45 s');
  });

  test('that is over asks how it went, and says so when it could not be done', async () => {
    await show(inSeconds(2));
    for (let n = 0; n < 3; n += 1) await pass(1_000);
    expect(text('[role="timer"]')).toBe('Clears in 0 s');
    expect(done).toHaveBeenCalledWith(null);
    for (let n = 0; n < 5; n += 1) await pass(1_000);
    expect(text('[role="timer"]')).toBe('Not cleared yet. Copying something else replaces it.');
  });

  test('is not there while nothing is to be cleared', async () => {
    await show(NONE);
    expect(document.querySelector('[role="timer"]')).toBeNull();
    expect(button('Clear now')).toBeUndefined();
  });
});

describe('the end', () => {
  test.each([
    ['cleared', 'Clipboard cleared.'],
    ['other', 'Something else was in the clipboard by then. It is still there.'],
  ] as const)('%s is said once, when it happens', async (ended, words) => {
    await show(inSeconds(5));
    await show({ ...NONE, ended });
    await show({ ...NONE, ended });
    expect(done.mock.calls).toEqual([[words]]);
  });

  test('of before the popup was opened is not said', async () => {
    await show({ ...NONE, ended: 'cleared' });
    expect(done).not.toHaveBeenCalled();
  });

  test('comes at once by "Clear now"', async () => {
    await show(inSeconds(45));
    await act(() => button('Clear now')?.click());
    expect(send).toHaveBeenCalledWith('ui:clear-now', null);
  });
});

describe('what is said once', () => {
  test('one note at a time, each until it was read', async () => {
    await show({ ...inSeconds(45), untold: ['may-remove', 'history'] });
    expect(text('.copy-note p')).toMatch(
      /^Clearing may remove something else .+ Let SeenOnce compare first$/,
    );
    await act(() => button('OK')?.click());
    expect(send).toHaveBeenCalledWith('ui:set-settings', { toldMayRemove: true });
    await show({ ...inSeconds(45), untold: ['history'] });
    expect(text('.copy-note p')).toMatch(/^A clipboard history, .+ may still have what you copied\.$/);
    await act(() => button('OK')?.click());
    expect(send).toHaveBeenLastCalledWith('ui:set-settings', { toldHistory: true });
    await show(inSeconds(45));
    expect(document.querySelector('.copy-note')).toBeNull();
  });
});

/** A person's hand: mouse, keys and a finger, as Firefox's own input. Each gesture belongs in one turn of the connection. */
import type { Marionette } from './firefox-marionette';

export type Point = { readonly x: number; readonly y: number };

/** WebDriver's code points for keys without a letter (W3C WebDriver, "Keyboard actions"). */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const keyOf = (name: string) => KEYS[name] ?? name;

function perform(marionette: Marionette, input: object, actions: readonly object[]): Promise<unknown> {
  return marionette.command('WebDriver:PerformActions', { actions: [{ ...input, actions }] });
}

const MOUSE = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } };
const FINGER = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' } };
const KEYBOARD = { type: 'key', id: 'keyboard' };

const to = ({ x, y }: Point) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
const down = (button = 0) => ({ type: 'pointerDown', button });
const up = (button = 0) => ({ type: 'pointerUp', button });

export const moveTo = (at: Marionette, point: Point) => perform(at, MOUSE, [to(point)]);
export const press = (at: Marionette, point: Point) => perform(at, MOUSE, [to(point), down()]);
export const release = (at: Marionette) => perform(at, MOUSE, [up()]);
export const click = (at: Marionette, point: Point, button = 0) =>
  perform(at, MOUSE, [to(point), down(button), up(button)]);
export const tap = (at: Marionette, point: Point) => perform(at, FINGER, [to(point), down(), up()]);

/** "Escape", "a", "Alt+Shift+S": pressed in this order, let go in the other. */
export function strike(at: Marionette, combination: string): Promise<unknown> {
  const keys = combination.split('+').map(keyOf);
  return perform(at, KEYBOARD, [
    ...keys.map((value) => ({ type: 'keyDown', value })),
    ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
  ]);
}

/** Keeps a key down until it has repeated a few times. */
export function hold(at: Marionette, key: string): Promise<unknown> {
  const value = keyOf(key);
  const repeated = Array.from({ length: 4 }, () => ({ type: 'keyDown', value }));
  return perform(at, KEYBOARD, [...repeated, { type: 'keyUp', value }]);
}

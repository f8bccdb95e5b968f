/** The prompt in a page of Firefox, through its accessibility tree. */
import { until, type PromptDriver } from './driver';
import * as hand from './firefox-hand';
import type { Window } from './firefox-window';
import { PROMPT, PROMPT_BUTTON, PROMPT_BUTTON_MISSED, type PromptState } from './firefox-tree';

/** Each look walks the whole tree, in two processes. */
const PAUSE_MS = 120;

/** Waits for a fact about the prompt; if it does not come, the error says what the prompt shows instead. */
async function untilPrompt<T>(
  window: Window,
  what: string,
  ask: (prompt: PromptState | null) => T | null | false,
  pause = PAUSE_MS,
): Promise<T> {
  const now = () => window.ask<PromptState | null>(PROMPT);
  try {
    return await until(what, async () => ask(await now()), undefined, pause);
  } catch (error) {
    const prompt = await now();
    const shown = prompt ? `The prompt shows: ${prompt.text}` : 'There is no prompt.';
    throw new Error(`${error instanceof Error ? error.message : String(error)} ${shown}`, { cause: error });
  }
}

export function promptOf(window: Window): PromptDriver {
  /** Finds the button and does something there until that is `false` no more, while nothing else happens to the page by us. */
  const atButton = async (name: string, act: (point: hand.Point) => Promise<unknown>) => {
    const what = `the prompt's button "${name}"`;
    await untilPrompt(
      window,
      what,
      (prompt) => prompt?.ready && prompt.buttons.some((each) => each.name === name),
    );
    await until(what, () =>
      window.inFront(async (marionette) => {
        const point = await marionette.script<hand.Point | null>('system', PROMPT_BUTTON, name);
        return point && (await act(point)) !== false;
      }),
    );
  };
  const { marionette } = window;
  /** The background's answer may come between the look and the click, and move the button: a person then clicks again. */
  const clickHit = async (name: string, point: hand.Point) => {
    await hand.click(marionette, point);
    return !(await marionette.script<boolean>('system', PROMPT_BUTTON_MISSED, name, point));
  };
  return {
    ready: (name) => atButton(name, async () => null),
    click: (name) => atButton(name, (point) => clickHit(name, point)),
    pointAt: (name) => atButton(name, (point) => hand.moveTo(marionette, point)),
    clickSlowly: async (name, meanwhile) => {
      await atButton(name, (point) => hand.press(marionette, point));
      await meanwhile();
      await window.inFront(() => hand.release(marionette));
    },
    says: (text) =>
      untilPrompt(window, `the prompt to say "${text}"`, (prompt) =>
        prompt?.text.includes(text) ? prompt.text : null,
      ),
    text: async () => (await window.ask<PromptState | null>(PROMPT))?.text ?? null,
    announces: async (beginning) => {
      const isAnnounced = (prompt: PromptState | null) =>
        prompt?.statuses.some((status) => status.startsWith(beginning)) ?? false;
      // Without a pause: who ends the browser at this very moment must not come later.
      await untilPrompt(window, `the prompt to announce "${beginning}"`, isAnnounced, 0);
    },
    hasFocusOn: async (button) => {
      await untilPrompt(
        window,
        `the focus on the prompt's button "${button}"`,
        (prompt) => prompt?.buttons.some(({ name, focused }) => name === button && focused) ?? false,
      );
    },
    isGone: async () => {
      await untilPrompt(window, 'the prompt to go', (prompt) => prompt === null);
    },
  };
}

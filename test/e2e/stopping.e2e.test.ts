/** The background is stopped while it saves, at every moment of it: a token is never lost and never doubled. */
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { allListed, allSecrets, ask } from '../support/ask';
import { until, type Tab } from '../support/driver';
import { displayInTurn, displayOf } from './steps/displays';
import { inBrowser, stage } from './stage';
import { createQuickVault, secretOf } from './steps/vault';

/** The last moment of the stop, ms after the mouse button begins to be let go; the first is 0. */
const LAST_MS = 58;
/** Every third round stops it a second time, so that the page's one retry meets a stop, too. */
const AGAIN_MS = 12;

/** How many moments are tried. */
const ROUNDS = inBrowser({ chromium: 30, firefox: 12 });
const momentOf = (round: number) => Math.round((round * LAST_MS) / (ROUNDS - 1));

describe('the background is stopped while it saves', () => {
  let own: Tab;
  let stop: () => Promise<void>;
  const names: string[] = [];
  /** Rounds in which the prompt had not said "Saved" when the background was stopped. */
  let early = 0;

  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    own = await browser.openOwn('bare');
    stop = await browser.backgroundStopper();
  });

  /** What the prompt says became of a Save, or null if it does not say yet. */
  async function outcomeIn(page: Tab): Promise<string | null> {
    const text = await page.prompt.text();
    return text && /Saved\.|Not saved(?! yet)/.test(text) ? text : null;
  }

  /** Clicks Save, and stops the background a moment later. */
  async function saveAcrossStop(page: Tab, round: number): Promise<void> {
    let stops: readonly Promise<void>[] = [];
    const stopSoon = async () => {
      // No wait for a fact: the delay is what is tested.
      await later(momentOf(round));
      await stop();
      if (!(await page.prompt.text())?.includes('Saved.')) early += 1;
      if (round % 3 !== 2) return;
      await later(AGAIN_MS);
      await stop();
    };
    await page.prompt.clickSlowly('Save token', async () => void (stops = [stopSoon()]));
    await Promise.all(stops);
  }

  /** Where a token is now: how often in the list, and how often among those that are held. */
  async function placesOf(name: string): Promise<{ listed: number; held: number }> {
    const listed = (await allListed(own)).filter((token) => token.name === name).length;
    const { held } = await ask(own, 'ui:status', null);
    return { listed, held: held.filter((token) => token.name === name).length };
  }

  /** The next click saves it, unless the prompt learned meanwhile that it is saved. */
  async function tryAgain(page: Tab): Promise<void> {
    const saved = page.prompt.announces('Saved');
    await Promise.race([saved, page.prompt.click('Try again').catch(() => null)]);
    await saved;
  }

  /** Saved, or not lost and saved by the next click. */
  async function isThereOnce(page: Tab, name: string): Promise<void> {
    const said = await until('the prompt to say what became of it', () => outcomeIn(page));
    if (!said.includes('Saved.')) {
      const { listed, held } = await placesOf(name);
      expect(listed + held, 'not said to be saved: held or listed').toBeGreaterThan(0);
      await tryAgain(page);
    }
    expect(await placesOf(name)).toEqual({ listed: 1, held: 0 });
    await page.close();
  }

  test.each(Array.from({ length: ROUNDS }, (_, round) => [momentOf(round), round]))(
    '%i ms after the click',
    async (_, round) => {
      const name = `stopped ${round}`;
      names.push(name);
      const page = await displayInTurn(round).make(at.browser, name);
      await page.prompt.ready('Save token');
      await saveAcrossStop(page, round);
      await isThereOnce(page, name);
    },
  );

  test('again and again, until the prompt says what became of it', async () => {
    const name = 'stopped all the time';
    names.push(name);
    const page = await displayOf('osf/personal').make(at.browser, name);
    await page.prompt.click('Save token');
    // Looked at beside the stopping: a stop can take longer than "Saved" stays on the screen.
    const said = new AbortController();
    const saying = until('the prompt to say what became of it', () => outcomeIn(page));
    const stopping = async () => {
      while (!said.signal.aborted) await stop();
    };
    await Promise.all([saying.finally(() => said.abort()), stopping()]);
    await isThereOnce(page, name);
  });

  test('in the end each is there once, with its secret', async () => {
    const expected = names.map((name) => ({ name, secret: secretOf(at.sites, name) }));
    const found = await allSecrets(own);
    expect(found).toHaveLength(names.length);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(early, 'the control: some stops came before "Saved"').toBeGreaterThan(0);
  });
});

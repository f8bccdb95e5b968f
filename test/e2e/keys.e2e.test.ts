/** The vault's key and passphrase, changed on the options page. */
import { describe, expect, test } from 'vitest';
import { newIdentity } from '../../src/vault/slots';
import { ask } from '../support/ask';
import { until, type Tab } from '../support/driver';
import { madeTokens } from '../support/made-tokens';
import { isHeld } from './steps/held';
import { displayOf } from './steps/displays';
import { stage } from './stage';
import {
  copied,
  createQuickVault,
  identityOf,
  lock,
  PASSPHRASE,
  saveOne,
  secretOf,
  slotFor,
  unlock,
  wrapped,
} from './steps/vault';

const CHANGED = 'velvet EXAMPLE harbor orbit thirty candle';
const AFTER_START_OVER = 'candle EXAMPLE orbit harbor velvet thirty';
const AFTER_KILL = 'thirty EXAMPLE candle velvet orbit harbor';
const WEAK = 'password';
const KEPT = ['kept 1', 'kept 2'] as const;
const HELD = 'held meanwhile';
/** Sealing so many to another key takes longer than killing the browser. */
const MANY = 400;

const lineOf = ({ name, secret }: { name: string | null; secret: string }) => `${name}: ${secret}`;

type Typed = { readonly current: string; readonly next: string; readonly repeated?: string };

describe('the key of the vault', () => {
  let options: Tab;
  /** The passphrase that holds, and what it opens. */
  let now = PASSPHRASE;
  let identity: string;

  const at = stage(async ({ browser }) => {
    identity = await createQuickVault(browser);
    for (const name of KEPT) await saveOne(browser, 'zenodo/personal', name);
    options = await browser.openOwn('options');
  });

  const slots = async () => (await ask(options, 'ui:slots', null)).passphrase;

  async function fill({ current, next, repeated = next }: Typed): Promise<void> {
    await options.type('textbox', 'Current passphrase', current);
    await options.type('textbox', 'New passphrase', next);
    await options.type('textbox', 'Repeat new passphrase', repeated);
  }

  /** Locked, the passphrase of before is refused and this one opens; the tokens are as they were. */
  async function opensOnlyWith(passphrase: string): Promise<void> {
    await lock(at.browser);
    const popup = await at.browser.openOwn('popup');
    await popup.type('textbox', 'Passphrase', now);
    await popup.click('button', 'Unlock');
    await popup.says('This is not the passphrase.');
    await opensWith(popup, passphrase);
  }

  async function opensWith(popup: Tab, passphrase: string): Promise<void> {
    await unlock(popup, passphrase);
    for (const name of KEPT) expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
    await popup.close();
    now = passphrase;
    await options.front();
  }

  test.each([
    ['a wrong current one', { current: `${PASSPHRASE}s`, next: CHANGED }, 'not the current passphrase'],
    ['a weak one', { current: PASSPHRASE, next: WEAK }, 'too easy to guess'],
    [
      'another repetition',
      { current: PASSPHRASE, next: CHANGED, repeated: `${CHANGED}s` },
      'The two passphrases differ',
    ],
    ['the present one', { current: PASSPHRASE, next: PASSPHRASE }, 'the passphrase you have now'],
  ])('the passphrase is not changed with %s, and that is said', async (_, typed, words) => {
    const before = await slots();
    await options.front();
    await options.click('button', 'Change passphrase');
    await fill(typed);
    await options.click('button', 'Change passphrase');
    await options.says(words);
    await options.says('Nothing was changed');
    expect(await slots()).toEqual(before);
    await options.click('button', 'Cancel');
  });

  test('the passphrase is changed: the old one is refused, the new one opens', async () => {
    const before = await slots();
    await options.click('button', 'Change passphrase');
    await fill({ current: now, next: CHANGED });
    await options.click('button', 'Change passphrase');
    await options.says('The passphrase was changed.');
    expect(await slots()).not.toEqual(before);
    await opensOnlyWith(CHANGED);
  });

  test('the passphrase is changed to generated words, typed back', async () => {
    await options.click('button', 'Change passphrase');
    await options.type('textbox', 'Current passphrase', now);
    await options.click('button', 'Use a generated passphrase');
    const words = (await options.shows('list', 'Your passphrase: write it down')).split('\n');
    expect(words).toHaveLength(6);
    await options.type('textbox', 'Repeat new passphrase', words.slice(0, 5).join(' '));
    await options.click('button', 'Change passphrase');
    await options.says('These are not the six words. Nothing was changed');
    // As a hand writes them that came from a phone.
    await options.type('textbox', 'Repeat new passphrase', ` ${words.join('  ').toUpperCase()} `);
    await options.says('All six words fit.');
    await options.click('button', 'Change passphrase');
    await options.says('The passphrase was changed.');
    await lock(at.browser);
    await opensWith(await at.browser.openOwn('popup'), words.join(' '));
  });

  test('started over with a new key: said when it is done, and a backup is offered', async () => {
    const page = await displayOf('speckle/personal').make(at.browser, HELD);
    await isHeld(page);
    await page.close();
    await options.front();
    await options.click('button', 'Start over');
    await fill({ current: now, next: AFTER_START_OVER });
    await options.click('button', 'Start over with a new key');
    await options.says('Everything is sealed to the new key, and only the new passphrase opens the vault.');
    await options.click('link', 'Make a backup');
    expect(await options.url()).toMatch(/#backup$/);
    await opensOnlyWith(AFTER_START_OVER);
    const next = await identityOf(at.browser, now);
    expect(next).not.toBe(identity);
    identity = next;
  });

  test('what was held meanwhile is held still, and saved to the new key', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', `Save ${HELD}`);
    expect(await copied(popup, HELD)).toBe(secretOf(at.sites, HELD));
    await popup.close();
  });

  /** Name and secret of all tokens, a line each, from what a backup would have. */
  async function secrets(own: Tab): Promise<string[]> {
    const found: string[] = [];
    for (;;) {
      const part = await ask(own, 'ui:backup-tokens', { from: found.length, count: 100 });
      found.push(...part.tokens.map(lineOf));
      if (found.length >= part.total) return found.toSorted();
    }
  }

  test('killed while everything is sealed to a new key: the old passphrase opens it, and it goes on', async () => {
    // Old: what is copied in the popup stands above them.
    const made = madeTokens(MANY, '2025-01-02T03:04:05.000Z');
    for (let from = 0; from < MANY; from += 100)
      await ask(options, 'ui:restore', { tokens: made.slice(from, from + 100), notes: [] });
    const expected = [
      ...made,
      ...[...KEPT, HELD].map((name) => ({ name, secret: secretOf(at.sites, name) })),
    ];
    // The same passphrase, with little work for scrypt.
    await ask(options, 'ui:change-passphrase', { identity, slot: await slotFor(identity, now) });
    const next = await newIdentity();
    await ask(options, 'ui:start-over', {
      identity,
      next: await wrapped(next, AFTER_KILL),
    });
    await at.browser.kill();
    const popup = await at.browser.openOwn('popup');
    await popup.says('The new key waits');
    await popup.type('textbox', 'Passphrase', AFTER_KILL);
    await popup.click('button', 'Unlock');
    await popup.says('This is not the passphrase that holds now.');
    await unlock(popup, now);
    await until('the new key', async () => (await ask(popup, 'ui:status', null)).resealing === null);
    options = await at.browser.openOwn('options');
    await opensOnlyWith(AFTER_KILL);
    expect(await identityOf(at.browser, now)).toBe(next);
    expect(await secrets(options)).toEqual(expected.map(lineOf).toSorted());
  });
});

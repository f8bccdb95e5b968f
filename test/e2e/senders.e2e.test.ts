/** Who may ask what: a page can give a token and can never get one. */
import { describe, expect, test } from 'vitest';
import type { UiMessageName } from '../../src/messages/protocol';
import { asking } from '../support/ask';
import type { Tab } from '../support/driver';
import { displayOf } from './steps/displays';
import { stage } from './stage';
import { createQuickVault, secretOf } from './steps/vault';

type Answer = { readonly ok: boolean; readonly failure?: string };

const REFUSED = { ok: false, failure: 'refused' };
const SAVED = 'for senders';

/** A well-formed question of each name that reads or changes what our own pages may. */
const questions = (id: string): Partial<Record<UiMessageName, unknown>> => ({
  'ui:status': null,
  'ui:slots': null,
  'ui:list': { query: '', from: 0, count: 50 },
  'ui:token': { id },
  'ui:copy': { id, snippet: null },
  'ui:reveal': { id },
  'ui:copied': { done: true },
  'ui:clear-what': null,
  'ui:clear-now': null,
  'ui:last-check': { id },
  'ui:check': { id, click: '00000000-0000-4000-8000-000000000001' },
  'ui:scope-use': null,
  'ui:notes': null,
  'ui:settings': null,
  'ui:lock': null,
});

/** A sighting as the content script would tell it. */
function seen(secret: string, provider = 'github', kind = 'classic') {
  const details = { name: 'asked', scopes: null, expires: null, account: null, owner: null, manageId: null };
  return { provider, kind, secret, path: '/settings/tokens', details };
}

describe('who may ask what', () => {
  let page: Tab;
  let popup: Tab;
  let id: string;

  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    page = await displayOf('github/classic').make(browser, SAVED);
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    popup = await browser.openOwn('popup');
    await popup.shows('button', `Copy ${SAVED}`);
    const listing = asking('ui:list', questions('')['ui:list']);
    id = await popup.run<string>(`${listing}.then(({ value }) => value.tokens[0].id)`);
  });

  // "ui:lock" stands last: after it the popup gets no more.
  test.each(Object.keys(questions('')))(
    '%s: our own page is answered, a content script is refused',
    async (name) => {
      const question = asking(name, questions(id)[name as UiMessageName]); // a key of that very object
      expect(await page.runAsContentScript<Answer>(question)).toEqual(REFUSED);
      expect(await popup.run<Answer>(question)).toMatchObject({ ok: true });
    },
  );

  test('what a content script is answered about a token holds nothing of it but its last four', async () => {
    const secret = secretOf(at.sites, SAVED);
    const told = { id, seen: seen(secret) };
    for (const question of [
      asking('page:seen', told.seen),
      asking('page:save', told),
      asking('page:state', { id }),
    ]) {
      const answer = await page.runAsContentScript<Answer>(question);
      expect(answer).toMatchObject({ ok: true });
      expect(JSON.stringify(answer)).not.toContain(secret.slice(-5));
      expect(JSON.stringify(answer)).not.toContain(secret.slice(0, 12));
    }
  });

  test("a content script cannot speak for another provider's site", async () => {
    const question = asking('page:seen', seen('EXAMPLE' + 'A'.repeat(53), 'zenodo', 'personal'));
    expect(await page.runAsContentScript(question)).toEqual(REFUSED);
  });

  test('our own page cannot pose as a page of a provider', async () => {
    expect(await popup.run(asking('page:state', { id }))).toEqual(REFUSED);
  });

  test.each([
    ['a name that there is not', 'ui:everything', null],
    ['a name of every object', 'constructor', null],
    ['a window that is too large', 'ui:list', { query: '', from: 0, count: 51 }],
    ['no question', 'ui:copy', null],
  ])('malformed is refused: %s', async (_, name, ask) => {
    expect(await popup.run(asking(name, ask))).toEqual(REFUSED);
  });

  test('a content script reads settings and no more', async () => {
    const local = await page.runAsContentScript<string>(
      'chrome.storage.local.get(null).then(JSON.stringify)',
    );
    for (const word of ['github.com', SAVED, 'AGE-SECRET-KEY', secretOf(at.sites, SAVED).slice(-12)])
      expect(local).not.toContain(word);
    const session = `(async () => chrome.storage.session.get(null))().then(() => 'read', () => 'refused')`;
    expect(await page.runAsContentScript(session)).toBe('refused');
    expect(await popup.run(session), 'the control').toBe('read');
  });
});

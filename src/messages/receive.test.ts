import { describe, expect, test, vi } from 'vitest';
import type { PageHandlers, RawSender, UiHandlers } from './receive';
import { receiver, Refusal } from './receive';

const ID = 'abcdefghijklmnop';
const OWN = `chrome-extension://${ID}`;
const ANY_ID = 'A'.repeat(22);

/** Handlers that all answer with their message's name, so that a test sees which one ran. */
function answering<T extends object>(names: readonly string[]): T {
  // Built by name from the protocol's own names, so it has every handler.
  return Object.fromEntries(names.map((name) => [name, vi.fn(async () => name)])) as T;
}

const page = answering<PageHandlers>(['page:seen', 'page:state', 'page:save', 'page:form']);
const ui = answering<UiHandlers>(['ui:status', 'ui:copy', 'ui:list']);
const receive = receiver({ self: { id: ID, origin: OWN }, page, ui });

const popup: RawSender = { id: ID, origin: OWN, url: `${OWN}/src/popup/popup.html` };
const optionsInTab: RawSender = { ...popup, tab: { id: 3 }, frameId: 0 };
const contentScript: RawSender = { id: ID, origin: 'https://github.com', tab: { id: 7 }, frameId: 0 };
const REFUSED = { ok: false, failure: 'refused' };

describe('a ui: message', () => {
  const status = { name: 'ui:status', ask: null };
  test('is answered to our own pages, in the popup and in a tab', async () => {
    expect(await receive(status, popup)).toEqual({ ok: true, value: 'ui:status' });
    expect(await receive(status, optionsInTab)).toEqual({ ok: true, value: 'ui:status' });
    expect(await receive(status, { id: ID, url: `${OWN}/src/popup/popup.html` })).toMatchObject({ ok: true });
  });

  test.each([
    ['a content script', contentScript],
    ['a page that names itself like us', { ...contentScript, origin: `https://${ID}` }],
    ['another extension', { id: 'p'.repeat(16), origin: OWN }],
    ['nobody', {}],
  ])('is refused to %s', async (_, sender) => {
    expect(await receive(status, sender)).toEqual(REFUSED);
    expect(await receive({ name: 'ui:copy', ask: { id: ANY_ID, snippet: null } }, sender)).toEqual(REFUSED);
    expect(ui['ui:copy']).not.toHaveBeenCalled();
  });
});

describe('a page: message', () => {
  const state = { name: 'page:state', ask: { id: ANY_ID } };
  test('is answered to the top frame of a tab, with the origin the browser vouches for', async () => {
    expect(await receive(state, contentScript)).toEqual({ ok: true, value: 'page:state' });
    const from = { origin: 'https://github.com', tabId: 7, documentId: null, incognito: false };
    expect(page['page:state']).toHaveBeenLastCalledWith({ id: ANY_ID }, from);
  });

  test('tells whether it comes from a private window', async () => {
    await receive(state, { ...contentScript, tab: { id: 7, incognito: true } });
    const from = expect.objectContaining({ tabId: 7, incognito: true });
    expect(page['page:state']).toHaveBeenLastCalledWith({ id: ANY_ID }, from);
  });

  test.each([
    ['a frame in a page', { ...contentScript, frameId: 4 }],
    ['a page of ours', optionsInTab],
    ['a sender without a tab', { id: ID, origin: 'https://github.com', frameId: 0 }],
  ])('is refused to %s', async (_, sender) => {
    expect(await receive(state, sender)).toEqual(REFUSED);
  });
});

describe('a malformed message', () => {
  test.each([
    ['nothing', undefined],
    ['a text', 'ui:status'],
    ['an unknown name', { name: 'ui:everything', ask: null }],
    ['a name from the prototype', { name: 'toString', ask: null }],
    ['a missing part', { name: 'ui:copy', ask: { snippet: null } }],
    ['a wrong type', { name: 'ui:copy', ask: { id: 5, snippet: null } }],
    ['an id that is a path', { name: 'ui:copy', ask: { id: '../../../../../../../..', snippet: null } }],
    ['a window that is too wide', { name: 'ui:list', ask: { query: '', from: 0, count: 10_000 } }],
    ['a negative window', { name: 'ui:list', ask: { query: '', from: -1, count: 10 } }],
  ])('(%s) is refused', async (_, message) => {
    expect(await receive(message, popup)).toEqual(REFUSED);
  });
});

describe('a handler', () => {
  test('that refuses gives its failure, and one that throws gives no text of the error', async () => {
    vi.mocked(ui['ui:status']).mockRejectedValueOnce(new Refusal('locked'));
    expect(await receive({ name: 'ui:status', ask: null }, popup)).toEqual({ ok: false, failure: 'locked' });
    vi.mocked(ui['ui:status']).mockRejectedValueOnce(new Error('EXAMPLE secret in an error'));
    const answer = await receive({ name: 'ui:status', ask: null }, popup);
    expect(answer).toEqual({ ok: false, failure: 'storage' });
    expect(JSON.stringify(answer)).not.toContain('EXAMPLE');
  });

  test.each([
    ['QuotaExceededError', 'full'],
    ['VersionError', 'vault-newer'],
    ['InvalidStateError', 'storage'],
  ])('says of a storage that fails with %s that it is "%s"', async (name, failure) => {
    const failing = async () => Promise.reject(new DOMException('EXAMPLE', name));
    const asked = receiver({ self: { id: ID, origin: OWN }, page, ui: { ...ui, 'ui:status': failing } });
    expect(await asked({ name: 'ui:status', ask: null }, popup)).toEqual({ ok: false, failure });
  });
});

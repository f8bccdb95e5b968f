/** What a page at rest cannot show: dialogs that come, change and go, and events as a browser makes them. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { provider } from '.';
import { detector } from './detect';

const TOKEN = provider.kinds['personal']?.example ?? '';
const NEWER = 'B'.repeat(35) + 'b'.repeat(34) + '2';
const LIST = new URL('https://osf.io/settings/tokens');

let frame: HTMLIFrameElement;
let page: Document;

beforeEach(() => {
  frame = document.createElement('iframe');
  document.body.append(frame);
  if (!frame.contentDocument) throw new Error('a frame without a document');
  page = frame.contentDocument;
});
afterEach(() => frame.remove());

const seen = (url = LIST) => detector.detect({ url, document: page });

/** Angular's dialog, appended to the body as the front end does. */
function open(value: string): { dialog: Element; field: HTMLInputElement } {
  const dialog = page.createElement('p-dynamicdialog');
  dialog.innerHTML =
    '<div role="dialog"><osf-token-created-dialog><p><strong>mine</strong></p><input readonly></osf-token-created-dialog></div>';
  const field = dialog.querySelector('input');
  if (!field) throw new Error('no field');
  field.value = value;
  page.body.append(dialog);
  return { dialog, field };
}

test('the tripwire notices a dialog, a value that comes after it, and its end', () => {
  const before = detector.tripwire(page);
  const { dialog, field } = open('');
  const empty = detector.tripwire(page);
  expect(empty).not.toBe(before);
  expect(seen()).toBeNull();
  field.value = TOKEN;
  expect(detector.tripwire(page)).not.toBe(empty);
  expect(seen()?.secret).toBe(TOKEN);
  dialog.remove();
  expect(detector.tripwire(page)).toBe(before);
  expect(seen()).toBeNull();
});

test('the tripwire looks behind toasts and menus that were appended later', () => {
  open(TOKEN);
  const shown = detector.tripwire(page);
  for (let n = 0; n < 5; n++) page.body.append(page.createElement('div'));
  expect(detector.tripwire(page)).toBe(shown);
});

test('the tripwire looks for older displays under the path of a token only', () => {
  page.open();
  page.defaultView?.history.replaceState(null, '', '/x7k2p/wiki/');
  page.write('<div class="input-group" data-test-new-token-value><input readonly></div>');
  page.close();
  const field = page.querySelector('input');
  if (field) field.value = TOKEN;
  expect(detector.tripwire(page)).toBeNull();
  page.defaultView?.history.replaceState(null, '', `/settings/tokens/6923f0a1c4d5e6f708192a3b`);
  expect(detector.tripwire(page)).toBe(TOKEN);
});

test('the tripwire notices that the legacy box is shown, whatever it held before', () => {
  page.body.innerHTML = `<div id="token-keys" style="display: none"><samp>${TOKEN}</samp></div>`;
  const before = detector.tripwire(page);
  expect(seen()).toBeNull();
  page.getElementById('token-keys')?.removeAttribute('style');
  expect(detector.tripwire(page)).not.toBe(before);
  expect(seen()?.secret).toBe(TOKEN);
});

test('of two dialogs the newer counts, while the older still fades out', () => {
  open(TOKEN);
  const before = detector.tripwire(page);
  open(NEWER);
  expect(seen()?.secret).toBe(NEWER);
  expect(detector.tripwire(page)).not.toBe(before);
});

test('a second read-only field of another form does not stand in for the token', () => {
  const { field } = open(TOKEN);
  const other = page.createElement('input');
  other.readOnly = true;
  other.value = '5'.repeat(40);
  field.before(other);
  expect(seen()).toMatchObject({ secret: TOKEN, anchor: field });
});

test('a field that can be typed into is no display', () => {
  open(TOKEN).field.readOnly = false;
  expect(seen()).toBeNull();
});

test('storage that holds something else than a user tells no account', () => {
  open(TOKEN);
  const accountFrom = (stored: string) => {
    localStorage.setItem('currentUser', stored);
    try {
      return seen()?.details.account;
    } finally {
      localStorage.removeItem('currentUser');
    }
  };
  expect(accountFrom('{"id":"ab1cd"}')).toBe('ab1cd');
  for (const odd of ['null', '[]', '"ab1cd"', '{}', '{"id":null}', '{"id":"<b>"}', '{"id":"AB1CD"}', '{']) {
    expect(accountFrom(odd)).toBeNull();
  }
});

test('events without an element under them are nobody’s', () => {
  open(TOKEN);
  const at = { url: LIST, document: page };
  const results: unknown[] = [];
  const take = (event: Event) => results.push(detector.destroys?.(at, event), detector.readForm?.(at, event));
  page.addEventListener('click', take);
  page.addEventListener('submit', take);
  page.dispatchEvent(new Event('click'));
  page.dispatchEvent(new Event('submit'));
  expect(results).toEqual([null, null, null, null]);
});

/** What a page at rest cannot show: pages that stream in, days counted from now, displays of other names. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Details } from '../provider';
import { provider } from '.';
import { detector } from './detect';

const CLASSIC = provider.kinds['classic']?.example ?? '';
const FINE_GRAINED = provider.kinds['fine-grained']?.example ?? '';
const LIST = new URL('https://github.com/settings/tokens');
const NEW = new URL('https://github.com/settings/personal-access-tokens/new');

let frame: HTMLIFrameElement;
let page: Document;

beforeEach(() => {
  frame = document.createElement('iframe');
  document.body.append(frame);
  if (!frame.contentDocument) throw new Error('a frame without a document');
  page = frame.contentDocument;
});
afterEach(() => {
  vi.useRealTimers();
  frame.remove();
});

const seen = (url = LIST) => detector.detect({ url, document: page });

test('a token that is still streaming in is not taken before it is whole', () => {
  page.open();
  page.write('<main><p><code id="new-oauth-token">', CLASSIC.slice(0, 30));
  expect(page.readyState).toBe('loading');
  expect(page.getElementById('new-oauth-token')?.textContent).toBe(CLASSIC.slice(0, 30));
  expect(seen()).toBeNull();
  const before = detector.tripwire(page);
  page.write(CLASSIC.slice(30), '</code></p>');
  expect(seen()).toBeNull();
  page.write('<p>Next');
  expect(detector.tripwire(page)).not.toBe(before);
  expect(seen()?.secret).toBe(CLASSIC);
  page.close();
});

test('a token at the very end of a page is taken when the page is done', () => {
  page.open();
  page.write('<code id="new-oauth-token">', CLASSIC);
  expect(seen()).toBeNull();
  page.close();
  expect(seen()?.secret).toBe(CLASSIC);
});

test('the tripwire notices a value that is written into a display that stood there empty', () => {
  page.body.innerHTML = '<main><input id="new-access-token" readonly></main>';
  const before = detector.tripwire(page);
  page.getElementById('new-access-token')?.setAttribute('value', FINE_GRAINED);
  expect(detector.tripwire(page)).not.toBe(before);
  expect(seen()?.kind).toBe('fine-grained');
});

test('an empty display of one kind does not hide the other', () => {
  page.body.innerHTML = `<input id="new-access-token" readonly><code id="new-oauth-token">${CLASSIC}</code>`;
  expect(seen()?.kind).toBe('classic');
});

test('a row tells its id by itself or by its link', () => {
  const shown = `<span id="new-oauth-token">${CLASSIC}</span>`;
  page.body.innerHTML = `<div class="access-token" data-id="7">${shown}</div>`;
  expect(seen()?.details).toMatchObject({ name: null, manageId: '7' });
  page.body.innerHTML = `<div class="access-token" data-id="new">${shown}<a href="/settings/tokens/8">mine</a></div>`;
  expect(seen()?.details).toMatchObject({ name: 'mine', manageId: '8' });
});

test.each([
  ['a read-only input in a row', `<div class="access-token"><input readonly value="${FINE_GRAINED}"></div>`],
  ['code in a notice', `<div class="flash"><code> ${FINE_GRAINED} </code></div>`],
])('a renamed display: %s', (_, html) => {
  page.body.innerHTML = html;
  expect(seen()).toMatchObject({ kind: 'fine-grained', secret: FINE_GRAINED });
  expect(seen(new URL('https://github.com/settings/profile'))).toBeNull();
});

test.each([
  '<input value="V">',
  '<textarea readonly>V</textarea>',
  '<p>V</p>',
  '<input type="search" value="V">',
])('nothing but a read-only place counts: %s', (html) => {
  page.body.innerHTML = `<main>${html.replace('V', CLASSIC)}</main>`;
  expect(seen()).toBeNull();
});

function submitted(html: string, url: URL): Details | null {
  page.body.innerHTML = html;
  let told: Details | null = null;
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    told = detector.readForm?.({ url, document: page }, event) ?? null;
  });
  page.querySelector('form')?.requestSubmit();
  return told;
}

test('days in a form become a date', () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z') });
  const days = (field: string) => submitted(`<form>${field}</form>`, NEW)?.expires;
  expect(
    days('<input type="hidden" name="user_programmatic_access[default_expires_at]" value="30">'),
  ).toEqual({
    at: '2026-12-24',
  });
  expect(days('<input type="hidden" name="oauth_access[default_expires_at]" value="7">')).toEqual({
    at: '2026-12-01',
  });
  expect(
    days(
      '<input name="user_programmatic_access[name]" value="x"><button type="button" aria-haspopup="true">90 days</button>',
    ),
  ).toEqual({ at: '2027-02-22' });
});

test('a custom date that was left out is not guessed', () => {
  const form =
    '<form><input name="oauth_access[default_expires_at]" value="custom"><button aria-haspopup="true">30 days</button></form>';
  expect(submitted(form, NEW)?.expires).toBeNull();
});

test('no more than the named fields of a form is read', () => {
  const told = submitted(
    `<form><input name="authenticity_token" value="${'s'.repeat(40)}"><input name="oauth_access[description]" value="mine">
      <input type="password" name="sudo_password" value="${'p'.repeat(12)}"></form>`,
    NEW,
  );
  expect(told).toEqual({
    name: 'mine',
    scopes: null,
    expires: null,
    account: null,
    owner: null,
    manageId: null,
  });
});

test('a form elsewhere on the site is not ours', () => {
  expect(
    submitted(
      '<form><input name="oauth_access[description]" value="mine"></form>',
      new URL('https://github.com/settings/applications/new'),
    ),
  ).toBeNull();
});

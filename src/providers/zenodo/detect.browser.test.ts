/** What a page at rest cannot show: pages that stream in, and a form that a browser really submits. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { provider } from '.';
import { detector } from './detect';

const TOKEN = provider.kinds['personal']?.example ?? '';
const PAGE = new URL('https://zenodo.org/account/settings/applications/tokens/4711/');

let frame: HTMLIFrameElement;
let page: Document;

beforeEach(() => {
  frame = document.createElement('iframe');
  document.body.append(frame);
  if (!frame.contentDocument) throw new Error('a frame without a document');
  page = frame.contentDocument;
});
afterEach(() => frame.remove());

const seen = (url = PAGE) => detector.detect({ url, document: page });
const shown = (value: string) => `<div class="ui segment"><code>${value}</code></div>`;

/** A page that begins to stream in, under a path of its own. */
function stream(path: string): void {
  page.open();
  page.defaultView?.history.replaceState(null, '', path);
}

test('a token that is still streaming in is not taken before it is whole', () => {
  stream(PAGE.pathname);
  page.write('<main><div class="ui segment"><code>', TOKEN.slice(0, 40));
  expect(page.readyState).toBe('loading');
  expect(page.querySelector('code')?.textContent).toBe(TOKEN.slice(0, 40));
  expect(seen()).toBeNull();
  const before = detector.tripwire(page);
  page.write(TOKEN.slice(40), '</code>');
  expect(seen()).toBeNull();
  page.write('<p>Next');
  expect(detector.tripwire(page)).not.toBe(before);
  expect(seen()?.secret).toBe(TOKEN);
  page.close();
});

test('a token at the very end of a page is taken when the page is done', () => {
  page.open();
  page.write('<div class="ui segment"><code>', TOKEN);
  expect(seen()).toBeNull();
  page.close();
  expect(seen()?.secret).toBe(TOKEN);
});

test('the tripwire is asked on token pages only', () => {
  stream('/records/1234567');
  page.write(shown(TOKEN));
  page.close();
  expect(detector.tripwire(page)).toBeNull();
  page.defaultView?.history.replaceState(null, '', PAGE.pathname);
  expect(detector.tripwire(page)).toContain(TOKEN);
});

test('the same value in a second place is the same token; another value makes it doubtful', () => {
  page.body.innerHTML = `${shown(TOKEN)}<p><code>export TOKEN=${TOKEN}</code> <code>${TOKEN}</code></p>`;
  expect(seen()).toMatchObject({ secret: TOKEN, anchor: page.querySelector('code') });
  page.body.innerHTML = shown(TOKEN) + shown('B'.repeat(60));
  expect(seen()).toBeNull();
});

test('a known form counts in any wrapper, before and without the unknown ones in the certain place', () => {
  page.body.innerHTML = `${shown('c'.repeat(43))}<aside><code>${TOKEN}</code></aside>`;
  expect(seen()?.secret).toBe(TOKEN);
});

test('the tripwire notices a value that changes in its place', () => {
  page.body.innerHTML = shown('');
  const before = detector.tripwire(page);
  const code = page.querySelector('code');
  if (code) code.textContent = TOKEN;
  expect(detector.tripwire(page)).not.toBe(before);
});

test('of unknown forms two are doubtful as well', () => {
  page.body.innerHTML = shown('c'.repeat(43));
  expect(seen()?.secret).toBe('c'.repeat(43));
  page.body.innerHTML = shown('c'.repeat(43)) + shown('d'.repeat(43));
  expect(seen()).toBeNull();
});

test.each([
  ['a heading', '<article><h2> my token </h2></article>', 'my token'],
  ['a panel’s title', '<div class="panel-heading"><strong>Token / my / token</strong></div>', 'my / token'],
  ['a menu’s title', '<strong class="header item"><i></i> Token / my token</strong>', 'my token'],
  ['a title in other words', '<strong class="header item">My token</strong>', null],
])('without a form the name is in %s', (_, html, name) => {
  page.body.innerHTML = html + shown(TOKEN);
  expect(seen()?.details.name).toBe(name);
});

test.each(['/tokens/4711/view/', '/tokens/4711/revoke/', '/tokens/', '/clients/4711/', '/'])(
  'no token is shown at %s',
  (path) => {
    page.body.innerHTML = shown(TOKEN);
    expect(seen()?.secret).toBe(TOKEN);
    expect(seen(new URL(`https://zenodo.org/account/settings/applications${path}`))).toBeNull();
    expect(seen(new URL(`https://zenodo.org/x/account/settings/applications/tokens/4711${path}`))).toBeNull();
  },
);

/** A form in the test's own document, where keys can be pressed. What `destroys` says of each event. */
async function press(keys: string, buttons: string): Promise<string[]> {
  const box = document.createElement('div');
  box.innerHTML = `${shown(TOKEN)}<form method="POST"><input name="name">${buttons}</form>`;
  document.body.append(box);
  const said: string[] = [];
  const take = (event: Event) => {
    const verdict = detector.destroys?.({ url: PAGE, document }, event);
    if (event.type === 'submit') event.preventDefault();
    if (verdict) said.push(`${event.type}: ${verdict}`);
  };
  const types = ['keydown', 'keyup', 'click', 'submit'];
  for (const type of types) window.addEventListener(type, take, true);
  try {
    box.querySelector('input')?.focus();
    await userEvent.keyboard(keys);
  } finally {
    for (const type of types) window.removeEventListener(type, take, true);
    box.remove();
  }
  return said;
}

test('Enter in the name box is told from the first: the key, and the submission it would cause', async () => {
  const deleteFirst = '<button name="delete">Delete</button><button name="save">Save</button>';
  expect(await press('{Enter}', deleteFirst)).toEqual(['keydown: token', 'submit: token']);
  expect(await press('a{Escape}', deleteFirst)).toEqual([]);
  const saveFirst = '<button name="save">Save</button><button name="delete">Delete</button>';
  expect(await press('{Enter}', saveFirst)).toEqual(['keydown: display', 'submit: display']);
  expect(await press('{Enter}', `<button type="button">Copy</button>${deleteFirst}`)).toEqual([
    'keydown: token',
    'submit: token',
  ]);
});

test('Enter that ends the composition of a character sends no form', () => {
  page.body.innerHTML = `${shown(TOKEN)}<form method="POST"><input name="name"><button name="delete"></button></form>`;
  const verdicts: unknown[] = [];
  page.addEventListener('keydown', (event) =>
    verdicts.push(detector.destroys?.({ url: PAGE, document: page }, event)),
  );
  const enter = (isComposing: boolean) =>
    page
      .querySelector('input')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing }));
  enter(true);
  enter(false);
  expect(verdicts).toEqual([null, 'token']);
});

/** The prompt for everybody, drawn by its own code in a root that is opened for the test: no tool sees into a closed one. */
import axe from 'axe-core';
import { cdp, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soon } from '../../test/support/soon';
import { offer } from '../../test/support/offer';
import { PromptPanel } from './mount';
import type { View } from './view';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const warned = {
  ...offer,
  scopes: [
    { scope: 'repo', risk: 'deletes' },
    { scope: 'admin:org', risk: 'administers' },
    { scope: 'gist', risk: 'writes' },
    { scope: 'read:user', risk: 'reads' },
  ],
  warning: {
    lead: 'Broad.',
    rest: 'It reaches every repository.',
    link: { text: 'Narrower', url: 'https://x.example' },
  },
} as const;

const VIEWS: readonly (readonly [name: string, view: View])[] = [
  ['offer', { at: 'offer', offer, stopped: null }],
  ['offer with a warning', { at: 'offer', offer: warned, stopped: null }],
  ['offer, Enter was stopped', { at: 'offer', offer, stopped: 'enter' }],
  ['saving', { at: 'saving', offer }],
  ['failed', { at: 'failed', offer, failure: 'full' }],
  ['waiting', { at: 'waiting', offer }],
  ['saved', { at: 'saved', offer, locked: false, before: null, stopped: false }],
  [
    'saved before, Enter was stopped',
    { at: 'saved', offer, locked: true, before: 'today at 10:42', stopped: true },
  ],
];

const SCHEMES = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  forced: [{ name: 'forced-colors', value: 'active' }],
} as const;

let panel: PromptPanel;
let root: ShadowRoot;

/** What somebody chose in the browser. Colours change without motion then: half a change has no contrast of its own. */
async function choose(features: readonly { readonly name: string; readonly value: string }[]): Promise<void> {
  const reduced = { name: 'prefers-reduced-motion', value: 'reduce' };
  await cdp().send('Emulation.setEmulatedMedia', { features: [...features, reduced] });
}

async function findings(): Promise<string[]> {
  // With forced colours the browser paints every text in its own two; axe would judge those of the style sheet.
  const isForced = matchMedia('(forced-colors: active)').matches;
  const { violations } = await axe.run(root.host, {
    runOnly: TAGS,
    rules: { 'color-contrast': { enabled: !isForced } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}

/** By a real key: the prompt does nothing at a script's click. */
async function press(act: string): Promise<void> {
  root.querySelector<HTMLElement>(`[data-act=${act}]`)?.focus();
  await userEvent.keyboard('{Enter}');
}

const ready = () => soon(() => expect(root.querySelector('[data-ready]')).not.toBeNull());

beforeEach(() => {
  document.documentElement.lang = 'en';
  // The prompt stands in a modal of the page: beside the body, its usual place, axe judges no contrast.
  document.body.innerHTML = '<dialog aria-label="of the page"></dialog>';
  document.querySelector('dialog')?.showModal();
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const attach = Element.prototype.attachShadow;
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, { ...init, mode: 'open' });
    return root;
  });
  panel = new PromptPanel(document, () => undefined);
});
afterEach(async () => {
  panel.destroy();
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  vi.restoreAllMocks();
});

describe.each(Object.entries(SCHEMES))('axe, %s', (_, features) => {
  beforeEach(() => choose(features));

  test.each(VIEWS)('%s', async (_name, view) => {
    panel.show(view);
    await ready();
    expect(await findings()).toEqual([]);
  });

  test('its menu, and out of the way', async () => {
    panel.show({ at: 'offer', offer, stopped: null });
    await ready();
    await press('menu');
    expect(root.querySelector('.menu')).not.toBeNull();
    expect(await findings()).toEqual([]);
    await press('tuck');
    await ready();
    expect(root.querySelector('.tuck')).not.toBeNull();
    expect(await findings()).toEqual([]);
  });
});

test('the control: a button without a name, and a faint word, are found in there', async () => {
  await choose(SCHEMES.light);
  panel.show({ at: 'offer', offer, stopped: null });
  await ready();
  root
    .querySelector('.do')
    ?.insertAdjacentHTML('beforeend', '<button></button><p style="color: #ccc">faint</p>');
  const found = (await findings()).join('\n');
  expect(found).toContain('button-name');
  expect(found).toContain('color-contrast');
});

test('with reduced motion nothing moves; the only animations are delays without a length', async () => {
  await choose(SCHEMES.light);
  for (const [name, view] of VIEWS) {
    panel.show(view);
    const lengths = [...root.querySelectorAll('*')].flatMap((each) => {
      const { transitionDuration, animationDuration } = getComputedStyle(each);
      return `${transitionDuration}, ${animationDuration}`.split(', ');
    });
    expect([...new Set(lengths)], name).toEqual(['0s']);
  }
});

test('the control: without it the lid moves', async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  panel.show({ at: 'saved', offer, locked: false, before: null, stopped: false });
  const lid = root.querySelector('.lid');
  expect(lid && getComputedStyle(lid).animationDuration).toBe('0.22s');
});

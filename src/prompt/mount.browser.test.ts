/** The prompt's place in a real browser: native modals that open, nest, close and vanish around it. */
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { soon } from '../../test/support/soon';
import { offer } from '../../test/support/offer';
import { PromptPanel } from './mount';
import type { Act } from './view';

const acts = vi.fn<(act: Act) => void>();
let panel: PromptPanel;
let root: ShadowRoot;

const host = () => root.host;
const focusedAct = () => root.activeElement?.getAttribute('data-act');
const ready = () => soon(() => expect(root.querySelector('[data-ready]')).not.toBeNull());
const get = <E extends Element = HTMLElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const modal = (selector: string) => get<HTMLDialogElement>(selector);

/** Is the prompt what a click at its place would hit? What is inert is not hit. */
function isAlive(): boolean {
  const { left, top, width, height } = host().getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === host();
}

beforeEach(() => {
  acts.mockClear();
  document.body.innerHTML = `<button id="page">Page</button>
    <dialog id="first"><button>In the first</button><dialog id="inner"><button>In the inner</button></dialog></dialog>
    <dialog id="second"><button>In the second</button></dialog>`;
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const attach = Element.prototype.attachShadow;
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  panel = new PromptPanel(document, acts);
  panel.show({ at: 'offer', offer, stopped: null });
});
afterEach(() => {
  panel.destroy();
  vi.restoreAllMocks();
});

test('the control: outside of an open modal a popover is seen and cannot be clicked', () => {
  const popover = document.createElement('div');
  popover.popover = 'manual';
  popover.textContent = 'like the prompt';
  document.documentElement.append(popover);
  popover.showPopover();
  const { left, top } = popover.getBoundingClientRect();
  expect(document.elementFromPoint(left + 5, top + 5)).toBe(popover);
  panel.hide();
  modal('#first').showModal();
  expect(popover.matches(':popover-open')).toBe(true);
  expect(document.elementFromPoint(left + 5, top + 5)).not.toBe(popover);
  popover.remove();
});

test('goes into a modal that opens later, and back when it closes', async () => {
  expect(isAlive()).toBe(true);
  modal('#first').showModal();
  await soon(() => expect(host().parentNode).toBe(modal('#first')));
  expect(isAlive()).toBe(true);
  modal('#first').close();
  await soon(() => expect(host().parentNode).toBe(document.documentElement));
  expect(isAlive()).toBe(true);
});

test('appears in a modal that is open already', () => {
  panel.hide();
  modal('#first').showModal();
  panel.show({ at: 'offer', offer, stopped: null });
  expect(host().parentNode).toBe(modal('#first'));
  expect(isAlive()).toBe(true);
});

test.each([
  ['one beside the other', '#first', '#second'],
  ['one beside the other, the later in the document first', '#second', '#first'],
  ['one inside the other', '#first', '#inner'],
])('of two modals it follows the topmost: %s', async (_, below, above) => {
  modal(below).showModal();
  await soon(() => expect(host().parentNode).toBe(modal(below)));
  modal(above).showModal();
  await soon(() => expect(host().parentNode).toBe(modal(above)));
  expect(isAlive()).toBe(true);
  modal(above).close();
  await soon(() => expect(host().parentNode).toBe(modal(below)));
  expect(isAlive()).toBe(true);
});

test('of two modals it follows the topmost, also when the lower one closes and opens again', async () => {
  modal('#first').showModal();
  modal('#second').showModal();
  modal('#first').close();
  modal('#first').showModal();
  await soon(() => expect(host().parentNode).toBe(modal('#first')));
  expect(isAlive()).toBe(true);
});

test('is put back at the next look when the modal is removed with it', () => {
  modal('#first').showModal();
  panel.keep();
  modal('#first').remove();
  expect(host().isConnected).toBe(false);
  panel.keep();
  expect(isAlive()).toBe(true);
});

test('focus in the prompt stays there, on the same button, whatever opens and closes', async () => {
  panel.toggleFocus();
  await userEvent.keyboard('{Tab}');
  expect(focusedAct()).toBe('dismiss');
  const changes = [
    () => modal('#first').showModal(),
    () => modal('#inner').showModal(),
    () => modal('#inner').close(),
    () => modal('#first').close(),
    () => modal('#second').showModal(),
    () => modal('#second').remove(),
  ];
  for (const change of changes) {
    change();
    panel.keep();
    await soon(() => expect(isAlive(), String(change)).toBe(true));
    expect(focusedAct(), String(change)).toBe('dismiss');
  }
  await ready();
  expect(focusedAct()).toBe('dismiss');
  await userEvent.keyboard('{Enter}');
  expect(acts).toHaveBeenCalledWith('dismiss');
});

test('an Escape in the prompt closes no modal of the page; in the page it does', async () => {
  modal('#first').showModal();
  await soon(() => expect(host().parentNode).toBe(modal('#first')));
  panel.toggleFocus();
  await userEvent.keyboard('{Escape}');
  expect(acts).toHaveBeenCalledWith('dismiss');
  expect(modal('#first').open).toBe(true);
  get('#first > button').focus();
  await userEvent.keyboard('{Escape}');
  expect(modal('#first').open, 'the control').toBe(false);
});

test('takes no focus from the page when modals open and close', async () => {
  get('#page').focus();
  modal('#first').showModal();
  await soon(() => expect(host().parentNode).toBe(modal('#first')));
  expect(document.activeElement).toBe(get('#first > button'));
  modal('#first').close();
  await soon(() => expect(host().parentNode).toBe(document.documentElement));
  expect(document.activeElement).toBe(get('#page'));
});

test('gives up the focus when the page is clicked, also after a modal had taken it', async () => {
  panel.toggleFocus();
  await userEvent.keyboard('{Tab}');
  modal('#first').showModal();
  await soon(() => expect(host().parentNode).toBe(modal('#first')));
  expect(focusedAct()).toBe('dismiss');
  await userEvent.click(get('#first > button'));
  expect(document.activeElement).toBe(get('#first > button'));
  modal('#first').close();
  await soon(() => expect(host().parentNode).toBe(document.documentElement));
  expect(focusedAct()).toBeUndefined();
});

const isReady = () => root.querySelector('[data-ready]') !== null;
const isOpen = () => host().matches(':popover-open');

test('hidden by the page it comes back, and is not ready before it was seen for half a second', async () => {
  await ready();
  (host() as HTMLElement).hidePopover();
  expect(isOpen(), 'the control').toBe(false);
  await soon(() => expect(isOpen()).toBe(true));
  expect(isReady()).toBe(false);
  await ready();
});

test.each([
  ['a window of another size', () => window.dispatchEvent(new Event('resize'))],
  ['something that opens', () => get('#pop').togglePopover()],
])('%s: where the page moved it, it is not ready any more; the control: unmoved it is', async (_, happen) => {
  get('#page').insertAdjacentHTML('afterend', '<div id="pop" popover="manual">Popover</div>');
  await ready();
  happen();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(isReady(), 'the control').toBe(true);
  document.documentElement.style.setProperty('zoom', '0.7');
  happen();
  await soon(() => expect(isReady()).toBe(false));
  document.documentElement.style.removeProperty('zoom');
});

/** A real click where a button is drawn now. */
async function clickAct(act: string): Promise<void> {
  const { x, y, width, height } =
    root.querySelector(`[data-act="${act}"]`)?.getBoundingClientRect() ?? new DOMRect();
  const { left, top } = host().getBoundingClientRect();
  await userEvent.click(host(), { position: { x: x + width / 2 - left, y: y + height / 2 - top } });
}

test('moved by the page under the pointer, the first click does nothing; the control: unmoved it acts', async () => {
  await ready();
  document.documentElement.style.setProperty('zoom', '0.9');
  await clickAct('dismiss');
  expect(acts).not.toHaveBeenCalled();
  await ready();
  await clickAct('dismiss');
  expect(acts).toHaveBeenCalledWith('dismiss');
  document.documentElement.style.removeProperty('zoom');
});

test('stays as long as its script says that it is there, and vanishes by itself after that', async () => {
  const shown = () => root.querySelector('.root')?.checkVisibility({ visibilityProperty: true });
  const later = (ms: number) => {
    for (const animation of root.querySelector('.root')?.getAnimations() ?? [])
      animation.currentTime = Number(animation.currentTime) + ms;
  };
  await ready();
  later(8_000);
  expect(shown()).toBe(true);
  await soon(() =>
    expect(Number(root.querySelector('.root')?.getAnimations()[0]?.currentTime)).toBeLessThan(2_000),
  );
  later(9_000); // as without the script, which Firefox ends and leaves its panel
  expect(shown()).toBe(false);
});

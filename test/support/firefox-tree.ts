/**
 * Firefox's accessibility tree, read as a screen reader reads it, closed shadow roots included. These are
 * function bodies for Marionette's system world in a page; `arguments` are theirs.
 */
import type { Role } from './driver';

/** Firefox's own words for the roles (nsIAccessibilityService.getStringRole, ESR 153). */
export const ROLES: Readonly<Record<Role, readonly string[]>> = {
  button: ['pushbutton', 'toggle button', 'buttonmenu'],
  checkbox: ['checkbutton', 'switch'],
  combobox: ['combobox', 'editcombobox'],
  dialog: ['dialog', 'alert dialog'],
  heading: ['heading'],
  link: ['link'],
  list: ['list'],
  listitem: ['listitem'],
  menuitem: ['menuitem'],
  radio: ['radiobutton'],
  option: ['option', 'combobox option'],
  searchbox: ['entry', 'searchbox'],
  status: ['statusbar'],
  textbox: ['entry', 'password text'],
};

/** `walk(node)` gives a node and all below it; `nameOf` collapses white space as people do not hear it. */
const TREE = `
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const roleOf = (node) => service.getStringRole(node.role);
  const nameOf = (node) => (node.name ?? '').replace(/\\s+/g, ' ').trim();
  const childrenOf = (node) => {
    const all = [];
    for (let child = node.firstChild; child; child = child.nextSibling) all.push(child);
    return all;
  };
  const walk = (node) => [node, ...childrenOf(node).flatMap(walk)];
  const inPage = () => {
    const top = service.getAccessibleFor(document);
    return top ? walk(top) : [];
  };
`;

/** The elements of these roles and this name: `(roles, name)`. A name that has to be contained only: `(roles, name, true)`. */
const FOUND = `${TREE}
  const [roles, name, contained] = arguments;
  const fits = (own) => contained ? own.toLowerCase().includes(name.toLowerCase()) : own === name;
  const found = inPage().filter((node) => roles.includes(roleOf(node)) && fits(nameOf(node)));
`;

/** The second begins when the first has been drawn, and the tree has followed the page. */
const FRAME = `const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));`;

/** How many there are. Nobody waits for an absence: the tree is one frame behind the page. */
export const COUNT = `${FRAME} return frame().then(() => {${FOUND} return found.length; });`;

/** The text of the first one, as it is drawn; or null. */
export const TEXT = `${FOUND} return found[0] ? found[0].DOMNode.innerText : null;`;

/** `aim(element)` scrolls it to where it is seen, waits until it rests, and gives its middle in CSS px; null: covered, or switched off. */
const AIM = `
  ${FRAME}
  const corner = (element) => { const { left, top } = element.getBoundingClientRect(); return left + ' ' + top; };
  const aim = async (element) => {
    if (element.disabled) return null;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth)
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const before = corner(element);
    await frame();
    if (!element.isConnected || corner(element) !== before) return null;
    const drawn = element.getClientRects()[0];
    if (!drawn) return null;
    const point = { x: (drawn.left + drawn.right) / 2, y: (drawn.top + drawn.bottom) / 2 };
    const hit = element.getRootNode().elementFromPoint(point.x, point.y);
    const isHit = hit && (element.contains(hit) || hit.contains(element) || hit.control === element || [...(element.labels ?? [])].some((label) => label.contains(hit)));
    return isHit ? point : null;
  };
`;

/**
 * `aimAndWatch(element)` aims, and looks whether the next press of the mouse finds the element where it was:
 * the page may move between the look and the press. What is hit instead hears nothing of it. The prompt keeps
 * its events to itself, and is looked at afterwards: `PROMPT_BUTTON_MISSED`.
 */
const AIM_AND_WATCH = `${AIM}
  const GESTURE = ['mousedown', 'mouseup', 'click', 'contextmenu'];
  const isAt = (element, { clientX: x, clientY: y }) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return element.isConnected && x >= left && x <= right && y >= top && y <= bottom;
  };
  const swallow = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  const watch = (element) => {
    window.missedForTest = false;
    const look = (event) => {
      window.missedForTest = !isAt(element, event);
      if (!window.missedForTest) return;
      swallow(event);
      for (const type of GESTURE) addEventListener(type, swallow, true);
    };
    addEventListener('mousedown', look, { capture: true, once: true });
    window.unwatchForTest = () => {
      removeEventListener('mousedown', look, true);
      for (const type of GESTURE) removeEventListener(type, swallow, true);
    };
  };
  const aimAndWatch = async (element) => {
    const point = await aim(element);
    if (point) watch(element);
    return point;
  };
`;

/** Where the first one can be clicked, or null. The press is watched. */
export const CLICKABLE = `${FOUND}${AIM_AND_WATCH} return found[0] ? aimAndWatch(found[0].DOMNode) : null;`;

/** Where an element can be clicked: `(selector)`. The press is watched. */
export const SELECTED = `${AIM_AND_WATCH} const element = document.querySelector(arguments[0]); return element ? aimAndWatch(element) : null;`;

/** Whether the watched press hit something else; false as well where the page is another one by now. Ends the watch. */
export const MISSED = `window.unwatchForTest?.(); return window.missedForTest === true;`;

/** Puts a text into the first one as a paste does: `(roles, name, false, text)`. */
export const FILL = `${FOUND}
  const element = found[0]?.DOMNode;
  if (!element || element.disabled || element.readOnly) return false;
  element.focus();
  element.setUserInput(arguments[3]);
  return true;
`;

/** Chooses an option by its words: `(roles, name, true, words)`. */
export const CHOOSE = `${FOUND}
  const select = found[0]?.DOMNode;
  const option = select && [...select.options].find(({ label }) => label.trim() === arguments[3]);
  if (!option) return false;
  select.value = option.value;
  for (const type of ['input', 'change']) select.dispatchEvent(new window.Event(type, { bubbles: true }));
  return true;
`;

/** Is the first checkbox ticked? null: there is none. */
export const TICKED = `${FOUND} const box = found[0]?.DOMNode; return box ? Boolean(box.checked ?? box.ariaChecked === 'true') : null;`;

/** Does the page's visible text contain this? */
export const SAYS = `
  const words = (text) => text.replace(/\\s+/g, ' ').toLowerCase();
  return words(document.body?.innerText ?? '').includes(words(arguments[0]).trim());
`;

export type PromptState = {
  readonly text: string;
  /** Whether buttons do something yet. */
  readonly ready: boolean;
  readonly buttons: readonly { readonly name: string; readonly focused: boolean }[];
  readonly statuses: readonly string[];
};

const IN_PROMPT = `${TREE}
  const dialog = inPage().find((node) => roleOf(node) === 'dialog' && nameOf(node).includes('SeenOnce'));
  const textIn = (node) => walk(node).filter((each) => roleOf(each) === 'text leaf').map(nameOf).join(' ').replace(/\\s+/g, ' ');
  const buttons = dialog ? walk(dialog).filter((node) => ['pushbutton', 'toggle button', 'buttonmenu'].includes(roleOf(node))) : [];
`;

/** A `PromptState`, or null where there is no prompt. */
export const PROMPT = `${IN_PROMPT}
  if (!dialog) return null;
  return {
    text: textIn(dialog),
    ready: dialog.DOMNode.hasAttribute('data-ready'),
    buttons: buttons.map((node) => ({ name: nameOf(node), focused: node.DOMNode.matches(':focus') })),
    statuses: walk(dialog).filter((node) => roleOf(node) === 'statusbar').map(textIn),
  };
`;

/** Where the prompt's ready button of that name can be clicked, or null. */
export const PROMPT_BUTTON = `${IN_PROMPT}${AIM}
  const button = buttons.find((node) => nameOf(node) === arguments[0]);
  return button && dialog.DOMNode.hasAttribute('data-ready') ? aim(button.DOMNode) : null;
`;

/** Whether the button of that name was elsewhere, or not ready, when it was clicked at: `(name, point)`. */
export const PROMPT_BUTTON_MISSED = `${FRAME}
  const [name, { x, y }] = arguments;
  return frame().then(() => {${IN_PROMPT}
    const button = buttons.find((node) => nameOf(node) === name)?.DOMNode;
    if (!button?.isConnected) return false;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const isThere = x >= left && x <= right && y >= top && y <= bottom;
    return !isThere || !dialog.DOMNode.hasAttribute('data-ready');
  });
`;

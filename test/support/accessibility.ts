/**
 * What a program can find of a page that somebody could not read or use. Each check gives sentences, none
 * where all is well, and runs in the page itself; what only people can judge it does not replace.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from './driver';
import { inPage } from './in-page';

/** The published rules of WCAG 2.0 to 2.2, A and AA, and what Deque calls best practice. */
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds: "color-contrast: .btn-primary: Fix any of the following …". */
export async function axeFindings(tab: Tab): Promise<string[]> {
  // Its own wrapping function needs a `module` that is none.
  if (!(await tab.run<boolean>('Boolean(globalThis.axe)'))) await tab.run(`${AXE}; null`);
  return tab.run<string[]>(`
    axe.run(document, { runOnly: ${JSON.stringify(AXE_TAGS)}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' '))))
  `);
}

const LAYOUT = inPage('layout.ts', 'layout');

/** What does not fit: see `layout.ts`. */
export async function overflowFindings(tab: Tab): Promise<string[]> {
  if (!(await tab.run<boolean>('Boolean(globalThis.layout)'))) await tab.run(await LAYOUT);
  return tab.run<string[]>('layout.layoutFindings(document.body)');
}

/** Whatever would move or fade, with how long it takes. An animation without a length is a delay, and no motion. */
export const motionFindings = (tab: Tab): Promise<string[]> =>
  tab.run<string[]>(`(() => {
    const isLong = (times) => times.split(',').some((time) => parseFloat(time) > 0);
    const found = new Set();
    for (const element of document.querySelectorAll('body, body *'))
      for (const part of [null, '::before', '::after']) {
        const { transitionDuration, animationDuration } = getComputedStyle(element, part);
        if (isLong(transitionDuration) || isLong(animationDuration)) found.add(element.tagName.toLowerCase() + '.' + element.getAttribute('class') + ': ' + transitionDuration + ', ' + animationDuration);
      }
    for (const animation of document.getAnimations())
      if (animation.effect.getComputedTiming().duration > 0) found.add('an animation of ' + animation.effect.getComputedTiming().duration + ' ms runs');
    return [...found];
  })()`);

/** What has the focus: its name, and whether somebody sees that it has; `null`: nothing in the page. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body || element.matches(':popover-open')) return null;
  const named = element.ariaLabel || [...(element.labels ?? [])].map((label) => label.innerText).join(' ') || element.innerText || element.getAttribute('aria-labelledby') || element.getAttribute('name') || '';
  const ringed = (each, up) => each && up > 0 && (getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) >= 1.5 || ringed(each.parentElement, up - 1));
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const inSight = element.matches('.unseen') || bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  window.stops ??= new Map();
  const seen = window.stops.has(element);
  const first = element === [...window.stops.keys()][0];
  window.stops.set(element, true);
  return { name: named.trim().slice(0, 60), ringed: Boolean(ringed(element, 4)), inSight, seen, first };
})()`;

type Focused = {
  readonly name: string;
  readonly ringed: boolean;
  readonly inSight: boolean;
  readonly seen: boolean;
  /** It was the first of this round. */
  readonly first: boolean;
};

/** More stops than any page of ours has. */
const MOST_STOPS = 2_000;

/** Goes once round the page with Tab: each stop has to show that it has the focus, and none may keep it. */
export async function focusFindings(tab: Tab): Promise<string[]> {
  const found: string[] = [];
  await tab.run('window.stops = new Map(); document.activeElement?.blur?.()');
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await tab.press('Tab');
    const focused = await tab.run<Focused | null>(FOCUSED);
    // After the last stop comes the browser's own frame or, in a window that has none, the first.
    if ((focused === null && stops > 0) || (focused?.first && stops > 1)) return found;
    if (focused?.seen) return [...found, `Tab does not get away from: ${focused.name}`];
    if (focused && !focused.ringed) found.push(`no focus ring: ${focused.name}`);
    if (focused && !focused.inSight) found.push(`focused out of sight: ${focused.name}`);
    if (focused?.name === '') found.push('a stop without a name');
  }
  return [...found, `still no end after ${MOST_STOPS} stops`];
}

/** Presses Tab until what has the focus is called so. Throws after one round. */
export async function tabTo(tab: Tab, name: string): Promise<void> {
  const passed: string[] = [];
  await tab.run('window.stops = new Map()');
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await tab.press('Tab');
    const focused = await tab.run<Focused | null>(FOCUSED);
    if (focused?.name === name) return;
    passed.push(focused?.name ?? '(the browser)');
    if (focused?.seen) break;
  }
  throw new Error(`Tab comes to no "${name}", but to: ${passed.join(', ')}`);
}

/** Key by key, into what has the focus. */
export async function typeKeys(tab: Tab, words: string): Promise<void> {
  for (const letter of words) await tab.press(letter === ' ' ? 'Space' : letter);
}

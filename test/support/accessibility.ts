/**
 * What a program can find of a page that somebody could not read or use. Each check gives sentences, none
 * where all is well, and runs in the page itself; what only people can judge it does not replace.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Tab } from './driver';

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

/** Clipped on purpose, with their whole text elsewhere; and what is for screen readers alone. */
const CLIPPED = '.clip, .unseen, .menu-item code';

/**
 * What does not fit: a page that has to be scrolled sideways, an element that reaches over the window's edge
 * where nothing scrolls, a text that is cut off.
 */
export const overflowFindings = (tab: Tab): Promise<string[]> =>
  tab.run<string[]>(`(() => {
    const found = [];
    const page = document.scrollingElement;
    const width = page.clientWidth;
    if (page.scrollWidth > width) found.push('the page is ' + page.scrollWidth + ' px wide in a window of ' + width);
    const nameOf = (element) => element.tagName.toLowerCase() + (element.getAttribute('class') ? '.' + element.getAttribute('class').replaceAll(' ', '.') : '') + ' "' + element.textContent.trim().slice(0, 40) + '"';
    const scrolls = (element) => element && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && element !== page && element !== document.body || scrolls(element.parentElement));
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('${CLIPPED}') || element.closest('svg')) continue;
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own > 0 && (right > width + 1 || left < -1) && !scrolls(element.parentElement)) found.push(nameOf(element) + ' reaches from ' + Math.round(left) + ' to ' + Math.round(right) + ' px of ' + width);
      const hidden = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
      if (hidden && element.scrollWidth > element.clientWidth + 1) found.push(nameOf(element) + ' is cut off: ' + element.scrollWidth + ' px in ' + element.clientWidth);
    }
    return found.slice(0, 10);
  })()`);

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

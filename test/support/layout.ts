/**
 * What of a drawn page, or of the prompt in one, somebody could not read: a text that reaches over an edge,
 * a text that is cut off, a word that is broken, a text or a control under another. It runs in the page:
 * `in-page.ts` brings it into pages that no test is bundled into.
 */

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Something that is looked at: a line of text, a field, a drawing. */
type Thing = { readonly element: Element; readonly box: Box; readonly layer: Element };

/** What matters of an element's style, read once: each reading of it is slow. */
type Style = Readonly<
  Record<
    'display' | 'position' | 'zIndex' | 'overflowX' | 'overflowY' | 'textOverflow' | 'clipPath' | 'opacity',
    string
  >
>;

type Look = {
  readonly root: HTMLElement;
  /** What has to hold everything, from left to right. */
  readonly edges: Box;
  readonly styles: Map<Element, Style>;
  readonly boxes: Map<Element, Box>;
  readonly found: Set<string>;
};

/** Browsers round, and letters lean over their boxes a little; CSS px. */
const SLACK = 1.01;
/** Users scroll what they typed, and the browser itself shortens the name of a file. */
const FIELDS = 'input, select, textarea';
/** Measures words that are in no node. */
const pen = document.createElement('canvas').getContext('2d');

/** How a finding calls an element: `p.help "Too easy to guess"`. */
function nameOf(element: Element): string {
  const classes = element.getAttribute('class')?.replaceAll(' ', '.');
  const words = element.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 40);
  return `${element.tagName.toLowerCase()}${classes ? `.${classes}` : ''} "${words}"`;
}

function styleOf({ styles }: Look, element: Element): Style {
  const known = styles.get(element);
  if (known) return known;
  const { display, position, zIndex, overflowX, overflowY, textOverflow, clipPath, opacity } =
    getComputedStyle(element);
  const style = { display, position, zIndex, overflowX, overflowY, textOverflow, clipPath, opacity };
  styles.set(element, style);
  return style;
}

function boxOf({ boxes }: Look, element: Element): Box {
  const box = boxes.get(element) ?? element.getBoundingClientRect();
  boxes.set(element, box);
  return box;
}

const isClipped = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
const isScrolled = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
const isEmpty = ({ left, right, top, bottom }: Box) => right - left < 1 || bottom - top < 1;

const common = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
});

const reachesBeside = (inner: Box, outer: Box) =>
  inner.left < outer.left - SLACK || inner.right > outer.right + SLACK;
const reachesOver = (inner: Box, outer: Box) =>
  inner.top < outer.top - SLACK || inner.bottom > outer.bottom + SLACK;

/** For screen readers alone, or seen by nobody: a radio's circle below its label. */
const isUnseen = ({ clipPath, opacity }: Style) => clipPath !== 'none' || opacity === '0';

/** It lies over others on purpose: a menu, a toast, what sticks to an edge while the rest scrolls. */
function isLayer({ position, zIndex }: Style): boolean {
  return position === 'fixed' || position === 'sticky' || (position === 'absolute' && zIndex !== 'auto');
}

type Complain = (words: string) => void;

/**
 * Follows a line of text, or a field, up to the root: through what it may not leave, what clips it and what
 * scrolls it. Gives what is left to be seen of it; `null`: nothing is meant to be.
 */
function follow(look: Look, element: Element, whole: Box, complain: Complain): Thing | null {
  let box = whole;
  let layer: Element | null = null;
  // What is positioned freely, or sticks, has its edges in what clips it, not in what it stands in.
  let free = false;
  for (let at: Element | null = element; at; at = at === look.root ? null : above(look, at)) {
    const style = styleOf(look, at);
    if (isUnseen(style)) return null;
    if (style.display !== 'inline' && style.display !== 'contents') {
      box = withinOne(look, box, { at, style, free }, complain);
      if (isEmpty(box)) return null;
    }
    if (isLayer(style)) layer ??= at;
    free ||= style.position !== 'static' && style.position !== 'relative';
  }
  return { element, box, layer: layer ?? look.root };
}

/** The same for what is read: a text or a field. What spills over one edge spills over those around it: told is the first. */
function followRead(look: Look, element: Element, whole: Box): Thing | null {
  let said = false;
  return follow(look, element, whole, (words) => {
    if (!said) look.found.add(`${nameOf(element)} ${words}`);
    said = true;
  });
}

/** What an element is drawn in. */
function above(look: Look, element: Element): Element | null {
  const { position } = styleOf(look, element);
  if (position === 'fixed') return look.root;
  if (position === 'absolute' && element instanceof HTMLElement) return element.offsetParent ?? look.root;
  return element.parentElement;
}

type Step = { readonly at: Element; readonly style: Style; readonly free: boolean };

/** One step of the way up. Gives what can be seen of the box in there. */
function withinOne(look: Look, box: Box, { at, style, free }: Step, complain: Complain): Box {
  const outer = boxOf(look, at);
  const { overflowX, overflowY, textOverflow } = style;
  const beside = reachesBeside(box, outer);
  const over = reachesOver(box, outer);
  if (!beside && !over) return box;
  const clipsX = isClipped(overflowX) || isScrolled(overflowX);
  const clipsY = isClipped(overflowY) || isScrolled(overflowY);
  const cut =
    (beside && isClipped(overflowX) && textOverflow !== 'ellipsis') || (over && isClipped(overflowY));
  if (cut) complain(`is cut off by ${nameOf(at)}`);
  const spilt = !free && ((beside && !clipsX) || (over && !clipsY));
  if (spilt) complain(`reaches over the edge of ${nameOf(at)}`);
  return clipsX || clipsY ? common(box, outer) : box;
}

/** The lines of a text, each as high as its letters: a font's own line is higher, and empty above and below. */
function linesOf(text: Text, element: Element): Box[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  const size = parseFloat(getComputedStyle(element).fontSize);
  return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
    const inset = Math.max(0, bottom - top - size) / 2;
    return { left, right, top: top + inset, bottom: bottom - inset };
  });
}

/** Letters that are written together, none of which is Chinese or Japanese; not a part of an address. */
const WORDS = /(?<![\p{L}\p{N}./@:_-])\p{Script=Latin}{2,}(?![\p{L}\p{N}./@:_-])/gu;
/** In wider lines every word has room, CSS px; and looking at each takes long. */
const ROOMY = 220;

/** A word that goes on in the next line, where it did not fit into its own. */
function checkWords(look: Look, text: Text, element: Element, lines: readonly Box[]): void {
  if (lines.length < 2 || lines.some(({ left, right }) => right - left > ROOMY)) return;
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(WORDS)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    if (tops.size > 1) look.found.add(`"${word}" is broken in ${nameOf(element)}`);
  }
}

/** Where a field's own words stand. */
function contentOf(look: Look, field: HTMLElement): Box {
  const { left, top } = boxOf(look, field);
  const style = getComputedStyle(field);
  const start = left + field.clientLeft;
  const padding = (side: string) => parseFloat(style.getPropertyValue(`padding-${side}`));
  return {
    left: start + padding('left'),
    right: start + field.clientWidth - padding('right'),
    top: top + field.clientTop + padding('top'),
    bottom: top + field.clientTop + field.clientHeight - padding('bottom'),
  };
}

/** What a field says by itself, and nobody can scroll: what was chosen, or what to type where no ellipsis ends it. */
function saidBy(field: Element): string {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.label ?? '';
  const ends = getComputedStyle(field).textOverflow === 'ellipsis';
  return field instanceof HTMLInputElement && !ends ? field.placeholder : '';
}

function checkField(look: Look, field: HTMLElement): Thing | null {
  const content = contentOf(look, field);
  const said = saidBy(field);
  if (pen && said !== '') {
    pen.font = getComputedStyle(field).font;
    const width = pen.measureText(said).width;
    const room = content.right - content.left;
    if (width > room + SLACK)
      look.found.add(`"${said}" is cut off: ${Math.round(width)} px in a field of ${Math.round(room)}`);
  }
  return followRead(look, field, content);
}

/** How far an element reaches from left to right, short of what clips it; `null`: nobody sees it. */
function reachOf(look: Look, element: Element): Box | null {
  let box = boxOf(look, element);
  for (let at: Element | null = element; at && at !== look.root; at = above(look, at)) {
    const style = styleOf(look, at);
    if (isUnseen(style)) return null;
    const clips = isClipped(style.overflowX) || isScrolled(style.overflowX);
    if (clips && at !== element) box = common(box, boxOf(look, at));
  }
  return box.right - box.left < 1 ? null : box;
}

/** The element itself, whatever is in it: over the edge, or with more in it than can be seen. */
function checkElement(look: Look, element: Element): void {
  const reach = reachOf(look, element);
  if (!reach) return;
  const { edges, root } = look;
  if (reachesBeside(reach, edges))
    look.found.add(
      `${nameOf(element)} reaches from ${Math.round(reach.left)} to ${Math.round(reach.right)} px of ${Math.round(edges.left)} to ${Math.round(edges.right)}`,
    );
  const { overflowX, textOverflow } = styleOf(look, element);
  const { scrollWidth, clientWidth } = element;
  const hasMore = scrollWidth > clientWidth + 1 && !element.matches(FIELDS);
  if (hasMore && isClipped(overflowX) && textOverflow !== 'ellipsis')
    look.found.add(`${nameOf(element)} is cut off: ${scrollWidth} px in ${clientWidth}`);
  if (hasMore && isScrolled(overflowX) && element !== root)
    look.found.add(`${nameOf(element)} has to be scrolled sideways: ${scrollWidth} px in ${clientWidth}`);
}

/** What is drawn in the root: its lines of text, fields and drawings. Each is checked on the way. */
function thingsIn(look: Look): Thing[] {
  const things: (Thing | null)[] = [];
  const walker = document.createTreeWalker(look.root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element?.checkVisibility({ visibilityProperty: true })) continue;
    if (node instanceof Text) {
      if (node.data.trim() === '' || element.matches(FIELDS)) continue;
      const lines = linesOf(node, element).map((line) => followRead(look, element, line));
      things.push(...lines);
      checkWords(
        look,
        node,
        element,
        lines.flatMap((line) => line?.box ?? []),
      );
    } else if (element.matches('svg'))
      things.push(follow(look, element, boxOf(look, element), () => undefined));
    else if (element instanceof HTMLElement && element.matches(FIELDS))
      things.push(checkField(look, element));
    else if (!element.closest('svg, option')) checkElement(look, element);
  }
  return things.filter((thing) => thing !== null);
}

/** Two things at one place. Lines of the same text follow each other, and what is in a control belongs there. */
function checkOverlaps(look: Look, things: readonly Thing[]): void {
  const sorted = things.toSorted((one, other) => one.box.top - other.box.top);
  for (const [n, one] of sorted.entries())
    for (let next = n + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.box.top > one.box.bottom - SLACK) break;
      if (
        one.layer !== other.layer ||
        one.element.contains(other.element) ||
        other.element.contains(one.element)
      )
        continue;
      const { left, right, top, bottom } = common(one.box, other.box);
      if (right - left > SLACK && bottom - top > SLACK)
        look.found.add(`${nameOf(one.element)} and ${nameOf(other.element)} are drawn over each other`);
    }
}

/**
 * What does not fit, in sentences; none where all is well.
 * @param root the page's body, or the prompt's panel
 */
export function layoutFindings(root: HTMLElement): string[] {
  const found = new Set<string>();
  const page = document.scrollingElement ?? root;
  const isPage = root === document.body;
  const edges = isPage
    ? { left: 0, right: page.clientWidth, top: -Infinity, bottom: Infinity }
    : root.getBoundingClientRect();
  if (isPage && page.scrollWidth > page.clientWidth)
    found.add(`the page is ${page.scrollWidth} px wide in a window of ${page.clientWidth}`);
  const look: Look = { root, edges, styles: new Map(), boxes: new Map(), found };
  checkOverlaps(look, thingsIn(look));
  return [...found];
}

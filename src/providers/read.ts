/** Small readers that several detectors share. All of them only read. */

/** Trimmed text with inner white space folded, or `null` if there is none. */
export function textOf(node: Node | null | undefined): string | null {
  const text = node?.textContent?.replace(/\s+/g, ' ').trim();
  return text ? text : null;
}

/**
 * The value an element carries: `.value` property, then `value` attribute, then text.
 * OSF and Speckle set only the property, GitHub's fine-grained page both, Zenodo has text.
 */
export function valueOf(element: Element | null | undefined): string | null {
  if (!element) return null;
  const property = 'value' in element && typeof element.value === 'string' ? element.value : '';
  const value = (property || element.getAttribute('value') || element.textContent || '').trim();
  return value || null;
}

/** The trimmed current value of an input, select or textarea found by selector, or `null`. */
export function fieldOf(root: ParentNode, selector: string): string | null {
  // No `instanceof`: a frame's elements are of another realm.
  const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(selector);
  return field?.value?.trim() || null;
}

/** The values of all checked boxes that fit the selector, in document order. */
export function checkedValues(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll<HTMLInputElement>(selector)]
    .filter((box) => box.checked)
    .map((box) => box.value);
}

/** False for an element (or an ancestor of it) that the page does not render. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** What stands at a path in JSON of somebody else's, or `undefined`. */
export function jsonAt(json: unknown, ...path: readonly string[]): unknown {
  let at = json;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    // An object, and the key is its own.
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

/** The text that stands at a path in JSON, or `null`; an empty one counts as none. */
export function jsonText(json: unknown, ...path: readonly string[]): string | null {
  const text = jsonAt(json, ...path);
  return typeof text === 'string' && text !== '' ? text : null;
}

/** `Retry-After` in seconds; `null` where it is absent, hidden by CORS, or a date. */
export function retryAfter(header: (name: string) => string | null): number | null {
  const text = header('Retry-After') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/**
 * JSX that makes DOM nodes directly. The prompt is drawn a handful of times in a page's life and holds
 * no state; preact would be 12 of the 32 kB that a provider's page may get. Nothing else uses this.
 * The classic form, `h(tag, attributes, ...children)`: the automatic one writes `children:` in front of
 * each child, 0.7 kB in all.
 */

type Child = Node | string | number | boolean | null | undefined;
export type Children = Child | readonly Children[];
type Attributes = { readonly [attribute: string]: unknown };

export declare namespace h {
  namespace JSX {
    type Element = Node;
    type ElementChildrenAttribute = { children: unknown };
    /** Attributes as in HTML and SVG; `true` is an empty attribute, `false`, `null`, `undefined` none. */
    type IntrinsicElements = { readonly [tag: string]: Attributes & { readonly children?: Children } };
  }
}

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = /^(?:svg|path|circle|g|clipPath)$/;

function append(parent: Node, children: Children): void {
  if (Array.isArray(children)) {
    for (const child of children as readonly Children[]) append(parent, child);
  } else if (children instanceof Node) {
    parent.appendChild(children);
  } else if (typeof children === 'string' || typeof children === 'number') {
    parent.appendChild(document.createTextNode(String(children)));
  }
}

export function Fragment({ children }: { readonly children?: Children }): Node {
  const fragment = document.createDocumentFragment();
  append(fragment, children);
  return fragment;
}

/** What the compiler calls for `<tag …>` and `<Component …>`. Drawings are not for screen readers, and no button sends a form. */
export function h<P extends object>(
  type: string | ((props: P) => Node),
  props: P | null,
  ...children: Children[]
): Node {
  // A component's children are among its props, as its own type says.
  if (typeof type === 'function') return type({ ...props, children } as unknown as P);
  const element = SVG_TAGS.test(type) ? document.createElementNS(SVG, type) : document.createElement(type);
  if (type === 'svg') element.setAttribute('aria-hidden', 'true');
  if (type === 'button') element.setAttribute('type', 'button');
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string' || typeof value === 'number')
      element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

/**
 * Pages with expected results: `src/providers/<id>/pages/<case>/page.html` and `expected.json`, run in a
 * real browser. In both files `{{classic}}` stands for the example of this provider's kind `classic`,
 * `{{github/classic}}` for another provider's, `{{repeat a 42}}` for a repeated character: no whole
 * token stands in a file. An element with `test-property="x"` gets the property `value` and loses the
 * attribute: OSF and Speckle show a token that way. Scripts in a page do not run.
 */
import type { Details, Page } from '../../src/providers/provider';
import { providers } from '../../src/providers';

export type Expected = {
  readonly url: string;
  /** One sentence: what this page is. */
  readonly title: string;
  readonly sighting: null | {
    readonly kind: string;
    readonly secret: string;
    /** Selector of the element that carries it. */
    readonly anchor: string;
    readonly details: Details;
  };
  readonly localStorage?: Readonly<Record<string, string>>;
  readonly form?: readonly (EventCase & { readonly details: Details | null })[];
  readonly destroys?: readonly (EventCase & { readonly result: 'token' | 'display' | null })[];
  readonly recognises?: boolean;
};

export type EventCase = {
  readonly event: string;
  /** Selector of the element at which it is dispatched. */
  readonly target: string;
  readonly submitter?: string;
  readonly key?: string;
};

export type Case = {
  readonly provider: string;
  readonly name: string;
  readonly html: string;
  readonly expected: Expected;
};

const htmls = import.meta.glob<string>('../../src/providers/*/pages/*/page.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const jsons = import.meta.glob<string>('../../src/providers/*/pages/*/expected.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Puts examples and repeated characters in the place of `{{…}}`. */
function filled(text: string, own: string): string {
  return text.replace(/\{\{(.+?)\}\}/g, (_, what: string) => {
    const [, character, count] = /^repeat (\S) (\d+)$/.exec(what) ?? [];
    if (character && count) return character.repeat(Number(count));
    const [id, kind] = what.includes('/') ? what.split('/') : [own, what];
    const example = providers.find((provider) => provider.id === id)?.kinds[kind ?? '']?.example;
    if (!example) throw new Error(`{{${what}}} in a page of ${own} is no kind and no repetition.`);
    return example;
  });
}

/** All cases of all providers. */
export const CASES: readonly Case[] = Object.entries(htmls).map(([path, html]) => {
  const [, provider = '', name = ''] = /providers\/([^/]+)\/pages\/([^/]+)\//.exec(path) ?? [];
  const json = jsons[path.replace('page.html', 'expected.json')];
  if (!json) throw new Error(`${provider}/pages/${name} has no expected.json.`);
  // Its shape is what the contract test checks against.
  return {
    provider,
    name,
    html: filled(html, provider),
    expected: JSON.parse(filled(json, provider)) as Expected,
  };
});

export type Opened = Page & { readonly close: () => void };

/** Opens a case in a frame of its own, with layout, so that visibility is the browser's. */
export async function open({ html, expected }: Pick<Case, 'html' | 'expected'>): Promise<Opened> {
  for (const [key, value] of Object.entries(expected.localStorage ?? {})) localStorage.setItem(key, value);
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 1000px; height: 700px';
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve);
  });
  document.body.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  if (!inside) throw new Error('The frame has no document.');
  for (const element of inside.querySelectorAll<HTMLInputElement>('[test-property]')) {
    element.value = element.getAttribute('test-property') ?? '';
    element.removeAttribute('test-property');
  }
  const close = () => {
    frame.remove();
    for (const key of Object.keys(expected.localStorage ?? {})) localStorage.removeItem(key);
  };
  return { url: new URL(expected.url), document: inside, close };
}

/** Dispatches the event as a page would, and gives what `ask` says of it in the capture phase. */
export function during<T>(
  { document }: Page,
  { event, target, submitter, key }: EventCase,
  ask: (event: Event) => T,
): T {
  const element = document.querySelector(target);
  const view = document.defaultView;
  if (!element || !view) throw new Error(`There is no ${target} in the page.`);
  const options = { bubbles: true, cancelable: true };
  const button = submitter ? document.querySelector<HTMLElement>(submitter) : null;
  const made =
    event === 'submit'
      ? new view.SubmitEvent(event, { ...options, submitter: button })
      : event.startsWith('key')
        ? new view.KeyboardEvent(event, { ...options, key: key ?? '' })
        : new view.Event(event, options);
  let answer: { readonly value: T } | null = null;
  const listen = (dispatched: Event) => {
    dispatched.preventDefault();
    answer = { value: ask(dispatched) };
  };
  view.addEventListener(event, listen, { capture: true, once: true });
  element.dispatchEvent(made);
  if (!answer) throw new Error(`${event} at ${target} did not reach the window.`);
  return (answer as { readonly value: T }).value; // assigned in the listener, which the compiler does not follow
}

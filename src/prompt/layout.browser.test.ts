/** The prompt in every language, family and width: nothing reaches over an edge, is cut off or covers another. */
import { page } from 'vitest/browser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bringFonts, LANGUAGES } from '../../test/support/brought';
import { FAMILIES, fontsOf, type Family } from '../../test/support/families';
import { layoutFindings } from '../../test/support/layout';
import { soon } from '../../test/support/soon';
import { listen, speak } from '../../test/support/speaking';
import { offerOf, savedWords } from '../background/offer';
import { providers } from '../providers';
import { UNTOLD, type Details } from '../providers/provider';
import type { Offer } from '../messages/protocol';
import { text } from '../text/text';
import { PromptPanel } from './mount';
import { Prompt } from './prompt';
import type { Stance, View } from './view';

/** CSS px. The panel is 32 px narrower, and from 392 on as wide as it gets. */
const NARROW = 280;
const WIDTHS = [NARROW, 320, 360, 480];
const HEIGHT = 900;
const DIRECTIONS = ['ltr', 'rtl'] as const;

const DAY_MS = 86_400_000;
const inDays = (days: number) => ({ at: new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10) });

/** What pages tell: as little as they may, and as much. */
const TOLD: readonly Partial<Details>[] = [
  {},
  { name: 'upload', scopes: [], expires: 'never', account: 'gaze-lab@example.org' },
  { name: 'a name that its maker made long, EXAMPLE', expires: inDays(6), account: null },
  { name: 'upload', expires: inDays(200), account: 'ab1cd' },
];

/** Every kind of token of every provider, with all that its prompt can say of it. */
function offers(): Offer[] {
  return providers.flatMap((provider) =>
    Object.entries(provider.kinds).flatMap(([kind, { example }]) =>
      TOLD.map((told, n) => {
        const broad = Object.keys(provider.scopes).filter((scope) => provider.scopes[scope]?.broad);
        const scopes =
          told.scopes ?? (n === 0 ? null : [...broad, ...Object.keys(provider.scopes)].slice(0, 5 + n));
        const details = { ...UNTOLD, ...told, scopes };
        const origin = `https://${provider.matches.at(-1)?.slice('https://'.length, -'/*'.length).replace('*.', 'my-own.')}`;
        const held = { id: 'A'.repeat(22), kind, origin, ends: 'MPLE', details, incognito: n % 2 === 0 };
        const secret = n === 3 ? example.slice(0, -1) : example;
        return offerOf(provider, held, secret, n === 0 ? 'none' : n === 1 ? 'broken' : 'unlocked');
      }),
    ),
  );
}

const STANCE: Stance = { ready: true, tucked: false, menu: false };

/** Every drawing that the prompt makes, in the language of the moment. */
function drawings(): { name: string; view: View; stance: Stance }[] {
  const [first, ...more] = offers();
  if (!first) throw new Error('There is no provider.');
  const offer = more.at(-1) ?? first;
  const views: View[] = [
    ...[first, ...more].map((each) => ({ at: 'offer', offer: each, stopped: null }) as const),
    ...(['enter', 'delete', 'display'] as const).map((stopped) => ({ at: 'offer', offer, stopped }) as const),
    { at: 'saving', offer },
    ...(['full', 'broken', 'gone', 'storage'] as const).map(
      (failure) => ({ at: 'failed', offer, failure }) as const,
    ),
    { at: 'waiting', offer },
    { at: 'saved', offer, locked: false, before: null, stopped: false },
    { at: 'saved', offer, locked: true, before: null, stopped: false },
    {
      at: 'saved',
      offer,
      locked: true,
      before: savedWords(new Date().toISOString(), new Date()),
      stopped: false,
    },
    {
      at: 'saved',
      offer,
      locked: false,
      before: savedWords('2026-10-29T10:42:00.000Z', new Date()),
      stopped: true,
    },
  ];
  const usual = views.map((view) => ({
    name: `${view.at} ${view.offer.host} ${view.offer.details.name ?? ''}`,
    view,
    stance: STANCE,
  }));
  const own: View = { at: 'offer', offer: first, stopped: null };
  return [
    ...usual,
    { name: 'the menu', view: own, stance: { ...STANCE, menu: true } },
    { name: 'out of the way', view: own, stance: { ...STANCE, tucked: true } },
  ];
}

let panel: PromptPanel;
let root: ShadowRoot;
const fonts = new CSSStyleSheet();

/** Draws all of it below each other: other widths and directions need no other drawing. */
function draw(): { name: string; drawn: HTMLElement }[] {
  const all = drawings().map(({ name, view, stance }) => ({
    name,
    drawn: Prompt({ view, stance }) as HTMLElement, // a section
  }));
  root.replaceChildren(...all.map(({ drawn }) => drawn));
  return all;
}

function choose(family: Family, more = ''): void {
  fonts.replaceSync(`.root { ${fontsOf(family, '--')} } ${more}`);
}

/** On a machine with other work the answer comes before the window has its new size. */
async function resize(width: number): Promise<void> {
  await page.viewport(width, HEIGHT);
  await soon(() => expect(window.innerWidth).toBe(width));
}

/** What does not fit in these widths, in sentences that say where. */
async function findings(widths: readonly number[]): Promise<string[]> {
  const all = draw();
  const found: string[] = [];
  for (const width of widths) {
    await resize(width);
    for (const dir of DIRECTIONS) {
      for (const { drawn } of all) drawn.dir = dir;
      for (const { name, drawn } of all)
        found.push(...layoutFindings(drawn).map((each) => `${width} px, ${dir}, ${name}: ${each}`));
    }
  }
  return found;
}

beforeAll(async () => {
  listen();
  await bringFonts();
});
beforeEach(() => {
  document.body.innerHTML = '';
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const attach = Element.prototype.attachShadow;
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  panel = new PromptPanel(document, () => undefined);
  const [first] = drawings();
  if (first) panel.show(first.view);
  root.adoptedStyleSheets.push(fonts);
});
afterEach(() => {
  panel.destroy();
  speak({});
  vi.restoreAllMocks();
});
afterAll(() => page.viewport(1_280, 720));

describe.each(FAMILIES)('in %s', (family) => {
  test.each(LANGUAGES)('%s: everything fits, in every width and both directions', async (_, messages) => {
    speak(messages);
    choose(family);
    expect(await findings(WIDTHS)).toEqual([]);
  });
});

test('the control: each language speaks, in its own words', () => {
  const said = LANGUAGES.map(([, messages]) => {
    speak(messages);
    return text('prompt_save');
  });
  expect(new Set(said).size).toBe(LANGUAGES.length);
});

test('the control: the prompt is drawn in each family, and differs', async () => {
  await resize(480);
  const button = draw()[0]?.drawn.querySelector('button.first');
  const widths = FAMILIES.map((family) => {
    choose(family);
    return button?.getBoundingClientRect().width;
  });
  expect(new Set(widths).size).toBe(FAMILIES.length);
});

/** The rules as they were until November 2026, when a machine that had DejaVu alone showed what they lack. */
const BEFORE = '.in { overflow-wrap: normal } .in * { min-width: auto }';

test('the control: with the columns as they were, a note reaches over the edge where letters are wide', async () => {
  choose('DejaVu Sans');
  expect(await findings([NARROW])).toEqual([]);
  choose('DejaVu Sans', BEFORE);
  expect((await findings([NARROW])).join('\n')).toMatch(
    /div\.note\.once "repo reaches .*" reaches from \d+ to \d+ px of/,
  );
});

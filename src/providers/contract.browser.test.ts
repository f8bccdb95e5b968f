/** What every provider promises. A failure says what to do. */
import { afterEach, describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { CASES, during, open, type Case, type Opened } from '../../test/support/provider-page';
import { providers } from '.';
import type { Detector, Provider } from './provider';
import { recognisers } from './recognise';

const detectors = new Map(
  Object.values(import.meta.glob<{ detector: Detector }>('./*/detect.ts', { eager: true })).map(
    ({ detector }) => {
      return [detector.id, detector] as const;
    },
  ),
);
const folders = Object.keys(import.meta.glob('./*/index.ts')).map((path) => path.split('/')[1] ?? '');
const entries = Object.keys(import.meta.glob('./*/*.content.ts'));

function detectorOf({ id }: { readonly id: string }): Detector {
  const detector = detectors.get(id);
  if (!detector) throw new Error(`src/providers/${id}/detect.ts exports no detector with the id "${id}".`);
  return detector;
}

let page: Opened | null = null;
async function opened(given: Case): Promise<Opened> {
  page = await open(given);
  return page;
}
afterEach(() => page?.close());

test('a folder is a provider, with data, a detector and a content script under its name', () => {
  expect(folders.toSorted()).toEqual(providers.map(({ id }) => id).toSorted());
  expect([...detectors.keys()].toSorted()).toEqual(folders.toSorted());
  expect(entries.toSorted()).toEqual(folders.map((id) => `./${id}/${id}.content.ts`).toSorted());
});

test("people's own servers are recognised where there is software for them, and nowhere else", () => {
  const selfHosted = providers.filter((provider) => provider.selfHosted !== null).map(({ id }) => id);
  expect([...recognisers.keys()].toSorted(), 'recognise.ts is for `selfHosted` in index.ts').toEqual(
    selfHosted.toSorted(),
  );
});

test("manifest.json's hosts are the providers' matches: a new host is a permission, added there by hand", () => {
  expect(providers.flatMap(({ matches }) => matches).toSorted()).toEqual(
    manifest.host_permissions.toSorted(),
  );
});

test('every provider shows its display, its form and its silence in pages', () => {
  for (const { id } of providers) {
    const own = CASES.filter((each) => each.provider === id);
    expect(
      own.some(({ expected }) => expected.sighting),
      `${id}: a page with a token`,
    ).toBe(true);
    expect(
      own.some(({ expected }) => expected.form),
      `${id}: a page with a form`,
    ).toBe(true);
    expect(
      own.filter(({ name }) => name.startsWith('silent-')).length,
      `${id}: silent pages`,
    ).toBeGreaterThan(2);
  }
});

describe.each(CASES)('$provider, $name', (given) => {
  const { expected } = given;
  const detector = detectorOf({ id: given.provider });

  test(expected.title, async () => {
    const shown = await opened(given);
    const seen = detector.detect(shown);
    const { sighting } = expected;
    expect(seen && { ...seen, anchor: undefined }).toEqual(sighting && { ...sighting, anchor: undefined });
    if (sighting) expect(seen?.anchor).toBe(shown.document.querySelector(sighting.anchor));
    for (const each of expected.form ?? []) {
      const read = during(shown, each, (event) => detector.readForm?.(shown, event) ?? null);
      expect(read, `readForm: ${each.event} at ${each.target}`).toEqual(each.details);
    }
    for (const each of expected.destroys ?? []) {
      const verdict = during(shown, each, (event) => detector.destroys?.(shown, event) ?? null);
      expect(verdict, `destroys: ${each.event} ${each.key ?? ''} at ${each.target}`).toBe(each.result);
    }
    if (expected.recognises !== undefined)
      expect(recognisers.get(given.provider)?.(shown)).toBe(expected.recognises);
  });

  test('is silence to every other provider', async () => {
    const shown = await opened(given);
    for (const other of detectors.values()) {
      if (other.id === given.provider) continue;
      expect(other.detect(shown), `${other.id} saw a token in a page of ${given.provider}`).toBeNull();
    }
  });
});

describe.each(CASES.filter(({ expected }) => expected.sighting))(
  '$provider, $name, which shows a token,',
  (given) => {
    const { expected } = given;
    const detector = detectorOf({ id: given.provider });

    test('trips the wire when the token goes and comes', async () => {
      const shown = await opened(given);
      const anchor = shown.document.querySelector(expected.sighting?.anchor ?? '');
      const { parentNode, nextSibling } = anchor ?? {};
      const there = detector.tripwire(shown.document);
      anchor?.remove();
      const gone = detector.tripwire(shown.document);
      expect(gone, 'its answer changes when the token is removed').not.toBe(there);
      if (anchor && parentNode) parentNode.insertBefore(anchor, nextSibling ?? null);
      expect(detector.tripwire(shown.document), 'and when it appears').not.toBe(gone);
    });

    test('has a note on every scope it shows', () => {
      const provider = providers.find(({ id }) => id === given.provider);
      const forms = expected.form?.flatMap(({ details }) => details?.scopes ?? []) ?? [];
      const seen = [...(expected.sighting?.details.scopes ?? []), ...forms];
      const without = seen.filter((scope) => !provider?.scopes[scope]);
      expect(without, `write notes on them in src/providers/${given.provider}/scopes.ts`).toEqual([]);
    });
  },
);

describe.each(providers)('$name', (provider) => {
  const place = (kind: string) => ({ kind, origin: originOf(provider), account: 'EXAMPLE', manageId: '7' });

  test.each(Object.entries(provider.kinds))('%s: its example fits, strictly and tolerantly', (_, kind) => {
    expect(kind.example).toMatch(kind.strict);
    expect(kind.example).toMatch(kind.tolerant);
    expect(kind.checksum?.(kind.example) ?? true).toBe(true);
    expect(`${kind.example} `).not.toMatch(kind.strict);
    expect(`x ${kind.example}`).not.toMatch(kind.tolerant);
  });

  test.each(Object.entries(provider.kinds))(
    '%s: its shapes answer in linear time',
    (_, { strict, tolerant, example }) => {
      for (const shape of [strict, tolerant]) expect(isLinear(shape, example), String(shape)).toBe(true);
    },
  );

  test('every scope has a meaning and a risk', () => {
    for (const [name, { means, risk }] of Object.entries(provider.scopes)) {
      expect(means.length, name).toBeGreaterThan(8);
      expect(risk.length, name).toBeGreaterThan(0);
    }
    const implied = Object.entries(provider.implies ?? {}).flatMap(([scope, more]) => [scope, ...more]);
    expect(
      implied.filter((scope) => !provider.scopes[scope]),
      'write notes on these, too',
    ).toEqual([]);
  });

  test('every snippet carries the token exactly, and has an id of its own', () => {
    for (const [kind, { example }] of Object.entries(provider.kinds)) {
      for (const { id, write } of provider.snippets)
        expect(write(place(kind), example), id).toContain(example);
    }
    expect(new Set(provider.snippets.map(({ id }) => id)).size).toBe(provider.snippets.length);
  });

  test('its links stay with the token, and are https', () => {
    for (const kind of Object.keys(provider.kinds)) {
      expect(new URL(provider.manageUrl(place(kind))).origin).toBe(originOf(provider));
    }
    expect(new URL(provider.createUrl(new URL(originOf(provider)).host)).origin).toBe(originOf(provider));
    expect(provider.docsUrl).toMatch(/^https:/);
  });
});

test('the control: a shape that takes quadratic time is found out', () => {
  expect(isLinear(/^(a*)*\d$/, 'a'.repeat(24))).toBe(false);
  expect(isLinear(/[a-z]+[A-Z0-9a-z]*!$/, 'a'.repeat(24))).toBe(false);
});

function originOf({ matches }: Provider): string {
  return new URL(matches[0]?.replace('*.', '') ?? '').origin;
}

/**
 * No repetition within a repetition, and anchored at both ends: then a pattern of bounded pieces takes
 * time in proportion to the text. Read from the pattern itself, because a clock on a shared machine lies.
 */
function isLinear({ source }: RegExp, example: string): boolean {
  const anchored = source.startsWith('^') && source.endsWith('$');
  const nested = /\([^)]*[+*}][^)]*\)[+*{]/.test(source);
  const unbounded = /[^\\][+*]|\{\d+,\}/.test(source);
  return anchored && !nested && !unbounded && example.length < 300;
}

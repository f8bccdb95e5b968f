import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, type Json } from './json';

/** The same as `JSON.parse` gives it. */
function plainOf(json: Json): unknown {
  if (json.is === 'plain') return json.value;
  if (json.is === 'list') return json.items.map(plainOf);
  // As own properties, `__proto__` too.
  return Object.fromEntries([...json.members].map(([name, value]) => [name, plainOf(value)]));
}

function parsed(text: string): unknown {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

const ours = (text: string) => {
  const read = readJson(text);
  return read.ok ? { value: plainOf(read.value) } : null;
};

test('takes what the browser takes, and for the same', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(ours(text)).toEqual(parsed(text));
    }),
  );
});

test('refuses what the browser refuses', () => {
  const mangled = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', ']', '0', '\\', '\n', 'x', ':'))
    .map(([text, place, mark]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + mark + text.slice(at + 1);
    });
  fc.assert(
    fc.property(mangled, (text) => {
      expect(ours(text)).toEqual(parsed(text));
    }),
    { numRuns: 5_000 },
  );
});

test('knows the line of each part', () => {
  const read = readJson('{\n  "a": [\n    1,\r\n    {"b":\n"c"}\n  ]\n}\n');
  expect(
    read.ok &&
      JSON.stringify(read.value, (_, part: unknown) => (part instanceof Map ? [...part.values()] : part)),
  ).toBe(
    '{"line":1,"is":"object","members":[{"line":2,"is":"list","items":[{"line":3,"is":"plain","value":1},{"line":4,"is":"object","members":[{"line":5,"is":"plain","value":"c"}]}]}]}',
  );
});

describe('what is wrong, and where', () => {
  test.each([
    ['a comma too many', '{\n"a": 1,\n}', 'json', 3],
    ['a comma too few', '[\n1\n2]', 'json', 3],
    ['a word', '[\n\nnothing]', 'json', 3],
    ['something after the end', '{}\n\n{}', 'json', 3],
    ['the end is missing', '{\n"a": [\n1', 'json_end', 3],
    ['a text that does not end', '{\n"a": "b\n', 'json_end', 2],
    ['a line break in a text', '{\n"a":\n"b\nc"}', 'json_text', 3],
    ['an unknown escape', String.raw`["\q"]`, 'json_text', 1],
    ['nested without end', '['.repeat(100_000), 'json_deep', 1],
  ])('%s', (_, text, flaw, line) => {
    expect(readJson(text)).toEqual({ ok: false, problem: { flaw, line } });
  });
});

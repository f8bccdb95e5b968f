import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Every `--so-…` declaration, `name: value`, in order of appearance. */
function declarations(file: string): string[] {
  const css = readFileSync(join(import.meta.dirname, file), 'utf8');
  return [...css.matchAll(/(--so-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => {
    return `${name}: ${value?.replace(/\s+/g, ' ').trim()}`;
  });
}

test("the prompt's roles are the theme's, value by value", () => {
  const theme = new Set(declarations('../ui/theme.css'));
  const own = declarations('theme.css');
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter((declaration) => !theme.has(declaration))).toEqual([]);
});

test('the prompt uses every role it brings, and brings every role it uses', () => {
  const css = readFileSync(join(import.meta.dirname, 'prompt.css'), 'utf8');
  const used = new Set([...css.matchAll(/var\((--so-[\w-]+)\)/g)].map(([, name]) => String(name)));
  const brought = new Set(declarations('theme.css').map((declaration) => String(declaration.split(':')[0])));
  expect([...brought].toSorted()).toEqual([...used].toSorted());
});

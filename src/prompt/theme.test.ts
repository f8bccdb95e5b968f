import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Every declared role, `name: value`, in order of appearance. In the prompt's closed root nothing can be
 * taken for a role of somebody else, so its names go without the `so-` that they have elsewhere.
 */
function declarations(file: string): string[] {
  const css = readFileSync(join(import.meta.dirname, file), 'utf8');
  return [...css.matchAll(/--(?:so-)?([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => {
    return `${name}: ${value?.replace(/\s+/g, ' ').replaceAll('--so-', '--').trim()}`;
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
  const used = new Set([...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => String(name)));
  const brought = new Set(declarations('theme.css').map((declaration) => String(declaration.split(':')[0])));
  expect([...brought].toSorted()).toEqual([...used].toSorted());
});

/**
 * Words for people that stand in code instead of in `public/_locales`: text between tags, in the
 * attributes that are shown or read out, and sentences in strings.
 */
import { parseSync } from 'vite';

type Tree = { readonly type: string; readonly [key: string]: unknown };

/** What a screen or a screen reader shows. `label`, `about` and the rest are those of our own components. */
const SHOWN = /^(aria-label|title|placeholder|alt|label|about|opens|does|busyWords|question|yes|lead|words)$/;
const WORD = /\p{L}{2}/u;
/** Not an address, nor a scope such as `records:read`. */
const hasWord = (said: string): boolean => WORD.test(said.replace(/https:\/\/\S+|\w+:\w+/g, ''));
/** Begins like a sentence and goes on: names of types, keys and classes do not. */
const SENTENCE = /^["“]?\p{Lu}[\p{L}’']*,? \S/u;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string';

function children(node: Tree): Tree[] {
  return Object.values(node).flat().filter(isTree);
}

/** The text of a string, with `…` where a template has a value; `null` for anything else. */
function stringOf(node: Tree): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node['quasis'] as readonly { value: { raw: string } }[]).map(({ value }) => value.raw).join('…');
}

/** The strings that an expression may come to: of both branches, and of either side. */
function outcomes(node: Tree): string[] {
  const { type } = node;
  if (type === 'ConditionalExpression')
    return [node['consequent'], node['alternate']].filter(isTree).flatMap(outcomes);
  if (type === 'LogicalExpression') return [node['left'], node['right']].filter(isTree).flatMap(outcomes);
  const said = stringOf(node);
  return said === null ? [] : [said];
}

/** The words of a drawing's text, of an attribute that is shown, or of a sentence. */
function wordsOf(node: Tree, parent: Tree | null): string[] {
  if (node.type === 'JSXText') return [String(node['value'])].filter(hasWord);
  if (node.type === 'JSXAttribute') {
    const { name, value } = node as unknown as { name: { name: string }; value: Tree | null };
    const said = value && (value.type === 'JSXExpressionContainer' ? value['expression'] : value);
    return SHOWN.test(name.name) && isTree(said) ? outcomes(said).filter(hasWord) : [];
  }
  if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute')
    return isTree(node['expression']) ? outcomes(node['expression']).filter(hasWord) : [];
  const said = stringOf(node);
  return said !== null && SENTENCE.test(said) ? [said] : [];
}

/** Errors are for whoever reads a stack. */
const isError = ({ type, callee }: Tree): boolean =>
  type === 'NewExpression' && isTree(callee) && String(callee['name']).endsWith('Error');

/** @param file its name says in which language it is written: `.ts`, `.tsx` */
export function wordsIn(file: string, source: string): string[] {
  const found = new Set<string>();
  const visit = (node: Tree, parent: Tree | null): void => {
    if (isError(node)) return;
    for (const words of wordsOf(node, parent)) found.add(words.replace(/\s+/g, ' ').trim());
    for (const child of children(node)) visit(child, node);
  };
  visit(parseSync(file, source).program as unknown as Tree, null);
  return [...found];
}

/**
 * `npm run new <id>`: makes `src/providers/<id>` from the template, `src/providers/new/example`, and adds it
 * to the list in `src/providers/all.ts`. CONTRIBUTING.md says how it goes on.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Script } from 'node:vm';

const root = join(import.meta.dirname, '..');
const PROVIDERS = 'src/providers';
const TEMPLATE = join(root, PROVIDERS, 'new/example');
const LIST = `${PROVIDERS}/all.ts`;
const FORMATTER = 'node_modules/oxfmt/bin/oxfmt';
/** Ids that mean something already: a token that was saved by hand (src/tokens/token.ts), and the list. */
const TAKEN = ['other', 'providers'];

/** Whether a module may give something this name. The text is compiled, and not run. */
function isFreeName(word) {
  if (word === 'undefined' || word in {}) return false;
  try {
    void new Script(`'use strict'; async () => { let ${word}; };`);
    return true;
  } catch {
    return false;
  }
}

/** Why there can be no new provider of this id, or `null`. */
function objectionTo(id) {
  if (!/^[a-z][a-z\d]*$/.test(id))
    return 'Name the provider by one word of lower-case letters and digits, as in "npm run new example".';
  if (!isFreeName(id) || TAKEN.includes(id)) return `"${id}" has a meaning in the code. Choose another id.`;
  const there = readdirSync(join(root, PROVIDERS)).find((entry) => entry.split('.')[0] === id);
  return there ? `${PROVIDERS}/${there} exists already. Choose another id.` : null;
}

/** The list of these providers. `opening` is what stands above its imports. */
function listOf(opening, ids) {
  const imports = ids.map((id) => `import { provider as ${id} } from './${id}';\n`).join('');
  return `${opening}import type { Provider } from './provider';\n${imports}
export const providers: readonly Provider[] = [${ids.join(', ')}];\n`;
}

/** The list with one provider more; `null` for a file that is not as this script would have written it. */
function listWith(text, id) {
  const opening = text.slice(0, text.search(/^import /m));
  const ids = [...text.matchAll(/^import \{ provider as (\w+) \}/gm)].map(([, known]) => known);
  // The formatter breaks a long line.
  const packed = (list) => list.replace(/\s+/g, '').replace(',]', ']');
  return packed(listOf(opening, ids)) === packed(text) ? listOf(opening, [...ids, id]) : null;
}

/** What stands for the provider in the template, which is one folder deeper, and what comes in its place. */
function replacements(id, name) {
  return [
    ["from '../../", "from '../"],
    ['example.example.org', `${id}.example.org`],
    ["'example'", `'${id}'`],
    ['example_', `${id}_`],
    ['EXAMPLE_', `${id.toUpperCase()}_`],
    ["letter: 'E'", `letter: '${name.charAt(0)}'`],
    ['Example', name],
  ];
}

function copyTemplate(folder, id, name) {
  const files = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    const from = join(file.parentPath, file.name);
    const to = join(folder, relative(TEMPLATE, from).replace('example.content.ts', `${id}.content.ts`));
    let text = readFileSync(from, 'utf8');
    for (const [words, others] of replacements(id, name)) text = text.replaceAll(words, others);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  }
}

function closing(id, name) {
  const host = `https://${id}.example.org/*`;
  return `${PROVIDERS}/${id} is made, and stands in ${LIST}. What is left is done by hand:

1. Its hosts, now "${host}": in \`matches\` in ${PROVIDERS}/${id}/index.ts, and the same
   in "host_permissions" in manifest.json. A new host is a permission, and a reviewer must see it.
2. A line "| ${name}: \`${host}\` | why |" in the tables of permissions in docs/privacy.md and
   docs/store/listing.md.
3. What the comments ask for: grep -rn "Fill in:" ${PROVIDERS}/${id}

Until then the tests of the contract, of the documents and of what is filled in fail, each for its step:

  npm run check
  npm test -- src/providers test/documents
  npm run recall

CONTRIBUTING.md says more, under "A fifth provider".`;
}

function stop(sentence) {
  console.error(`${sentence} Nothing was changed.`);
  process.exit(1);
}

const [id = '', ...more] = process.argv.slice(2);
const objection = objectionTo(more.length > 0 ? '' : id);
if (objection) stop(objection);
if (!existsSync(join(root, FORMATTER))) stop('The packages are not installed: run npm ci first.');
const list = listWith(readFileSync(join(root, LIST), 'utf8'), id);
if (list === null)
  stop(`${LIST} is not what this script knows: an import for each provider, and the list in the same order.`);

const name = id.charAt(0).toUpperCase() + id.slice(1);
copyTemplate(join(root, PROVIDERS, id), id, name);
writeFileSync(join(root, LIST), list);
// Another id, another length: lines break elsewhere.
const { status } = spawnSync(process.execPath, [FORMATTER, `${PROVIDERS}/${id}`, LIST], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
console.log(closing(id, name));
process.exit(status ?? 1);

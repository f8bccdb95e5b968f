/** `npm run new <id>`: makes the folder of a new provider, to be filled in. CONTRIBUTING.md says how. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const id = process.argv[2] ?? '';
const root = join(import.meta.dirname, '..');
const folder = join(root, 'src/providers', id);

if (!/^[a-z][a-z0-9]*$/.test(id))
  stop('Name the provider: npm run new example (lower-case letters and digits).');
if (existsSync(folder)) stop(`src/providers/${id} exists already.`);

const name = id.charAt(0).toUpperCase() + id.slice(1);
const host = `${id}.example.org`;

const files = {
  [`${id}.content.ts`]: `/** The one script that pages of this provider get. */
import { begin } from '../../content/begin';
import { detector } from './detect';

begin(detector);
`,
  'detect.ts': `/** ${name}: where its pages were seen, and when. */
import type { Detector, Page, Sighting } from '../provider';
import { UNTOLD } from '../provider';
import { fieldOf, textOf, valueOf } from '../read';
import { readForm } from './form';

const TOKEN_PAGE = /^\\/settings\\/tokens\\/?$/;

function detect({ url, document }: Page): Sighting | null {
  if (!TOKEN_PAGE.test(url.pathname)) return null;
  const anchor = document.getElementById('new-token');
  const secret = valueOf(anchor);
  if (!anchor || !secret) return null;
  const details = { ...UNTOLD, name: textOf(document.querySelector('main h2')), account: fieldOf(document, '#account') };
  return { kind: 'personal', secret, anchor, details };
}

export const detector: Detector = {
  id: '${id}',
  tripwire: (document) => document.getElementById('new-token'),
  detect,
  readForm: (_, event) => readForm(event),
};
`,
  'form.ts': `/** The creation form, read at the moment it is sent. */
import type { Details } from '../provider';
import { UNTOLD } from '../provider';
import { checkedValues, fieldOf } from '../read';

/** @returns what the user asked for, or \`null\` for an event that makes no token */
export function readForm(event: Event): Details | null {
  const form = event.target as Element | null; // submit is dispatched at a form
  if (event.type !== 'submit' || form?.id !== 'new-token-form') return null;
  const scopes = checkedValues(form, 'input[type="checkbox"][name="scopes"]');
  return { ...UNTOLD, name: fieldOf(form, 'input[name="name"]'), scopes };
}
`,
  'scopes.ts': `/** ${name}'s scopes, in our own words: where they are documented, and when that was read. */
import type { Scope } from '../provider';

export const scopes: Readonly<Record<string, Scope>> = {
  'records:read': { means: 'See your records.', risk: ['reads'] },
};
`,
  'snippets.ts': `/** What to paste where: each of them has a trial in ../snippets.test.ts. */
import type { Snippet } from '../provider';
import { header, shellLines } from '../snippets';

export const snippets: readonly Snippet[] = [
  shellLines('env', 'Environment line', (_, secret) => ({ ${id.toUpperCase()}_TOKEN: secret })),
  header,
];
`,
  'index.ts': `import type { Provider } from '../provider';
import { scopes } from './scopes';
import { snippets } from './snippets';

export const provider: Provider = {
  id: '${id}',
  name: '${name}',
  letter: '${name.charAt(0)}',
  matches: ['https://${host}/*'],
  testHosts: /^$/,
  selfHosted: null,
  enforcesScopes: true,
  scopesRemark: '',
  kinds: {
    personal: {
      name: 'Personal access token',
      strict: /^[a-z]{40}$/,
      tolerant: /^[a-z0-9_-]{32,255}$/,
      example: 'a'.repeat(40),
      usual: '40 letters',
    },
  },
  scopes,
  snippets,
  advice: () => [],
  docsUrl: 'https://${host}/docs',
  manageUrl: ({ origin }) => \`\${origin}/settings/tokens\`,
  createUrl: (where) => \`https://\${where}/settings/tokens\`,
};
`,
};

const page = (words, body) => `<!-- ${name}. Where this DOM shape was seen, and when. -->
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${words}</title></head>
<body><main>${body}</main></body>
</html>
`;
const untold = { name: null, scopes: null, expires: null, account: null, owner: null, manageId: null };
const listUrl = `https://${host}/settings/tokens`;
const pages = {
  created: [
    page('Tokens', '<h2>upload</h2><code id="new-token">{{personal}}</code>'),
    {
      url: listUrl,
      title: 'A new token.',
      sighting: {
        kind: 'personal',
        secret: '{{personal}}',
        anchor: '#new-token',
        details: { ...untold, name: 'upload' },
      },
    },
  ],
  form: [
    page(
      'New',
      '<form id="new-token-form"><input name="name" value="upload"><input type="checkbox" name="scopes" value="records:read" checked><button>Create</button></form>',
    ),
    {
      url: `https://${host}/settings/tokens/new`,
      title: 'The creation form.',
      sighting: null,
      form: [
        {
          event: 'submit',
          target: '#new-token-form',
          details: { ...untold, name: 'upload', scopes: ['records:read'] },
        },
      ],
    },
  ],
  'silent-list': [
    page('Tokens', '<ul><li>upload</li></ul>'),
    { url: listUrl, title: 'The list.', sighting: null },
  ],
  'silent-docs': [
    page('Docs', '<p>Use <code>{{personal}}</code></p>'),
    { url: `https://${host}/docs`, title: 'A token in the documentation.', sighting: null },
  ],
  'silent-elsewhere': [
    page('Page', '<code id="new-token">{{personal}}</code>'),
    { url: `https://${host}/`, title: 'The same element on another page.', sighting: null },
  ],
};

mkdirSync(folder, { recursive: true });
for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
for (const [file, [html, expected]] of Object.entries(pages)) {
  mkdirSync(join(folder, 'pages', file), { recursive: true });
  writeFileSync(join(folder, 'pages', file, 'page.html'), html);
  writeFileSync(join(folder, 'pages', file, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}
const index = join(root, 'src/providers/index.ts');
writeFileSync(
  index,
  readFileSync(index, 'utf8')
    .replace(
      "import type { Provider } from './provider';",
      `import { provider as ${id} } from './${id}';\nimport type { Provider } from './provider';`,
    )
    .replace(
      /(export const providers[^[]*\[[^\]]*\] = \[|providers: readonly Provider\[\] = \[)([^\]]*)\]/,
      `$1$2, ${id}]`,
    ),
);
console.log(
  `src/providers/${id} is made. Now add "https://${host}/*" (or its real hosts) to manifest.json's host_permissions,`,
);
console.log('fill the folder in, and run: npx vitest run --project browser src/providers');

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

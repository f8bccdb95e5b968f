import { describe, expect, test } from 'vitest';
import { provider as github } from '../providers/github';
import { readFile } from './formats';
import { NOWHERE } from '../tokens/token';
import { recognise, type Candidate } from './recognise';

const NOW = new Date('2026-11-27T12:00:00.000Z');
const CLASSIC = github.kinds['classic']?.example ?? '';
const ZENODO = 'z'.repeat(60);
const OSF = 'o'.repeat(70);
const SPECKLE = 'a'.repeat(42);
const PASSWORD = 'correct horse EXAMPLE';

function candidates(name: string, text: string): Candidate[] {
  const read = readFile(name, new TextEncoder().encode(text));
  if (!read.ok) throw new Error(`${read.problem.flaw} in line ${read.problem.line}`);
  return recognise(read.entries, { 'https://data.example.edu': 'zenodo' }, NOW);
}

const short = ({ token, doubt, title }: Candidate) => [
  title,
  token && `${token.provider}/${token.kind} ${token.origin}`,
  doubt,
];

describe('a .env file of somebody’s own', () => {
  const file = [
    `DEBUG=1`,
    `export GITHUB_TOKEN=${CLASSIC}`,
    `ZENODO_SANDBOX_ACCESS_TOKEN='${ZENODO}'`,
    `OSF_PAT=${OSF}`,
    `OSF_SERVER=test`,
    `SPECKLE_TOKEN=${SPECKLE}`,
    `SPECKLE_SERVER_URL="https://speckle.example.edu/"`,
    `ZENODO_TOKEN=changeme`,
    `DATABASE_PASSWORD="${PASSWORD}"`,
    `DEPLOY=${CLASSIC.replace('A', 'B')}`,
    `AGAIN=${CLASSIC}`,
  ].join('\n');

  test('by the names that programs use, with the servers beside them', () => {
    expect(candidates('.env', file).map(short)).toEqual([
      ['DEBUG', `other/token ${NOWHERE}`, 'form'],
      ['GITHUB_TOKEN', 'github/classic https://github.com', null],
      ['ZENODO_SANDBOX_ACCESS_TOKEN', 'zenodo/personal https://sandbox.zenodo.org', null],
      ['OSF_PAT', 'osf/personal https://test.osf.io', null],
      ['SPECKLE_TOKEN', 'speckle/personal https://speckle.example.edu', null],
      ['ZENODO_TOKEN', 'other/token https://zenodo.org', 'unusual'],
      ['DATABASE_PASSWORD', `other/token ${NOWHERE}`, 'form'],
      ['DEPLOY', 'github/classic https://github.com', null],
      ['AGAIN', 'github/classic https://github.com', 'twice'],
    ]);
  });

  test('a token has the name of its variable, its last four, and its line', () => {
    const [, found] = candidates('.env', file);
    expect(found).toMatchObject({
      line: 2,
      token: { name: 'GITHUB_TOKEN', ends: CLASSIC.slice(-4), seenAt: NOW.toISOString() },
    });
  });
});

test('a password manager’s CSV: tokens among passwords', () => {
  const file = [
    'Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes',
    `Forum,forum.example.org,me,${PASSWORD},,false,false,,`,
    `GitHub,https://github.com/login,me,${PASSWORD},,false,false,,`,
    `GitHub token,https://github.com/settings/tokens,me,${CLASSIC} ,,false,false,,"for the lab\nuntil spring"`,
    `API,api.github.com,me,${CLASSIC.replace('A', 'B')},,false,false,,`,
    `Lab,https://git.example.edu,me,${CLASSIC},,false,false,,`,
    `Elsewhere,https://example.org,me,${ZENODO},,false,false,,`,
    `Own,https://data.example.edu,me,${ZENODO},,false,false,,`,
    `No site,,me,${OSF},,false,false,,`,
  ].join('\r\n');
  const found = candidates('passwords.csv', file);
  expect(found.map(short)).toEqual([
    ['Forum', 'other/token https://forum.example.org', 'form'],
    ['GitHub', 'other/token https://github.com', 'unusual'],
    ['GitHub token', 'github/classic https://github.com', null],
    ['API', 'github/classic https://github.com', null],
    ['Lab', 'github/classic https://git.example.edu', null],
    ['Elsewhere', 'other/token https://example.org', 'site'],
    ['Own', 'zenodo/personal https://data.example.edu', null],
    ['No site', 'osf/personal https://osf.io', null],
  ]);
  expect(found[2]?.token).toMatchObject({
    secret: CLASSIC,
    account: 'me',
    path: '/settings/tokens',
    note: 'for the lab\nuntil spring',
    scopes: null,
    expires: null,
  });
});

test.each([
  ['a browser', 'name,url,username,password,note\nx,https://zenodo.org/,me,SECRET,\n'],
  [
    'Bitwarden',
    'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n,,login,x,,,0,zenodo.org,me,SECRET,\n',
  ],
  [
    'KeePassXC',
    '"Group","Title","Username","Password","URL","Notes"\n"Root","x","me","SECRET","https://zenodo.org",""\n',
  ],
  ['a German spreadsheet', 'Name;Site;Token;Account\nx;zenodo.org;SECRET;me\n'],
])('the CSV of %s', (_, text) => {
  const [found] = candidates('x.csv', text.replace('SECRET', ZENODO));
  expect(found).toMatchObject({
    doubt: null,
    token: { name: 'x', account: 'me', provider: 'zenodo', secret: ZENODO },
  });
});

describe('a Bitwarden export', () => {
  const login = (name: string, password: string | null, more: object = {}) => ({
    type: 1,
    name,
    notes: null,
    favorite: false,
    folderId: null,
    ...more,
    login: {
      username: 'me',
      password,
      totp: null,
      uris: [{ match: null, uri: 'https://zenodo.org/account/' }],
    },
  });
  const file = (items: readonly object[]) =>
    JSON.stringify({ encrypted: false, folders: [], items }, null, 2);

  test('tokens in passwords, in hidden fields and in notes of a single word', () => {
    const items = [
      login('Zenodo', PASSWORD, {
        fields: [
          { name: 'token', value: ZENODO, type: 1 },
          { name: 'PIN', value: null, type: 1 },
          { name: 'hint', value: OSF, type: 0 },
        ],
      }),
      { type: 2, name: 'gh', notes: `${CLASSIC}\n`, secureNote: { type: 0 } },
      { type: 2, name: 'diary', notes: 'Today EXAMPLE', secureNote: { type: 0 } },
      { type: 3, name: 'card', notes: null, card: { number: '4'.repeat(16) } },
      login('nothing', null),
    ];
    expect(candidates('bitwarden.json', file(items)).map(short)).toEqual([
      ['Zenodo', 'other/token https://zenodo.org', 'unusual'],
      ['Zenodo, token', 'zenodo/personal https://zenodo.org', null],
      ['gh', 'github/classic https://github.com', null],
    ]);
  });

  test('what no record can hold is not taken, and keeps nothing else from being taken', () => {
    const found = candidates('x.json', file([login('long', 'x'.repeat(5_000)), login('good', ZENODO)]));
    expect(found.map(({ token }) => token?.name ?? null)).toEqual([null, 'good']);
  });
});

test('what is drawn later never has the token in it', () => {
  const items = [{ type: 2, name: 'gh', notes: CLASSIC, secureNote: { type: 0 } }];
  const noted = `name,password,notes\na,${OSF},it is ${OSF}\nb,${ZENODO},EXAMPLE\n`;
  const found = [...candidates('x.json', JSON.stringify({ items })), ...candidates('x.csv', noted)];
  expect(found.map(({ token }) => token?.note ?? null)).toEqual([null, null, 'EXAMPLE']);
});

test('what a file says of provider and kind counts only where there is such a one, and the token has its form', () => {
  const head = 'name,token,site,provider,kind\n';
  const found = candidates(
    'x.csv',
    `${head}a,${PASSWORD},https://zenodo.org,nobody,x\nb,${PASSWORD},,github,x\nc,EXAMPLE-1,,github,classic\nd,${CLASSIC},,github,classic\n`,
  );
  expect(found.map(short)).toEqual([
    ['a', 'other/token https://zenodo.org', 'unusual'],
    ['b', 'other/token https://github.com', 'unusual'],
    ['c', 'other/token https://github.com', 'unusual'],
    ['d', 'github/classic https://github.com', null],
  ]);
});

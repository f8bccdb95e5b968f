/**
 * Every snippet is given to the program it is for, or to its documented grammar where that program is not
 * on a plain Debian (`<id>/trials.ts`). A snippet without such a trial fails; so does a trial that would let
 * a wrong one pass.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTHER } from '../tokens/token';
import { listen, type Listener } from '../../test/support/programs';
import {
  curlAsks,
  dotenvHas,
  headerIs,
  netrcHas,
  one,
  powershellHas,
  requestsGet,
  shellHas,
  type Trials,
  type Tried,
} from '../../test/support/trials';
import * as anySite from './any-site';
import { providers, snippetsOf } from '.';

const HOSTILE = `EXAMPLE a"b $HOME ‘id’ \\n#c`;
const ANOTHER = 'B'.repeat(40);

const front = ({ place }: Tried) => `${place.origin}/`;
const ofAnySite: Trials = {
  origins: ['https://tokens.example.org'],
  snippets: {
    env: shellHas(one('TOKEN')),
    dotenv: dotenvHas(one('TOKEN')),
    powershell: powershellHas(one('TOKEN')),
    netrc: netrcHas,
    header: headerIs,
    curl: curlAsks(front),
    requests: requestsGet(front),
  },
};

/** By provider. */
const TRIALS: ReadonlyMap<string, Trials> = new Map([
  ...Object.entries(import.meta.glob<Trials>('./*/trials.ts', { eager: true, import: 'trials' })).map(
    ([path, trials]) => [path.split('/')[1] ?? '', trials] as const,
  ),
  [OTHER, ofAnySite],
]);

let listener: Listener;
beforeAll(async () => {
  const hosts = [...TRIALS.values()].flatMap(({ origins, apis = [] }) => [
    ...origins.map((origin) => new URL(origin).host),
    ...apis,
  ]);
  listener = await listen([...new Set(hosts)]);
});
afterAll(() => listener.close());

type Case = Omit<Tried, 'text' | 'listener'> & { readonly provider: string; readonly id: string };

function casesOf(provider: string, kinds: Readonly<Record<string, string>>): Case[] {
  const { origins, account = null } = TRIALS.get(provider) ?? { origins: [] };
  return origins.flatMap((origin) =>
    Object.entries(kinds).flatMap(([kind, secret]) => {
      const place = { kind, origin, account, manageId: null };
      return snippetsOf({ provider, ...place }).map(({ id }) => {
        return { provider, id, place, host: new URL(origin).host, secret };
      });
    }),
  );
}

const CASES = [
  ...providers.flatMap(({ id, kinds }) =>
    casesOf(id, Object.fromEntries(Object.entries(kinds).map(([kind, { example }]) => [kind, example]))),
  ),
  // Whatever somebody selects and saves by hand may be a token.
  ...casesOf(OTHER, { token: HOSTILE }),
];

const keyOf = ({ provider, id }: Pick<Case, 'provider' | 'id'>) => `${provider}/${id}`;

function written({ provider, id, place }: Case, secret: string): string | null {
  const snippet = snippetsOf({ provider, ...place }).find((offered) => offered.id === id);
  if (!snippet) throw new Error(`There is no snippet ${provider}/${id}.`);
  return snippet.write(place, secret);
}

/** The same of what can be written everywhere. */
function writtenPlain(given: Case, secret: string): string {
  const text = written(given, secret);
  if (text === null) throw new Error(`${keyOf(given)} does not write a usual token.`);
  return text;
}

describe('every snippet', () => {
  test('has a trial, and every trial a snippet that is offered somewhere', () => {
    const all = [...providers, { id: OTHER, ...anySite }].flatMap(({ id: provider, snippets }) =>
      snippets.map(({ id }) => keyOf({ provider, id })),
    );
    const tried = [...TRIALS].flatMap(([provider, { snippets }]) =>
      Object.keys(snippets).map((id) => keyOf({ provider, id })),
    );
    expect(new Set(all).size, 'ids are unique').toBe(all.length);
    expect(all.toSorted(), 'each has its trial in src/providers/<id>/trials.ts').toEqual(tried.toSorted());
    expect([...new Set(CASES.map(keyOf))].toSorted()).toEqual(all.toSorted());
  });

  test('has a label of its own', () => {
    for (const { snippets } of [...providers, anySite]) {
      expect(new Set(snippets.map(({ label }) => label)).size).toBe(snippets.length);
    }
  });

  test.each(
    CASES.map((given) => ({ ...given, name: `${keyOf(given)} of ${given.place.kind} on ${given.host}` })),
  )('$name is read as it is meant, and another token is not taken for it', async (given) => {
    const trial = TRIALS.get(given.provider)?.snippets[given.id];
    if (!trial) throw new Error('There is no trial.');
    await trial({ ...given, listener, text: writtenPlain(given, given.secret) });
    await expect(
      trial({ ...given, listener, text: writtenPlain(given, ANOTHER) }),
      'the control',
    ).rejects.toThrow();
  });
});

/** What means something in one of the languages: a file may say of any text that it is a token. */
const MARKS = [
  '"',
  "'",
  '`',
  '$a',
  '${a}',
  '$(a)',
  '\\',
  '#a',
  ';a',
  '%a',
  '%(a)s',
  ' a',
  ' ',
  '=a',
  '[a]',
  '{a}',
  '<a>',
  '‘',
  '\u2019;',
];
/** All of them; and without two of the quotes, as a `.env` file needs one that is not in the text. */
const HOSTILE_SECRETS = [/^$/, /["`]/].map(
  (none) => `EXAMPLE${MARKS.filter((mark) => !none.test(mark)).join('')}EXAMPLE`,
);

describe('a text with marks of a language in it', () => {
  const kinds = new Set<string>();
  const oncePerSnippet = CASES.filter((given) => !kinds.has(keyOf(given)) && kinds.add(keyOf(given)));

  test.each(oncePerSnippet.map((given) => ({ ...given, name: keyOf(given) })))(
    '$name writes it so that it is read back as it is, or not at all',
    async (given) => {
      const trial = TRIALS.get(given.provider)?.snippets[given.id];
      if (!trial) throw new Error('There is no trial.');
      for (const secret of HOSTILE_SECRETS) {
        const text = written(given, secret);
        if (text !== null) await trial({ ...given, secret, listener, text });
      }
    },
  );

  test('the control: where it is not quoted, a program reads something else', async () => {
    const given = CASES.find((each) => keyOf(each) === 'osf/osfcli');
    const trial = TRIALS.get('osf')?.snippets.osfcli;
    if (!given || !trial) throw new Error('There is no such snippet.');
    expect(written(given, 'EXAMPLE%(a)s')).toBeNull();
    const text = writtenPlain(given, 'EXAMPLE').replace('EXAMPLE', 'EXAMPLE%(a)s');
    await expect(trial({ ...given, secret: 'EXAMPLE%(a)s', listener, text })).rejects.toThrow();
  });
});

const TOKEN_PLACE = { kind: 'token', origin: 'https://tokens.example.org', account: null, manageId: null };
const writtenForAnySite = (id: string, secret: string) =>
  anySite.snippets.find((offered) => offered.id === id)?.write(TOKEN_PLACE, secret) ?? '';

describe('a value with quotes in it', () => {
  const trials = {
    env: shellHas(one('TOKEN')),
    powershell: powershellHas(one('TOKEN')),
    dotenv: dotenvHas(one('TOKEN')),
  };
  test.each(
    Object.entries(trials).flatMap(([id, trial]) =>
      [`a'b`, `a"b`, 'a b', `'`, 'a#b', `a'b"c`, '$a', '\\'].map((value) => ({ id, trial, value })),
    ),
  )('$id takes $value as it is', async ({ id, trial, value }) => {
    await trial({
      place: TOKEN_PLACE,
      host: '',
      secret: value,
      listener,
      text: writtenForAnySite(id, value),
    });
  });
});

/** What every provider's notes on scopes owe the reader. */
import { describe, expect, test } from 'vitest';
import { providers } from '.';
import { RISKS, type Provider, type Scope } from './provider';

const SOURCE = 'github.com';

/** Where a provider documents scopes: in its own documentation, or in its source, which GitHub's own pages are not. */
function documentingHosts({ docsUrl, matches }: Provider): string[] {
  return [new URL(docsUrl).host, ...(matches.includes(`https://${SOURCE}/*`) ? [] : [SOURCE])];
}
/** Groups of scopes that no form offers: nobody chooses one of them, so there is nothing to advise. */
const UNOFFERED = /not offered|never offered/;
/** Why a site has nothing narrower. */
const REASONS =
  /cannot limit a token to one project|no narrower scope|not enforce|for that one task|There is no scope that only/;

const all = providers.flatMap((provider) =>
  Object.entries(provider.scopes).map(([name, scope]) => ({ id: provider.id, name, provider, scope })),
);
const broad = all.flatMap(({ scope, ...more }) =>
  scope.broad ? [{ ...more, scope, words: scope.broad }] : [],
);

const weight = ({ risk }: Scope) => RISKS.indexOf(risk.at(-1) ?? 'reads');

/** Names of scopes of this provider that a text has as whole words, a level counted with its permission. */
function named({ scopes }: Provider, of: string, text: string): string[] {
  const words = text.split(/[\s,;]+/).map((word) => word.replace(/\.$/, ''));
  const [permission] = of.split(':');
  const levels = [...text.matchAll(/level (read|write)/g)].map(([, level]) => `${permission}:${level}`);
  return [...words, ...levels].filter((word) => Object.hasOwn(scopes, word) && word !== of);
}

const lighter = ({ provider, name, scope, words }: (typeof broad)[number]) =>
  named(provider, name, `${words.lead} ${words.rest}`).filter((other) => {
    const known = provider.scopes[other];
    return known && weight(known) < weight(scope);
  });

describe.each(providers)('$id', (provider) => {
  const mine = all.filter(({ id }) => id === provider.id);

  test('each scope says in a sentence what it permits, and in rising order how harmful that is', () => {
    for (const { name, scope } of mine) {
      expect(scope.means, name).toMatch(/^[A-Z].{6,}[.)]$/);
      expect(scope.risk.length, name).toBeGreaterThan(0);
      const order = scope.risk.map((risk) => RISKS.indexOf(risk));
      expect(order, name).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  test('each scope, and what would do with less, is linked to where it is documented', () => {
    for (const { name, scope } of mine) {
      for (const link of [scope.source ?? provider.docsUrl, scope.broad?.narrower?.url ?? provider.docsUrl]) {
        expect(new URL(link).protocol, name).toBe('https:');
        expect(documentingHosts(provider), name).toContain(new URL(link).host);
      }
    }
  });

  test('what administers and can be chosen is called broad', () => {
    const silent = mine.filter(
      ({ scope }) =>
        scope.risk.at(-1) === 'administers' && !scope.broad && !UNOFFERED.test(scope.group ?? ''),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

describe('a broad scope', () => {
  test.each(broad)('$id $name names what would do with less, or why nothing would', (row) => {
    const { lead, rest, narrower } = row.words;
    expect(lighter(row).length > 0 || narrower !== undefined || REASONS.test(`${lead} ${rest}`)).toBe(true);
  });

  test('speaks of no level that the form does not have', () => {
    for (const { name, provider, words } of broad) {
      const [permission] = name.split(':');
      for (const [, level] of words.rest.matchAll(/level (read|write)/g))
        expect(provider.scopes, name).toHaveProperty([`${permission}:${level}`]);
    }
  });

  test('the check finds a remark that leaves somebody alone with it', () => {
    const [row] = broad;
    if (!row) throw new Error('There are no broad scopes.');
    const bare = { ...row, words: { lead: 'This reaches far.', rest: 'Few scripts need it.' } };
    expect(lighter(bare)).toEqual([]);
    expect('This reaches far. Few scripts need it.').not.toMatch(REASONS);
  });
});

describe('of what the guides tell to tick', () => {
  const words = (id: string, name: string) => {
    const {
      lead = '',
      rest = '',
      narrower,
    } = providers.find((provider) => provider.id === id)?.scopes[name]?.broad ?? {};
    return `${lead} ${rest} ${narrower?.text ?? ''}`;
  };
  test.each([
    ['github', 'repo', 'fine-grained token'],
    ['github', 'workflow', 'fine-grained token'],
    ['github', 'write:packages', 'read:packages'],
    ['github', 'admin:org', 'read:org'],
    ['github', 'admin:gpg_key', 'read:gpg_key'],
    ['github', 'delete_repo', 'that one task'],
    ['github', 'environments:write', 'level read'],
    ['osf', 'osf.full_write', 'no narrower scope can upload'],
    ['osf', 'osf.full_write', 'further tokens'],
    ['osf', 'osf.nodes.data_write', 'On osf.io itself uploads need osf.full_write'],
    ['zenodo', 'deposit:write', 'not enforce'],
    ['zenodo', 'deposit:actions', 'not enforce'],
    ['speckle', 'streams:write', 'streams:read is enough'],
    ['speckle', 'automate-functions:write', 'automate-functions:read is enough'],
  ])('%s %s says: %s', (id, name, said) => expect(words(id, name)).toContain(said));
});

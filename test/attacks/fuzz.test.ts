/**
 * Whatever stands on the disk, in a file or in a message: nothing throws but a refusal, nothing is believed that
 * has not its shape, and what is told can be drawn. A thousand inputs of each kind here; `npm run fuzz` for more.
 */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { asToken } from '../../src/background/contents';
import { receiver } from '../../src/messages/receive';
import { shapes } from '../../src/messages/shapes';
import { adviceOn, snippetsOf } from '../../src/providers';
import { settings, sites } from '../../src/storage/items';
import { endOf } from '../../src/tokens/ending';
import { filtered, offered } from '../../src/tokens/filter';
import { replacedIds } from '../../src/tokens/replaced';
import { newestFirst, search } from '../../src/tokens/search';
import { isOneLine } from '../../src/tokens/shape';
import type { Token } from '../../src/tokens/token';
import { readFile } from '../../src/transfer/formats';
import { recognise } from '../../src/transfer/recognise';
import { hostOf, kindName, pageOf, providerById, tokenName } from '../../src/ui/naming';
import { openBackup } from '../../src/vault/backup';
import { openIndex } from '../../src/vault/index-file';
import { headerHash, passkeySlots, passphraseSlots, readHeader } from '../../src/vault/vault';
import { Encrypter } from 'age-encryption';
import { fakeBrowser } from '../support/fake-browser';
import { metadataOf } from '../support/seen';

vi.mock('../../src/browser', async () => import('../support/fake-browser'));

const RUNS = Number(process.env.SEENONCE_FUZZ ?? 1_000);
const NOW = new Date('2026-11-28T12:00:00.000Z');
const PASSPHRASE = 'orbit EXAMPLE candle thirty velvet harbor';
const TIMEOUT = { timeout: 60_000 + RUNS * 60 };

/** Any JSON, and any text that somebody would try. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\n',
    '\u0000',
    'https://github.com/',
    'javascript:0',
    '//git.example.org',
    'x'.repeat(20_000),
    -1,
    1e308,
    { at: 'never' },
    { at: '2026-02-31' },
  ),
);

/** Something right in which some fields are not, some are missing, and some are too many. */
const nearly = (right: Readonly<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record({
      wrong: fc.dictionary(fc.constantFrom(...Object.keys(right), 'other'), anything, { maxKeys: 2 }),
      without: fc.subarray(Object.keys(right), { maxLength: 1 }),
    })
    .map(({ wrong, without }) =>
      Object.fromEntries(Object.entries({ ...right, ...wrong }).filter(([key]) => !without.includes(key))),
    );

/** Everything that our pages ask of a listed token. */
function isDrawn(token: Token): void {
  search([token], 'a');
  replacedIds([token, token]);
  filtered([token], { provider: token.provider }, NOW);
  offered([token], NOW);
  newestFirst(token, token);
  endOf(token.expires, NOW);
  adviceOn(token, NOW);
  const drawn = [tokenName(token), hostOf(token), kindName(token), token.account ?? ''];
  for (const text of drawn) expect(isOneLine(text.replaceAll(/\p{Surrogate}/gu, '')), text).toBe(true);
  const page = pageOf(token);
  if (page !== null) expect(new URL(page).origin).toBe(token.origin);
  const provider = providerById(token.provider);
  const links = provider ? [provider.manageUrl(token), provider.verify.questions(token)[0].url] : [];
  for (const link of links) expect(new URL(link).protocol).toMatch(/^https?:$/);
  for (const { write } of snippetsOf(token)) write(token, 'EXAMPLE');
}

const TOKEN = {
  ...metadataOf('right'),
  id: 'x'.repeat(22),
  provider: 'github',
  kind: 'classic',
  origin: 'https://github.com',
};

test('line 1 of a record: what is listed can be drawn', TIMEOUT, () => {
  let listed = 0;
  fc.assert(
    fc.property(nearly(TOKEN), (metadata) => {
      const token = asToken(metadata);
      if (!token) return;
      listed += 1;
      isDrawn(token);
    }),
    { numRuns: RUNS },
  );
  expect(listed, 'the control: some are right').toBeGreaterThan(RUNS / 20);
});

test('a header: what is read has slots that are whole, and a hash', TIMEOUT, async () => {
  const slot = { type: 'passphrase', data: new Uint8Array([1]), created: NOW.toISOString() };
  const right = { v: 1, vaultId: 'x'.repeat(22), recipient: 'age1EXAMPLE', slots: [slot] };
  const header = fc.oneof(
    nearly(right),
    fc.array(fc.oneof(nearly(slot), anything), { maxLength: 3 }).map((slots) => ({ ...right, slots })),
    anything,
  );
  await fc.assert(
    fc.asyncProperty(header, async (stored) => {
      const read = readHeader(stored);
      if (typeof read === 'string') return;
      for (const { data } of [...passphraseSlots(read), ...passkeySlots(read)])
        expect(data).toBeInstanceOf(Uint8Array);
      expect(await headerHash(read)).toMatch(/^[\w-]{43}$/);
    }),
    { numRuns: RUNS },
  );
});

test('an index that is not of this key is none', TIMEOUT, async () => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const bytes = fc
    .uint8Array({ maxLength: 200 })
    .map((tail) => new Uint8Array([...new TextEncoder().encode('SOIX'), ...tail]));
  await fc.assert(
    fc.asyncProperty(bytes, async (file) => {
      expect(await openIndex(key, file)).toMatchObject({ ok: false });
    }),
    { numRuns: RUNS },
  );
});

/** A backup with any lines, as whoever knows its passphrase can write one. */
async function backupOf(lines: readonly unknown[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(PASSPHRASE);
  encrypter.setScryptWorkFactor(1);
  return encrypter.encrypt(
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
}

test('a backup: each of its lines is taken by itself, or refused', TIMEOUT, async () => {
  const head = { format: 'seenonce-backup', v: 1, created: NOW.toISOString(), contents: [] };
  const line = fc.oneof(
    nearly({ ...TOKEN, secret: 'EXAMPLE' }),
    nearly({ note: { provider: 'osf', scope: 'a', text: 'b', at: 1 } }),
    anything,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(nearly(head), fc.constant(head)),
      fc.array(line, { maxLength: 4 }),
      async (first, more) => {
        const read = await openBackup(await backupOf([first, ...more]), PASSPHRASE);
        if (!read.ok) return;
        for (const { id, secret } of read.tokens)
          expect([typeof id, typeof secret]).toEqual(['string', 'string']);
      },
    ),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});

describe('a file of another program', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'GITHUB_TOKEN',
        'OSF_TOKEN',
        '=',
        ':',
        '"',
        "'",
        '`',
        ',',
        ';',
        '\n',
        '\r\n',
        '#',
        ' ',
        '{',
        '}',
        '[',
        ']',
        'name',
        'password',
        'url',
        '"items":',
        '"login":',
        'export ',
        '\\',
        '$(',
        'https://',
        'zenodo.org',
        'ghp_' + 'A'.repeat(36),
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 40 },
  );
  test.each(['x.env', 'x.csv', 'x.json', 'x.txt'])(
    '%s is read whole, or not at all, with a line',
    TIMEOUT,
    (name) => {
      fc.assert(
        fc.property(pieces, (parts) => {
          const read = readFile(name, new TextEncoder().encode(parts.join('')));
          if (!read.ok) {
            expect(JSON.stringify(read.problem)).not.toContain('ghp_');
            return;
          }
          for (const { token } of recognise(read.entries, {}, NOW))
            if (token) expect(token.secret).not.toBe('');
        }),
        { numRuns: RUNS },
      );
    },
  );
});

describe('what stands in clear', () => {
  const right = { lockAfter: 5, lockWithScreen: true, hold: false, leaveGuard: true, clearClipboard: 15 };
  test('settings have their shape, whatever is stored', TIMEOUT, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(nearly(right), anything), async (value) => {
        await fakeBrowser.storage.local.set({ settings: { v: 1, value } });
        const { lockAfter, clearClipboard, hold } = await settings.get();
        expect([1, 5, 10, 30, 60, null]).toContain(lockAfter);
        expect([15, 30, 45, 120, null]).toContain(clearClipboard);
        expect(typeof hold).toBe('boolean');
      }),
      { numRuns: RUNS },
    );
  });
  test('and so have sites', TIMEOUT, async () => {
    const servers = fc.dictionary(fc.oneof(fc.webUrl(), fc.string()), anything, { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.record({ servers, off: anything }), anything), async (value) => {
        await fakeBrowser.storage.local.set({ sites: { v: 1, value } });
        const read = await sites.get();
        for (const origin of Object.keys(read.servers)) expect(new URL(origin).origin).toBe(origin);
        expect(read.off.every((each) => typeof each === 'string')).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

test('a message: none of another sender is answered, and none throws', TIMEOUT, async () => {
  const handler = vi.fn<() => Promise<never>>(async () => null as never);
  const all = new Proxy({}, { get: () => handler }) as never; // every handler there is
  const receive = receiver({ self: { id: 'own', origin: 'chrome-extension://own' }, page: all, ui: all });
  const message = fc.oneof(
    fc.record({ name: fc.oneof(fc.constantFrom(...Object.keys(shapes)), fc.string()), ask: anything }),
    anything,
  );
  const sender = nearly({
    id: 'own',
    origin: 'https://github.com',
    url: 'https://github.com/',
    frameId: 0,
    tab: { id: 1 },
  });
  await fc.assert(
    fc.asyncProperty(message, sender, async (asked, from) => {
      handler.mockClear();
      const answer = await receive(asked, from);
      expect(typeof answer.ok).toBe('boolean');
      if (handler.mock.calls.length > 0) expect(from.id, 'answered').toBe('own');
      const name = (asked as { name?: unknown } | null)?.name;
      if (typeof name === 'string' && name.startsWith('ui:') && from.origin === 'https://github.com')
        expect(handler).not.toHaveBeenCalled();
    }),
    { numRuns: RUNS },
  );
});

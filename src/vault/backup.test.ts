import { beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { openBackup, sealBackup, type Backup, type Entry } from './backup';
import { derive } from './derive';
import { headerLength } from './salvage';

const FAST = 1; // scrypt work factor of the tests: N = 2
const PASSPHRASE = 'orbit EXAMPLE candle thirty velvet harbor';
const CREATED = '2026-11-25T10:00:00.000Z';
const CHUNK = 64 * 1024 + 16; // bytes, sealed

/** Names that look like lines: none of them may become a token. */
const NAMES = ['upload', '{"id":"wrong","secret":"wrong"}', '"},{"note":{"x":"', '\n{"id":"wrong"}\n', 'ü🗝'];

function tokenNo(index: number): Entry {
  return {
    id: `id-${index}`,
    name: NAMES[index % NAMES.length],
    scopes: ['{', '}', ':', ',', '"'],
    expires: { date: '2027-01-01' },
    secret: `EXAMPLE${'A'.repeat(300)}${index}`,
  };
}

function backupOf(count: number): Backup {
  const tokens = Array.from({ length: count }, (_, index) => tokenNo(index));
  return {
    created: CREATED,
    contents: tokens.map((token) => ({
      id: token.id,
      name: 'a name',
      host: 'zenodo.org',
      ends: token.secret.slice(-4),
    })),
    tokens,
    notes: [{ provider: 'zenodo', scope: 'deposit:write', text: 'Only EXAMPLE uploads.', at: 1 }],
  };
}

const seal = (backup: Backup) => sealBackup(backup, PASSPHRASE, FAST);

/** What `age -p` would make of this text. */
async function sealText(text: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(PASSPHRASE);
  encrypter.setScryptWorkFactor(FAST);
  return encrypter.encrypt(text);
}

const flip = (file: Uint8Array, at: number) => file.with(at, (file[at] ?? 0) ^ 1);

/** Opened, or the test ends. */
async function opened(file: Uint8Array) {
  const backup = await openBackup(file, PASSPHRASE);
  if (!backup.ok) throw new Error(backup.failure);
  return backup;
}

describe('a backup', () => {
  test('opens to what was sealed, for any Unicode', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const token = fc.record({ id: text, name: fc.option(text), secret: text });
    const note = fc.record({ scope: text, text });
    await fc.assert(
      fc.asyncProperty(
        fc.array(token, { maxLength: 5 }),
        fc.array(note, { maxLength: 3 }),
        async (tokens, notes) => {
          const sealed = await seal({ created: CREATED, contents: [], tokens, notes });
          expect(await openBackup(sealed, PASSPHRASE)).toEqual({
            ok: true,
            created: CREATED,
            tokens,
            notes,
            damage: null,
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  test('takes both Unicode forms of its passphrase, and no other passphrase', async () => {
    const composed = 'Stra\u00dfe am K\u00f6nigsee EXAMPLE';
    const sealed = await sealBackup(backupOf(1), composed, FAST);
    expect(await openBackup(sealed, composed.normalize('NFD'))).toMatchObject({ ok: true, damage: null });
    expect(await openBackup(sealed, PASSPHRASE)).toEqual({ ok: false, failure: 'wrong-passphrase' });
  });

  test(
    'with any byte flipped or cut at any length gives no wrong token, and says so',
    { timeout: 60_000 },
    async () => {
      const backup = backupOf(2);
      const sealed = await seal(backup);
      const ids = (tokens: readonly Entry[]) => tokens.map(({ id }) => id);
      async function check(damaged: Uint8Array, what: string) {
        const read = await openBackup(damaged, PASSPHRASE);
        if (!read.ok) return;
        expect(read.damage, what).not.toBeNull();
        expect(backup.tokens, what).toEqual(expect.arrayContaining([...read.tokens]));
        expect(
          [...ids(read.tokens), ...(read.damage?.lost ?? []).map(({ id }) => id)].toSorted(),
          what,
        ).toEqual(ids(backup.tokens).toSorted());
      }
      for (let at = 0; at < sealed.length; at += 1) {
        await check(flip(sealed, at), `byte ${at} flipped`);
        await check(sealed.slice(0, at), `cut at ${at}`);
      }
      expect(await openBackup(sealed, PASSPHRASE), 'the control: untouched').toMatchObject({ damage: null });
    },
  );
});

describe('a backup of many tokens', () => {
  const backup = backupOf(400);
  let sealed = new Uint8Array();
  let payload = 0;
  beforeAll(async () => {
    sealed = new Uint8Array(await seal(backup));
    payload = (headerLength(sealed) ?? 0) + 16;
  });

  test('is whole when nobody touched it, and has four sections: the control', async () => {
    expect(await opened(sealed)).toMatchObject({ tokens: backup.tokens, damage: null });
    expect(Math.ceil((sealed.length - payload) / CHUNK)).toBe(4);
  });

  /** Nothing is wrong, and everything that was not recovered is named. */
  function expectAllNamed({ tokens, damage }: Awaited<ReturnType<typeof opened>>) {
    for (const token of tokens) expect(token).toEqual(tokenNo(Number(token.id.slice(3))));
    const recovered = new Set(tokens.map(({ id }) => id));
    expect(damage?.lost).toEqual(backup.contents.filter(({ id }) => !recovered.has(id)));
    expect(recovered.size).toBe(tokens.length);
  }

  test.each([1, 2])('damaged in section %i gives all others, and names the lost ones', async (section) => {
    const read = await opened(flip(sealed, payload + section * CHUNK + 1_000));
    expectAllNamed(read);
    expect(read.damage).toMatchObject({ sections: 1, lines: 2 });
    expect(read.damage?.lost.length).toBeGreaterThan(50);
    expect(read.damage?.lost.length).toBeLessThan(200);
    expect(read).toMatchObject({ created: CREATED, notes: backup.notes });
  });

  test('cut gives all before', async () => {
    for (const end of [sealed.length - 1, payload + 3 * CHUNK, payload + 2 * CHUNK + 5]) {
      const read = await opened(sealed.slice(0, end));
      expectAllNamed(read);
      expect(read.damage?.sections).toBe(1);
      expect(read.tokens.length).toBeGreaterThan(100);
    }
  });

  test('damaged at its beginning gives the tokens, and cannot name the lost ones', async () => {
    const read = await opened(flip(sealed, payload));
    expect(read.created).toBeNull();
    expect(read.tokens.length).toBeGreaterThan(200);
    expect(read.tokens.length).toBeLessThan(400);
    expect(read.damage).toMatchObject({ sections: 1, lines: 1, lost: [] });
  });

  test('damaged in its first line, if that is long, gives every token', async () => {
    const many = backupOf(1_200);
    const large = await seal(many);
    const start = (headerLength(large) ?? 0) + 16;
    const read = await opened(flip(large, start + CHUNK));
    expect(read).toMatchObject({ created: CREATED, damage: { sections: 1, lost: [] } });
    expect(read.tokens.length).toBeGreaterThan(1_000);
  });

  test('whose sections changed places, or with bytes behind its end, gives the others', async () => {
    const first = sealed.slice(payload + CHUNK, payload + 2 * CHUNK);
    const second = sealed.slice(payload + 2 * CHUNK, payload + 3 * CHUNK);
    const exchanged = sealed.slice();
    exchanged.set(second, payload + CHUNK);
    exchanged.set(first, payload + 2 * CHUNK);
    const read = await opened(exchanged);
    expectAllNamed(read);
    expect(read.damage?.sections).toBe(2);
    const longer = new Uint8Array(sealed.length + 10);
    longer.set(sealed);
    expectAllNamed(await opened(longer));
  });

  test('with some bytes changed, anywhere behind its header, gives no wrong token', async () => {
    let recovered = 0;
    const place = fc.nat(sealed.length - payload - 1).map((at) => payload + at);
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 3 }), async (places) => {
        const read = await opened([...new Set(places)].reduce<Uint8Array>(flip, sealed));
        recovered += read.tokens.length;
        if (read.created !== null) return expectAllNamed(read);
        for (const token of read.tokens) expect(token).toEqual(tokenNo(Number(token.id.slice(3))));
        expect(read.damage?.sections).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
    expect(recovered, 'the control: this is not nothing').toBeGreaterThan(40 * 50);
  });

  test('that ends twice is not taken for a whole one, though every section opens', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    const key = await derive(
      await decrypter.decryptHeader(sealed),
      sealed.subarray(payload - 16, payload),
      'payload',
    );
    const nonce = new Uint8Array(12).with(10, 4).with(11, 1); // the fifth section, flagged as the last
    const end = chacha20poly1305(key, nonce).encrypt(new TextEncoder().encode('{"id":"x","secret":"y"}'));
    const fourth = sealed.subarray(payload + 3 * CHUNK);
    const filled = new Uint8Array(payload + 4 * CHUNK + end.length);
    filled.set(sealed);
    const plain = chacha20poly1305(key, nonce.with(10, 3)).decrypt(fourth);
    const padded = new Uint8Array(CHUNK - 16).fill(0x0a);
    padded.set(plain);
    filled.set(chacha20poly1305(key, nonce.with(10, 3)).encrypt(padded), payload + 3 * CHUNK);
    filled.set(end, payload + 4 * CHUNK);
    expect((await opened(filled)).damage).toEqual({ sections: 1, lines: 0, lost: [] });
  });

  test('damaged in its nonce is lost', async () => {
    expect(await openBackup(flip(sealed, payload - 1), PASSPHRASE)).toEqual({
      ok: false,
      failure: 'corrupt',
    });
  });
});

describe('lines', () => {
  const HEADER = '{"format":"seenonce-backup","v":1}';

  test('written by hand are read, also without contents and without a last line feed', async () => {
    const text = `${HEADER}\n{"id":"a","secret":"EXAMPLE"}\n{"note":{"scope":"x"}}`;
    expect(await openBackup(await sealText(text), PASSPHRASE)).toEqual({
      ok: true,
      created: null,
      tokens: [{ id: 'a', secret: 'EXAMPLE' }],
      notes: [{ scope: 'x' }],
      damage: null,
    });
  });

  test('of a wrong shape are counted and skipped', async () => {
    const wrong = [
      'not JSON',
      '[]',
      'null',
      '7',
      '{"id":"b"}',
      '{"id":1,"secret":"x"}',
      '{"note":"text"}',
      '{}',
    ];
    const text = [HEADER, ...wrong, '{"id":"a","secret":"EXAMPLE"}'].join('\n');
    const read = await opened(await sealText(text));
    expect(read.tokens).toEqual([{ id: 'a', secret: 'EXAMPLE' }]);
    expect(read.damage).toEqual({ sections: 0, lines: wrong.length, lost: [] });
  });

  test('that the first line promises and that are not there are named', async () => {
    const backup = backupOf(3);
    const read = await opened(await seal({ ...backup, tokens: backup.tokens.slice(1) }));
    expect(read.damage).toEqual({ sections: 0, lines: 0, lost: backup.contents.slice(0, 1) });
  });

  test('of a later version are not read, damaged or not', async () => {
    const newer = await sealText(`${HEADER.replace('"v":1', '"v":2')}\n{"id":"a","secret":"EXAMPLE"}\n`);
    expect(await openBackup(newer, PASSPHRASE)).toEqual({ ok: false, failure: 'newer' });
    const long = `{"format":"seenonce-backup","v":2,"created":"${CREATED}","contents":["${'A'.repeat(2 * CHUNK)}"]}\n`;
    const sealed = await sealText(`${long}{"id":"a","secret":"EXAMPLE"}\n`);
    const damaged = flip(sealed, (headerLength(sealed) ?? 0) + 16 + CHUNK);
    expect(await openBackup(damaged, PASSPHRASE)).toEqual({ ok: false, failure: 'newer' });
  });
});

describe('is no backup', () => {
  const NOT = { ok: false, failure: 'not-a-backup' };

  test('random bytes, nothing, a file that only begins like one', async () => {
    expect(await openBackup(crypto.getRandomValues(new Uint8Array(1_000)), PASSPHRASE)).toEqual(NOT);
    expect(await openBackup(new Uint8Array(), PASSPHRASE)).toEqual(NOT);
    const begun = new TextEncoder().encode('age-encryption.org/v1\n-> scrypt AAAA 1\n');
    expect(await openBackup(begun, PASSPHRASE)).toEqual({ ok: false, failure: 'corrupt' });
  });

  test('an age file of something else, also a damaged one', async () => {
    for (const text of ['', 'shopping list', '{"format":"other","v":1}\n', '{"v":1}\n', '\u0000']) {
      expect(await openBackup(await sealText(text), PASSPHRASE), text).toEqual(NOT);
    }
    const long = await sealText('EXAMPLE\n'.repeat(20_000));
    expect(await openBackup(flip(long, long.length - 1), PASSPHRASE)).toEqual(NOT);
  });

  test('an age file that needs no passphrase', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    expect(await openBackup(await encrypter.encrypt('x'), PASSPHRASE)).toEqual(NOT);
  });
});

describe('work is limited', () => {
  test('more than 64 MiB are not parsed', async () => {
    const huge = new Uint8Array(64 * 1024 * 1024 + 1);
    expect(await openBackup(huge, PASSPHRASE)).toEqual({ ok: false, failure: 'too-large' });
    expect(
      (await openBackup(huge.subarray(1), PASSPHRASE)).ok,
      'the control: read, and found to be none',
    ).toBe(false);
  });

  test('more scrypt work than 2^20 is refused before it is done', async () => {
    const sealed = await sealBackup(backupOf(1), PASSPHRASE, 10);
    const text = new TextDecoder('latin1').decode(sealed);
    const header = text.slice(0, headerLength(sealed) ?? 0).replace(/(-> scrypt \S+) 10/, '$1 30');
    const greedy = sealed.slice();
    greedy.set(new TextEncoder().encode(header));
    expect(greedy, 'the control: the work factor was replaced').not.toEqual(sealed);
    const before = performance.now();
    expect(await openBackup(greedy, PASSPHRASE)).toEqual({ ok: false, failure: 'corrupt' });
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

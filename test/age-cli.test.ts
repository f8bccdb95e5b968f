/**
 * The stock age command line opens what SeenOnce stores, and SeenOnce opens what it makes: the promise
 * that no token is locked in.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { armor } from 'age-encryption';
import { openBackup, sealBackup } from '../src/vault/backup';
import { identityOfPasskey, makePasskeySlot } from '../src/vault/passkey';
import { inTerminal } from './support/age';
import { newId, openRecord, sealRecord } from '../src/vault/record';
import { identityToRecipient, makePassphraseSlot, newIdentity, openPassphraseSlot } from '../src/vault/slots';

const PASSPHRASE = 'orbit EXAMPLE candle thirty velvet harbor';
const SECRET = 'EXAMPLE' + 'A'.repeat(33);
const FAST = 12; // scrypt work factor of what is made here: N = 2^12

let folder = '';
let identity = '';
const file = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(file(name), 'utf8');
const bytes = (name: string) => new Uint8Array(readFileSync(file(name)));
const id = newId();

beforeAll(async () => {
  try {
    execFileSync('age', ['--version']);
  } catch {
    throw new Error('These tests need the age command line (https://age-encryption.org): install it.');
  }
  folder = mkdtempSync(join(tmpdir(), 'seenonce-age-'));
  identity = await newIdentity();
  const record = await sealRecord(await identityToRecipient(identity), id, { name: 'upload' }, SECRET);
  writeFileSync(file('identity.txt'), `${identity}\n`);
  writeFileSync(file('record.age'), record);
  writeFileSync(file('armored.age'), armor.encode(record));
  writeFileSync(file('slot.age'), await makePassphraseSlot(identity, PASSPHRASE, FAST));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ageWithPassphrase(args: readonly string[]): Promise<number | null> {
  const command = ['age', ...args].map((word) => `'${word}'`).join(' ');
  return (await inTerminal(command, PASSPHRASE)).code;
}

const age = (...args: readonly string[]) => execFileSync('age', args, { encoding: 'utf8', stdio: 'pipe' });

function readToken(plain: string): { name: unknown; secret: unknown } {
  const [first = '', second = ''] = plain.split('\n');
  return { name: JSON.parse(first).name, secret: JSON.parse(second).secret };
}

const TOKEN = { name: 'upload', secret: SECRET };

describe('the age command line opens', () => {
  test.each(['record.age', 'armored.age'])('%s with the identity', (name) => {
    expect(readToken(age('-d', '-i', file('identity.txt'), file(name)))).toEqual(TOKEN);
  });

  test('no record with another identity: the control', async () => {
    writeFileSync(file('other.txt'), `${await newIdentity()}\n`);
    expect(() => age('-d', '-i', file('other.txt'), file('record.age'))).toThrow(/no identity matched/);
  });

  test('a record with the passphrase slot as its identity file', { timeout: 60_000 }, async () => {
    const out = file('plain.txt');
    const code = await ageWithPassphrase(['-d', '-i', file('slot.age'), '-o', out, file('record.age')]);
    expect(code).toBe(0);
    expect(readToken(text('plain.txt'))).toEqual(TOKEN);
  });

  test("a passkey slot with the passkey's identity, and a record with what is in it", async () => {
    const prf = new Uint8Array(32).fill(0x41);
    writeFileSync(file('passkey.txt'), await identityOfPasskey(prf));
    writeFileSync(file('passkey.age'), await makePasskeySlot(identity, prf));
    age('-d', '-i', file('passkey.txt'), '-o', file('vault.txt'), file('passkey.age'));
    expect(text('vault.txt').trim().split('\n').at(-1)).toBe(identity);
    expect(readToken(age('-d', '-i', file('vault.txt'), file('record.age')))).toEqual(TOKEN);
  });

  test('a backup with its passphrase', { timeout: 60_000 }, async () => {
    const tokens = [{ id, name: 'upload', secret: SECRET }];
    const notes = [{ scope: 'deposit:write', text: 'Only EXAMPLE uploads.' }];
    const backup = { created: '2026-11-25T10:00:00.000Z', contents: [], tokens, notes };
    writeFileSync(file('backup.age'), await sealBackup(backup, PASSPHRASE, FAST));
    expect(await ageWithPassphrase(['-d', '-o', file('backup.txt'), file('backup.age')])).toBe(0);
    expect(
      text('backup.txt')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { format: 'seenonce-backup', v: 1, created: backup.created, contents: [] },
      ...tokens,
      { note: notes[0] },
    ]);
  });
});

describe('SeenOnce opens', () => {
  test('a record that age sealed', async () => {
    const plain = `${JSON.stringify({ v: 1, id, name: 'upload' })}\n${JSON.stringify({ secret: SECRET })}   `;
    writeFileSync(file('by-hand.txt'), plain);
    age('-r', await identityToRecipient(identity), '-o', file('by-age.age'), file('by-hand.txt'));
    const record = await openRecord(identity, id, bytes('by-age.age'));
    expect(record).toMatchObject({ ok: true, metadata: { v: 1, id, name: 'upload' } });
    expect(record.ok && record.secret()).toBe(SECRET);
  });

  test('an identity file of age-keygen that age encrypted', { timeout: 60_000 }, async () => {
    execFileSync('age-keygen', ['-o', file('keygen.txt')], { stdio: 'pipe' });
    const made = text('keygen.txt').trim().split('\n').at(-1);
    expect(await ageWithPassphrase(['-p', '-o', file('keygen.age'), file('keygen.txt')])).toBe(0);
    expect(await openPassphraseSlot(bytes('keygen.age'), PASSPHRASE)).toBe(made);
    expect(await openPassphraseSlot(bytes('keygen.age'), 'wrong'), 'the control').toBeNull();
  });

  test('the same with armor, once that is taken off', { timeout: 60_000 }, async () => {
    expect(await ageWithPassphrase(['-p', '-a', '-o', file('armored-slot.age'), file('identity.txt')])).toBe(
      0,
    );
    const slot = armor.decode(text('armored-slot.age'));
    expect(await openPassphraseSlot(slot, PASSPHRASE)).toBe(identity);
    await expect(
      openPassphraseSlot(bytes('armored-slot.age'), PASSPHRASE),
      'slots are binary',
    ).rejects.toThrow();
  });

  test('a backup that was written by hand and encrypted by age', { timeout: 60_000 }, async () => {
    const token = { id, name: 'upload', secret: SECRET };
    const lines = [{ format: 'seenonce-backup', v: 1 }, token, { note: { scope: 'deposit:write' } }];
    writeFileSync(file('hand.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(await ageWithPassphrase(['-p', '-o', file('hand.age'), file('hand.ndjson')])).toBe(0);
    expect(await openBackup(bytes('hand.age'), PASSPHRASE)).toEqual({
      ok: true,
      created: null,
      tokens: [token],
      notes: [{ scope: 'deposit:write' }],
      damage: null,
    });
  });
});

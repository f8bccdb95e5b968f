/** The stock age command line opens what SeenOnce stores: the promise that no token is locked in. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, sealRecord } from '../src/vault/record';
import { identityToRecipient, makePassphraseSlot, newIdentity } from '../src/vault/slots';

const PASSPHRASE = 'orbit EXAMPLE candle thirty velvet harbor';
const SECRET = 'EXAMPLE' + 'A'.repeat(33);

let folder = '';
let identity = '';
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seenonce-age-'));
  identity = await newIdentity();
  const id = newId();
  const recipient = await identityToRecipient(identity);
  writeFileSync(file('identity.txt'), `${identity}\n`);
  writeFileSync(file('record.age'), await sealRecord(recipient, id, { name: 'upload' }, SECRET));
  writeFileSync(file('slot.age'), await makePassphraseSlot(identity, PASSPHRASE, 12));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs age with a terminal of its own, because it reads passphrases from nowhere else. */
function ageWithPassphrase(args: readonly string[]): Promise<number | null> {
  const command = ['age', ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let asked = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const before = asked;
    asked += chunk.toString();
    if (asked.includes('passphrase') && !before.includes('passphrase')) child.stdin.write(`${PASSPHRASE}\n`);
  });
  return new Promise((resolve) => child.on('close', resolve));
}

function readToken(plain: string): { name: unknown; secret: unknown } {
  const [first = '', second = ''] = plain.split('\n');
  return { name: JSON.parse(first).name, secret: JSON.parse(second).secret };
}

describe('the age command line', () => {
  test('opens a record with the identity', () => {
    const plain = execFileSync('age', ['-d', '-i', file('identity.txt'), file('record.age')], {
      encoding: 'utf8',
    });
    expect(readToken(plain)).toEqual({ name: 'upload', secret: SECRET });
  });

  test('opens a record with the passphrase slot as its identity file', { timeout: 60_000 }, async () => {
    const out = file('plain.txt');
    const code = await ageWithPassphrase(['-d', '-i', file('slot.age'), '-o', out, file('record.age')]);
    expect(code).toBe(0);
    expect(readToken(readFileSync(out, 'utf8'))).toEqual({ name: 'upload', secret: SECRET });
  });
});

/** Our own reading of age's STREAM, held against the published vectors. backup.test.ts damages files. */
import { beforeAll, describe, expect, test } from 'vitest';
import { hashOf, unlocked, vectorNames } from '../../test/support/age-vector';
import { headerLength, salvage } from './salvage';

type Unlocked = Awaited<ReturnType<typeof unlocked>> & { readonly name: string };

const all: Unlocked[] = [];
beforeAll(async () => {
  for (const name of vectorNames) all.push({ name, ...(await unlocked(name)) });
});

function salvaged({ name, file, fileKey }: Unlocked) {
  const header = headerLength(file);
  if (!fileKey || header === null) throw new Error(`${name} gives no key.`);
  return salvage(fileKey, file.subarray(header));
}

describe('salvage', () => {
  test('gives all of every vector that is whole', async () => {
    const whole = all.filter(({ expected }) => expected.expect === 'success');
    expect(whole).toHaveLength(26);
    for (const vector of whole) {
      const { runs, begins, unreadable } = await salvaged(vector);
      const hash = await hashOf(runs[0] ?? new Uint8Array());
      expect({ begins, unreadable, runs: runs.length, hash }, vector.name).toEqual({
        begins: true,
        unreadable: 0,
        runs: 1,
        hash: vector.expected.payload,
      });
    }
  });

  test('misses something in every vector whose payload can be the work of damage', async () => {
    const damaged = all.filter(({ expected }) => expected.expect === 'payload failure');
    expect(damaged).toHaveLength(19);
    const unnoticed: string[] = [];
    for (const vector of damaged) {
      if ((await salvaged(vector)).unreadable === 0) unnoticed.push(vector.name);
    }
    // Only whoever has the key can make these: every chunk is genuine. openBackup counts them as damaged.
    expect(unnoticed).toEqual([
      'stream_last_chunk_empty',
      'stream_two_final_chunks',
      'stream_two_final_chunks_full',
      'stream_two_final_chunks_second',
    ]);
  });

  test('gives nothing with another key, and of nothing', async () => {
    const vector = all.find(({ name }) => name === 'stream_two_chunks');
    if (!vector?.fileKey) throw new Error('This vector is gone.');
    const wrong = vector.fileKey.with(0, (vector.fileKey[0] ?? 0) ^ 1);
    expect(await salvaged({ ...vector, fileKey: wrong })).toEqual({ runs: [], begins: false, unreadable: 2 });
    expect(await salvage(wrong, new Uint8Array())).toEqual({ runs: [], begins: false, unreadable: 1 });
  });
});

import { expect, test, vi } from 'vitest';
import type { BackupNote, BackupToken } from '../../messages/protocol';
import { gather, PART, partsOf, restoreAll } from './parts';

// What parts do with a token does not depend on what it is: its id is enough.
const tokens = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `t${at}` }) as BackupToken);
const notes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    provider: 'github',
    scope: `s${at}`,
    text: 'x',
    at,
  })) as BackupNote[];

test('a backup is cut into parts of at most a hundred tokens and a hundred notes, in order', () => {
  const parts = partsOf(tokens(250), notes(320));
  expect(parts.map((part) => [part.tokens.length, part.notes.length])).toEqual([
    [100, 100],
    [100, 100],
    [50, 100],
    [0, 20],
  ]);
  expect(parts.flatMap((part) => part.tokens.map(({ id }) => id))).toEqual(tokens(250).map(({ id }) => id));
  expect(partsOf([], [])).toEqual([]);
});

const answering = (all: readonly BackupToken[]) =>
  vi.fn(async ({ from, count }: { from: number; count: number }) => ({
    ok: true as const,
    value: { tokens: all.slice(from, from + count), total: all.length },
  }));

test.each([0, 1, 100, 101, 250])('gathers all of %d tokens, each once', async (count) => {
  const ask = answering(tokens(count));
  const progress = vi.fn();
  const gathered = await gather(ask, progress);
  expect(gathered).toEqual({ ok: true, tokens: tokens(count) });
  expect(ask).toHaveBeenCalledTimes(Math.max(1, Math.ceil(count / PART)));
  expect(progress).toHaveBeenLastCalledWith({ done: count, of: count });
});

test('a token that moved to the next part while it was asked for is there once', async () => {
  const all = tokens(150);
  const ask = vi.fn(async ({ from }: { from: number; count: number }) => ({
    ok: true as const,
    value: from === 0 ? { tokens: all.slice(0, 100), total: 150 } : { tokens: all.slice(99), total: 151 },
  }));
  const gathered = await gather(ask, vi.fn());
  expect(gathered.ok && gathered.tokens.length).toBe(150);
});

test('gathering stops with the failure: a backup is whole or is not made', async () => {
  const ask = vi.fn(async () => ({ ok: false as const, failure: 'locked' as const }));
  expect(await gather(ask, vi.fn())).toEqual({ ok: false, failure: 'locked' });
});

test('what came of the parts is added up', async () => {
  const ask = vi.fn(async () => ({
    ok: true as const,
    value: { added: 90, known: 9, refused: ['t7'] },
  }));
  const progress = vi.fn();
  const sum = await restoreAll(partsOf(tokens(200), []), ask, progress);
  expect(sum).toEqual({ added: 180, known: 18, refused: ['t7', 't7'], stopped: null });
  expect(progress).toHaveBeenLastCalledWith({ done: 100, of: 200 });
});

test('a failure on the way says how far it came, and keeps what was added', async () => {
  const ask = vi
    .fn<Parameters<typeof restoreAll>[1]>()
    .mockResolvedValueOnce({ ok: true, value: { added: 100, known: 0, refused: [] } })
    .mockResolvedValueOnce({ ok: false, failure: 'busy' });
  const sum = await restoreAll(partsOf(tokens(300), []), ask, vi.fn());
  expect(sum).toEqual({ added: 100, known: 0, refused: [], stopped: { done: 100, failure: 'busy' } });
  expect(ask).toHaveBeenCalledTimes(2);
});

test('one that is no token keeps no other from being restored', async () => {
  const strange = new Set(['t7', 't150']);
  const ask = vi.fn<Parameters<typeof restoreAll>[1]>(async (part) => {
    if (part.tokens.some(({ id }) => strange.has(id)) || part.notes.some(({ scope }) => scope === 's3'))
      return { ok: false, failure: 'refused' };
    return { ok: true, value: { added: part.tokens.length, known: 0, refused: [] } };
  });
  const sum = await restoreAll(partsOf(tokens(200), notes(9)), ask, vi.fn());
  expect(sum).toEqual({ added: 198, known: 0, refused: ['t7', 't150'], stopped: null });
});

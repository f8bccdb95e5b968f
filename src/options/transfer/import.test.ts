import '../../../test/support/texts';
import { beforeEach, expect, test, vi } from 'vitest';
import { madeTokens } from '../../../test/support/made-tokens';
import type { BackupToken } from '../../messages/protocol';
import { LARGEST } from '../../transfer/file';
import type { Candidate } from '../../transfer/recognise';
import { importTokens, previewOf } from './import';

const send = vi.hoisted(() =>
  vi.fn<(name: string, ask: { tokens: BackupToken[] } | null) => Promise<unknown>>(),
);
vi.mock('../../browser', () => ({ send }));

const NOW = new Date('2026-11-27T12:00:00.000Z');
const candidates = (count: number): Candidate[] =>
  madeTokens(count, '2020-01-01T00:00:00.000Z').map((token, at) => ({
    line: at + 1,
    title: '',
    doubt: null,
    token,
  }));
const sent = () => send.mock.calls.map(([, ask]) => ask?.tokens ?? []);
const allAdded = async (_: string, ask: { tokens: BackupToken[] } | null) => ({
  ok: true,
  value: { added: ask?.tokens.length ?? 0, known: 0, refused: [] },
});

beforeEach(() => send.mockReset());

test('goes in hundreds, each under a new id, and saved now: no backup has it yet', async () => {
  send.mockImplementation(allAdded);
  const imported = await importTokens(candidates(250), NOW, vi.fn());
  expect(imported).toEqual({ words: '250 tokens were added.', stopped: null, refused: null });
  expect(sent().map((part) => part.length)).toEqual([100, 100, 50]);
  const tokens = sent().flat();
  expect(new Set(tokens.map(({ id }) => id)).size).toBe(250);
  expect(tokens.every(({ id, savedAt }) => /^[\w-]{22}$/.test(id) && savedAt === NOW.toISOString())).toBe(
    true,
  );
});

test('the vault is locked after the first hundred: what is here is said, and how to go on', async () => {
  send.mockImplementationOnce(allAdded).mockResolvedValue({ ok: false, failure: 'locked' });
  const { words, stopped } = await importTokens(candidates(250), NOW, vi.fn());
  expect(words).toBe('100 tokens were added.');
  expect(stopped).toMatch(
    /^The vault is locked\. 100 of 250 were looked at before.*nothing is added twice\.$/,
  );
  expect(send).toHaveBeenCalledTimes(2);
});

test('a file that is too large is not read into memory, and one that is gone is told', async () => {
  const large = new File([], 'x.env');
  const read = vi.spyOn(large, 'arrayBuffer');
  Object.defineProperty(large, 'size', { value: LARGEST + 1 });
  expect(await previewOf(large, NOW)).toEqual({ ok: false, problem: { line: null, flaw: 'too_large' } });
  expect(read).not.toHaveBeenCalled();
  const gone = new File(['A=1'], 'x.env');
  vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
  expect(await previewOf(gone, NOW)).toEqual({ ok: false, problem: { line: null, flaw: 'no_file' } });
});

test('somebody’s own servers are known', async () => {
  send.mockResolvedValue({ ok: true, value: { servers: { 'https://data.example.edu': 'zenodo' }, off: [] } });
  const file = new File([`name,url,password\nx,https://data.example.edu,${'z'.repeat(60)}\n`], 'x.csv');
  const preview = await previewOf(file, NOW);
  expect(preview.ok && preview.candidates.map(({ token }) => token?.provider)).toEqual(['zenodo']);
});

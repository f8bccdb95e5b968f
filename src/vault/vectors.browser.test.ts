/** All published vectors of the age format where we use it: in a page of a real browser, and in a worker. */
import { describe, expect, test } from 'vitest';
import { judge, vectorNames, VECTORS, type Verdict } from '../../test/support/age-vector';

/** Names with what came of them, so that a failure tells which vector it is. */
const named = (verdicts: readonly Verdict[], which: 'expected' | 'got') =>
  verdicts.map((verdict) => [verdict.name, verdict[which]]);

function inWorker(): Promise<readonly Verdict[]> {
  const url = new URL('../../test/support/age-vector.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  return new Promise<readonly Verdict[]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Verdict[] | string>) =>
      typeof data === 'string' ? reject(new Error(data)) : resolve(data),
    );
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(null);
  }).finally(() => worker.terminate());
}

describe('the vectors', () => {
  test.each([
    ['a page', () => Promise.all(vectorNames.map((name) => judge(name)))],
    ['a worker', inWorker],
  ])('in %s', { timeout: 60_000 }, async (_, run) => {
    const verdicts = await run();
    expect(verdicts).toHaveLength(VECTORS);
    expect(named(verdicts, 'got')).toEqual(named(verdicts, 'expected'));
  });
});

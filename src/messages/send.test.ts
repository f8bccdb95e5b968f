import { expect, test, vi } from 'vitest';
import { sender } from './send';

const there = () => true;
const gone = () => false;
const closed = new Error('The message channel closed.');

test.each([1, 2, 3])('asks again when the worker was stopped in flight %i times', async (times) => {
  const sendMessage = vi.fn();
  for (let n = 0; n < times; n += 1) sendMessage.mockRejectedValueOnce(closed);
  sendMessage.mockResolvedValueOnce({ ok: true, value: null });
  expect(await sender(sendMessage, there)('ui:lock', null)).toEqual({ ok: true, value: null });
  expect(sendMessage).toHaveBeenCalledWith({ name: 'ui:lock', ask: null });
});

test('an extension that is there and never answers is not said to be gone', async () => {
  const sendMessage = vi.fn().mockRejectedValue(closed);
  expect(await sender(sendMessage, there)('ui:lock', null)).toEqual({ ok: false, failure: 'storage' });
  expect(sendMessage).toHaveBeenCalledTimes(4);
});

test('says "gone", and does not reject, when the extension is gone', async () => {
  const invalidated = vi.fn().mockRejectedValue(new Error('Extension context invalidated.'));
  expect(await sender(invalidated, gone)('ui:lock', null)).toEqual({ ok: false, failure: 'gone' });
  expect(invalidated).toHaveBeenCalledTimes(2);
  const silent = vi.fn().mockResolvedValue(undefined);
  expect(await sender(silent, gone)('ui:lock', null)).toEqual({ ok: false, failure: 'gone' });
});

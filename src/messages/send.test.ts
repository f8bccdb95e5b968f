import { expect, test, vi } from 'vitest';
import { sender } from './send';

test('asks once more when the worker stopped in flight', async () => {
  const sendMessage = vi
    .fn()
    .mockRejectedValueOnce(new Error('closed'))
    .mockResolvedValueOnce({ ok: true, value: null });
  expect(await sender(sendMessage)('ui:lock', null)).toEqual({ ok: true, value: null });
  expect(sendMessage).toHaveBeenCalledWith({ name: 'ui:lock', ask: null });
});

test('says "gone", and does not reject, when the extension is gone', async () => {
  const invalidated = vi.fn().mockRejectedValue(new Error('Extension context invalidated.'));
  expect(await sender(invalidated)('ui:lock', null)).toEqual({ ok: false, failure: 'gone' });
  expect(invalidated).toHaveBeenCalledTimes(2);
  const silent = vi.fn().mockResolvedValue(undefined);
  expect(await sender(silent)('ui:lock', null)).toEqual({ ok: false, failure: 'gone' });
});

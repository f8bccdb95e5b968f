import { vi } from 'vitest';

/** Waits until a check holds, for 10 s at most: vitest's own second is short on a machine that others use too. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 10_000 });

/** What a provider's API answered, for tests of how it is read. */
import type { Answered, TokenPlace } from '../../src/providers/provider';

export function answered(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answered {
  const all = new Headers(headers);
  return { status, body, header: (name) => all.get(name) };
}

export function placeOf(origin: string, kind = 'personal'): TokenPlace {
  return { kind, origin, account: null, manageId: null };
}

import type { Sites } from './protocol';

/**
 * Whether SeenOnce looks at pages of an origin. A provider that is switched off is so on its built-in
 * hosts; a server of somebody's own has a switch of its own.
 */
export function isWatched({ servers, off }: Sites, origin: string, provider: string): boolean {
  return !off.includes(origin) && (Object.hasOwn(servers, origin) || !off.includes(provider));
}

/** Which software a page comes from: for people's own servers, whose host name does not tell. */
import type { Page, Recognises } from './provider';

/** By provider. */
export const recognisers: ReadonlyMap<string, Recognises> = new Map(
  Object.entries(import.meta.glob<Recognises>('./*/recognise.ts', { eager: true, import: 'recognises' })).map(
    ([path, recognises]) => [path.split('/')[1] ?? '', recognises],
  ),
);

/** The provider's id, or `null` if the page does not tell (or tells of two). */
export function recognise(page: Page): string | null {
  const [found, ...others] = [...recognisers].filter(([, recognises]) => recognises(page));
  return found && others.length === 0 ? found[0] : null;
}

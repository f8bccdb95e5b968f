/** Which software a page comes from: for people's own servers, whose host name does not tell. */
import type { Detector, Page } from './provider';

const detectors = Object.values(
  import.meta.glob<{ detector: Detector }>('./*/detect.ts', { eager: true }),
).map(({ detector }) => detector);

/** The provider's id, or `null` if the page does not tell (or tells of two). */
export function recognise(page: Page): string | null {
  const [found, ...others] = detectors.filter((detector) => detector.recognises?.(page));
  return found && others.length === 0 ? found.id : null;
}

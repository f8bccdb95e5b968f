/** How a Speckle server is told: for the options page, and no page of a provider pays for it. */
import type { Page } from '../provider';

/** Its one root element, and the end of every page's title. */
export function recognises({ document }: Page): boolean {
  return document.getElementById('speckle') !== null && /(?:^|\| )Speckle$/.test(document.title.trim());
}

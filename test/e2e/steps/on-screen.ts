/** What a provider's page shows. */
import type { Tab } from '../../support/driver';

/** Beside every dialog, and beside the prompt; CSS px. */
export const BESIDE = [8, 740] as const;

/** While Speckle's create dialog fades out, Headless UI lets no key and no press close the next one. */
export const AT_REST = `document.querySelectorAll('[role=dialog]').length <= 1 && document.getAnimations().length === 0`;

/** Is the value anywhere in the page, as text, attribute or property? `null`: the page is being left. */
export function shows(page: Tab, secret: string): Promise<boolean | null> {
  const script = `[document.documentElement.outerHTML, ...[...document.querySelectorAll('input')].map(({ value }) => value)]
    .some((text) => text.includes(${JSON.stringify(secret)}))`;
  return page.run<boolean>(script).catch(() => null);
}

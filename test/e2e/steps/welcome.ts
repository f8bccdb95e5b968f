/** The welcome page, which opens when SeenOnce is installed. */
import type { BrowserDriver } from '../../support/driver';

/** Closes it, once it is there: a moment after SeenOnce was installed. */
export const closeWelcome = async (browser: BrowserDriver): Promise<void> =>
  (await browser.tabAt('welcome.html')).close();

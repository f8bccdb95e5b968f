/** People's own servers, added as they do it. */
import type { Tab } from '../../support/driver';

/** Fills the form of the options page and sends it; the origin's permission is to be allowed before. */
export async function addServer(options: Tab, address: string, kind = 'Find out by itself'): Promise<void> {
  await options.front();
  await options.type('textbox', 'Address of your server', address);
  await options.choose('It runs', kind);
  await options.click('button', 'Add server');
}

/** Code of the tests in pages that no test is bundled into. */
import { bundled } from '../../scripts/bundled.mjs';

/**
 * A script that puts the exports of a module into a global of the page.
 * @param file beside this one, as `every-layout.ts`
 * @param name of the global
 */
export async function inPage(file: string, name: string): Promise<string> {
  return `${await bundled(`test/support/${file}`, name)}; globalThis.${name} ??= ${name};`;
}

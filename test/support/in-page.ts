/** Code of the tests in pages that no test is bundled into. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * A script that puts the exports of a module into a global of the page.
 * @param file beside this one, as `./every-layout.ts`
 * @param name of the global
 */
export async function inPage(file: string, name: string): Promise<string> {
  const entry = fileURLToPath(new URL(file, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, lib: { entry, name, formats: ['iife'] } },
  });
  const [result] = [built].flat();
  const chunk = result && 'output' in result ? result.output[0] : null;
  if (!chunk) throw new Error(`${file} gives no script.`);
  return `${chunk.code}; globalThis.${name} ??= ${name};`;
}

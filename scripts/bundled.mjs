/** Code of the tests as one file, for where nothing is bundled into: pages of the extension, and workers that start often. */
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const NAME = 'virtual:bundled-worker/';

/**
 * @param {string} file its path in the repository
 * @param {string} [name] a global that gets its exports; absent: it is a module
 * @returns {Promise<string>} the code of the file and of all that it imports
 */
export async function bundled(file, name) {
  const entry = join(ROOT, file);
  const asModule = { rolldownOptions: { input: entry, output: { codeSplitting: false } } };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      modulePreload: false,
      ...(name === undefined ? asModule : { lib: { entry, name, formats: ['iife'] } }),
    },
  });
  return [built].flat()[0].output[0].code;
}

/**
 * Gives `import code from 'virtual:bundled-worker/test/some.worker.ts'`: the worker's whole code as a text.
 * Unbundled, Vite's server hands it over module by module, and a worker that is started some hundred times
 * loads more than a hundred modules each time.
 */
export function bundledWorkers() {
  return {
    name: 'seenonce:bundled-workers',
    resolveId: (source) => (source.startsWith(NAME) ? `\0${source}` : null),
    async load(id) {
      if (!id.startsWith(`\0${NAME}`)) return null;
      return `export default ${JSON.stringify(await bundled(id.slice(NAME.length + 1)))};`;
    },
  };
}

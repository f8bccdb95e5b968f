/**
 * A worker of the tests as one file. Unbundled, Vite's server hands it over module by module, and a worker
 * that is started some hundred times loads more than a hundred modules each time.
 */
import { join } from 'node:path';
import { build } from 'vite';

const NAME = 'virtual:bundled-worker/';
const ROOT = join(import.meta.dirname, '..');

/** Gives `import code from 'virtual:bundled-worker/test/some.worker.ts'`: the worker's whole code as a text. */
export function bundledWorkers() {
  return {
    name: 'seenonce:bundled-workers',
    resolveId: (source) => (source.startsWith(NAME) ? `\0${source}` : null),
    async load(id) {
      if (!id.startsWith(`\0${NAME}`)) return null;
      const entry = join(ROOT, id.slice(NAME.length + 1));
      return `export default ${JSON.stringify(await bundle(entry))};`;
    },
  };
}

/** @returns the code of a module and of all that it imports, as one module */
async function bundle(entry) {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  return [output].flat()[0].output[0].code;
}

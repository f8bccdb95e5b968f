/**
 * A worker of the tests as one file. Unbundled, Vite's server hands it over module by module, and a worker
 * that is started some hundred times loads more than a hundred modules each time.
 */
import { dirname, join } from 'node:path';
import { build } from 'vite';

const SUFFIX = '?bundled-worker';
const MARK = '\0bundled-worker:';

/** Gives `import code from './some.worker.ts?bundled-worker'`: the worker's whole code as a text. */
export function bundledWorkers() {
  return {
    name: 'seenonce:bundled-workers',
    enforce: /** @type {const} */ ('pre'),
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || !importer) return null;
      return MARK + join(dirname(importer.split('?')[0]), source.slice(0, -SUFFIX.length));
    },
    async load(id) {
      if (!id.startsWith(MARK)) return null;
      return `export default ${JSON.stringify(await bundle(id.slice(MARK.length)))};`;
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

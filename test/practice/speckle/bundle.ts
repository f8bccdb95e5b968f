/** Makes one script of the application, in memory. */
import { join } from 'node:path';
import { build } from 'vite';

let bundled: Promise<string> | null = null;

/** The script of Speckle's practice pages. Made once: every practice server of a process serves the same. */
export function script(): Promise<string> {
  return (bundled ??= bundle());
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: {
      // Said outright, since a test run's own NODE_ENV is "test".
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'application.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const chunk = outputs.find((each) => each.type === 'chunk');
  if (!chunk) throw new Error("Vite made no script of Speckle's practice pages.");
  return chunk.code;
}

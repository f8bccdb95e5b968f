/** `npm run bench`: what SeenOnce costs a page, beside the same browser without it. */
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: false });

const { build } = await import('./build.mjs');
const { runnerImport } = await import('vite');

await build('chromium');
const { module } = await runnerImport('./test/bench/bench.ts', { configFile: false, logLevel: 'error' });
await module.bench();

/** `npm run crash`: the browser is killed 100 times, each time the moment it said "Saved". */
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: false });

const { build } = await import('./build.mjs');
const { runnerImport } = await import('vite');

await build('chromium');
const { module } = await runnerImport('./test/crash/crash.ts', { configFile: false, logLevel: 'error' });
const good = await module.report(Number(process.argv[2] ?? 100));
process.exit(good ? 0 : 1);

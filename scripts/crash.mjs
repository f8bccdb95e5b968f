/** `npm run crash [rounds] [chromium|firefox]`: the browser is killed 100 times, each time the moment it said "Saved". */
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: process.argv.includes('firefox') });

const { build } = await import('./build.mjs');
const { runnerImport } = await import('vite');

const [rounds = '100', name = 'chromium'] = process.argv.slice(2);
await build(name);
const { module } = await runnerImport('./test/crash/crash.ts', { configFile: false, logLevel: 'error' });
const good = await module.report(Number(rounds), name);
process.exit(good ? 0 : 1);

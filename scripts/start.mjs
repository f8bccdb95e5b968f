/** `npm start`: installs what is missing, builds, and runs the main job on the practice sites. */
import { hasDisplay } from './display.mjs';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: false });

const { build } = await import('./build.mjs');
const { runnerImport } = await import('vite');

console.log('Building SeenOnce.');
await build('chromium');
const { module } = await runnerImport('./test/practice/play.ts', { configFile: false, logLevel: 'error' });
await (hasDisplay && !process.argv.includes('--headless') ? module.show() : module.play());

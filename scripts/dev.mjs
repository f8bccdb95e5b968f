/**
 * `npm run dev`: builds dist/chromium, loads it into a browser of its own on the practice sites, and does both
 * again after each change. `-- --headless`: without a window.
 */
import { hasDisplay } from './display.mjs';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: false });

const { runnerImport } = await import('vite');
const { module } = await runnerImport('./test/practice/dev.ts', { configFile: false, logLevel: 'error' });
await module.dev({ headless: !hasDisplay || process.argv.includes('--headless') });

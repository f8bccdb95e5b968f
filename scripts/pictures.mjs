/** `npm run pictures`: the stores' pictures, from a real run on the practice sites. */
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: false });

const { build } = await import('./build.mjs');
const { runnerImport } = await import('vite');

await build('chromium');
const { module } = await runnerImport('./test/practice/pictures.ts', {
  configFile: false,
  logLevel: 'error',
});
await module.takePictures();

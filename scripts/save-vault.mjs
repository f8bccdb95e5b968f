/** `npm run save-vault`: writes a vault as this version stores it to `test/vaults/<version>.json`, for all later ones to open. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: false });

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = join(root, 'test/vaults', `${version}.json`);
if (existsSync(file) && !process.argv.includes('--force')) {
  console.error(
    `${version} has been written. What a released version stored does not change: raise the version first.`,
  );
  process.exit(1);
}

const { build } = await import('./build.mjs');
const { runnerImport } = await import('vite');

await build('chromium');
const { module } = await runnerImport('./test/vaults/save-vault.ts', {
  configFile: false,
  logLevel: 'error',
});
await module.saveVault(file, version);
console.log(`Written: test/vaults/${version}.json`);

/** `npm run save-vault`: keeps a vault as this version writes it, for every later version to open. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };
import { installWhatIsMissing } from './install.mjs';

const root = join(import.meta.dirname, '..');
const file = join(root, 'test', 'vaults', `${packageJson.version}.json`);
const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } });

if (existsSync(file) && !values.force) {
  console.error(
    `${relative(root, file)} exists. A released vault is never written anew; before the release, --force does it.`,
  );
  process.exit(1);
}

installWhatIsMissing({ tests: true });

const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

function run(name, ...args) {
  const { status } = spawnSync(bin(name), args, {
    cwd: root,
    env: { ...process.env, SEENONCE_SAVE_VAULT: 'true', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
}

run('vitest', 'run', '--project', 'save-vault');
run('oxfmt', relative(root, file));
console.log(`Written: ${relative(root, file)}`);

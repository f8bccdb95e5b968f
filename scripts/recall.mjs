/** `npm run recall`: every page of every provider and 200 variations of each, in a real browser. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installWhatIsMissing } from './install.mjs';

// The configuration imports without file extensions, as the bundler resolves them everywhere else.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
installWhatIsMissing({ tests: false });

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'browser', 'test/recall'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, VITE_RECALL_VARIATIONS: process.argv[2] ?? '200' },
});
process.exit(status ?? 1);

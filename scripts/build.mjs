/** `npm run build`: writes dist/chromium and dist/firefox. */
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

// The providers are imported without file extensions, as the bundler resolves them everywhere else.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';

// Vite would build with what the environment names, and a package that depends on that is nobody else's.
process.env.NODE_ENV = 'production';

export const TARGETS = ['chromium', 'firefox'];

/** Builds one target (`chromium` or `firefox`) into `dist/<target>`; rejects with Vite's error. */
export async function build(target) {
  await viteBuild({ root: fileURLToPath(new URL('..', import.meta.url)), mode: target, logLevel: 'warn' });
}

/** What is wrong with the source, each with its file and line. crxjs puts the bundler's errors into one of its own. */
export function faultsOf(error) {
  return error.errors?.length > 0 ? error.errors.flatMap(faultsOf) : [error.message];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const targets = process.argv.slice(2);
  try {
    for (const target of targets.length > 0 ? targets : TARGETS) await build(target);
  } catch (error) {
    console.error(`\nThe build failed.\n\n${faultsOf(error).join('\n')}`);
    process.exit(1);
  }
}

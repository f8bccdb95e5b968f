#!/usr/bin/env bash
# Vite 8.3.8: a script that resolves a configuration, and that the configuration imports, is evaluated a second
# time, and its guard "am I the script that was started?" is true there as well.
#
# What one would expect: the script is loaded already, so the configuration gets the module that runs, as every
# `import` in Node does; or, where Vite bundles the configuration, a guard by `import.meta.url` is false, since
# the bundle is another file. What happens, with each of the three loaders (bundle, runner, native): the module
# is evaluated anew, with the original file's `import.meta.url`, so the guard is true. A build script that is
# guarded like that, and shares one constant with the configuration, begins its work anew inside of itself.
# Here the script does it once and no more.
# Seen with Node.js 20.20 on Debian 12, November 2026. Fails if this changes.
set -euo pipefail
readonly VITE=8.3.8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund "vite@$VITE"

cat > main.mjs <<'CODE'
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'vite';

const isMain = process.argv[1] === fileURLToPath(import.meta.url);
console.log(`evaluated, and is the main module: ${isMain}`);
if (isMain && !globalThis.begun) {
  globalThis.begun = true;
  const configLoader = process.argv[2];
  await resolveConfig({ root: import.meta.dirname, configFile: 'vite.config.mjs', configLoader }, 'build');
}
CODE
echo "import './main.mjs'; export default {};" > vite.config.mjs

echo "Vite $VITE, Node.js $(node --version)"
for loader in bundle runner native; do
  seen=$(node "$folder/main.mjs" "$loader" | grep -c '^evaluated, and is the main module: true$')
  echo "$loader: evaluated $seen times, each time as the main module"
  [ "$seen" -eq 2 ] || { echo "This has changed: it was 2."; exit 1; }
done

#!/usr/bin/env bash
# Firefox ESR 153.8: an extension that is installed for good, and whose browser is killed within about a second
# of that, is listed as active at the next start, and does not run: no policy, no background, no content script.
#
# What one would expect: the installation was reported as complete, so the extension runs after a crash; or it was
# lost, and then it is not listed. What happens: the list of add-ons (extensions.json) has it by then, and the file
# that says what is to be started (addonStartup.json.lz4, written about 1.5 s after a change) has not. The next
# start believes both: AddonManager says `isActive`, and WebExtensionPolicy.getByID gives null, for as long as that
# browser runs. The control is the same browser killed three seconds after the installation.
# Seen with Debian's firefox-esr on Debian 12, November 2026. Fails if this changes.
set -euo pipefail
readonly VERSION='153.8.0esr-1~deb12u1'
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download --quiet=2 "firefox-esr=$VERSION"
dpkg -x firefox-esr_*.deb .

mkdir extension
cat > extension/manifest.json <<'CODE'
{
  "manifest_version": 3, "name": "EXAMPLE", "version": "1",
  "background": { "scripts": ["background.js"] },
  "browser_specific_settings": { "gecko": { "id": "example@example.invalid" } }
}
CODE
echo "browser.runtime.onMessage.addListener(() => undefined);" > extension/background.js
python3 -c "import shutil; shutil.make_archive('example', 'zip', 'extension')"
mv example.zip example.xpi

# Marionette, Firefox's own remote protocol: "length:JSON" over a socket.
cat > see.mjs <<'CODE'
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';

const [, , firefox, xpi, profile, killedAfter] = process.argv;
const PREFERENCES = { 'marionette.port': 0, 'xpinstall.signatures.required': false, 'extensions.autoDisableScopes': 0 };
mkdirSync(profile);
writeFileSync(join(profile, 'user.js'),
  Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${value});`).join('\n'));

async function start() {
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const args = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile];
  const browser = spawn(firefox, args, { stdio: 'ignore', detached: true });
  while (!(existsSync(portFile) && Number(readFileSync(portFile, 'utf8')) > 0)) await later(50);
  const socket = connect(Number(readFileSync(portFile, 'utf8')), '127.0.0.1');
  const waiting = new Map();
  let text = '', last = 0;
  socket.setEncoding('utf8').on('error', () => undefined).on('data', (data) => {
    text += data;
    for (let found = /^(\d+):/.exec(text); found; found = /^(\d+):/.exec(text)) {
      const from = found[0].length, to = from + Number(found[1]);
      if (text.length < to) return;
      const message = JSON.parse(text.slice(from, to));
      text = text.slice(to);
      if (Array.isArray(message)) waiting.get(message[1])?.(message);
    }
  });
  const command = (name, parameters = {}) => new Promise((resolve, reject) => {
    const id = (last += 1);
    waiting.set(id, ([, , error, value]) => (error ? reject(new Error(error.message)) : resolve(value)));
    const json = JSON.stringify([0, id, name, parameters]);
    socket.write(`${json.length}:${json}`);
  });
  await command('WebDriver:NewSession', {});
  await command('Marionette:SetContext', { value: 'chrome' });
  const kill = async () => {
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    process.kill(-browser.pid, 'SIGKILL');
    await ended;
    socket.destroy();
  };
  return { command, kill };
}

const STATE = `return (async () => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID('example@example.invalid');
  return [addon?.isActive ?? null, WebExtensionPolicy.getByID('example@example.invalid')?.active ?? null];
})();`;

const first = await start();
await first.command('Addon:Install', { path: xpi, temporary: false });
await later(Number(killedAfter));
await first.kill();
const second = await start();
await later(5_000);
const { value } = await second.command('WebDriver:ExecuteScript', { script: STATE, args: [] });
await second.kill();
console.log(`listed as active: ${value[0]}, runs: ${value[1] === true}`);
CODE

echo "firefox-esr $VERSION, Node.js $(node --version)"
see() { node see.mjs "$folder/usr/lib/firefox-esr/firefox-esr" "$folder/example.xpi" "$folder/profile-$1" "$1"; }
at_once=$(see 0)
later=$(see 3000)
echo "killed at once after the installation: $at_once"
echo "killed three seconds after it:         $later"
[ "$at_once" = 'listed as active: true, runs: false' ] || { echo 'This has changed: it was listed and did not run.'; exit 1; }
[ "$later" = 'listed as active: true, runs: true' ] || { echo 'The control has changed.'; exit 1; }

/** Finds a browser of the Chromium family that is installed already. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const PLACES = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
    const base = process.env[variable];
    const programs = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    return base
      ? [...programs, 'Microsoft\\Edge\\Application\\msedge.exe'].map((file) => join(base, file))
      : [];
  }),
};

/** The path of Chromium, Chrome or Edge, or `null`. SEENONCE_BROWSER names another one. */
export function findBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const asked = process.env.SEENONCE_BROWSER;
  const candidates = asked ? [asked] : [...(PLACES[process.platform] ?? []), ...onPath];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Finds the browsers that are installed already. */
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

/** Only these let their user install what no store has signed: Firefox itself does not. */
const FIREFOX_NAMES = ['firefox-esr', 'firefox-developer-edition', 'firefox-nightly'];
const FIREFOX_PLACES = {
  darwin: [
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    '/Applications/Firefox Nightly.app/Contents/MacOS/firefox',
  ],
  win32: ['Firefox Developer Edition', 'Firefox Nightly'].map((name) =>
    join(process.env.ProgramFiles ?? '', name, 'firefox.exe'),
  ),
};

function firstThatIsThere(asked, places, names) {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = asked ? [asked] : [...(places[process.platform] ?? []), ...onPath];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** The path of Chromium, Chrome or Edge, or `null`. SEENONCE_BROWSER names another one. */
export function findBrowser() {
  return firstThatIsThere(process.env.SEENONCE_BROWSER, PLACES, NAMES);
}

/** The path of Firefox ESR, Developer Edition or Nightly, or `null`. SEENONCE_FIREFOX names another one. */
export function findFirefox() {
  return firstThatIsThere(process.env.SEENONCE_FIREFOX, FIREFOX_PLACES, FIREFOX_NAMES);
}

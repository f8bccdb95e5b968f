import './scripts/map-group-by.mjs';
import { fileURLToPath } from 'node:url';
import { crx, type CrxPlugin, type ManifestV3Export } from '@crxjs/vite-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };
import { bundledWorkers } from './scripts/bundled.mjs';
import { findBrowser } from './scripts/find-browser.mjs';
import { collectModules, licences } from './scripts/licences.mjs';
import { providers } from './src/providers/index';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** One self-contained script per provider: a page gets its own provider's detector and no other. */
const contentScript = (id: string) => `src/providers/${id}/${id}.content.ts`;
const BACKGROUND = 'src/background/background.ts';
/** Pages that the manifest does not name. */
const PAGES = ['src/welcome/welcome.html', 'src/welcome/practice.html', 'src/save/save.html'];

/** Opens a document that may clear the clipboard; Firefox's event page is one, and does not know the permission. */
const CHROMIUM_ALONE = ['offscreen'];
const CLEARING_PAGE = 'src/clipboard/offscreen.html';

const contentScripts = providers.map(({ id }) => contentScript(id));

/**
 * manifest.json with what stands elsewhere: the version, and the content scripts, which run where the
 * providers are.
 */
function manifestFor(target: string): ManifestV3Export {
  const scripts = providers.map(({ id, matches }) => ({
    js: [contentScript(id)],
    matches: [...matches],
    run_at: 'document_start',
  }));
  const shared = { ...manifest, version: packageJson.version, content_scripts: scripts };
  if (target !== 'firefox') return shared;
  const { minimum_chrome_version: _, permissions, ...rest } = shared;
  return {
    ...rest,
    permissions: permissions.filter((each) => !CHROMIUM_ALONE.includes(each)),
    background: { scripts: [BACKGROUND], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'seenonce@seenonce.invalid',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

/**
 * Left to itself the bundler makes a file of what each set of pages shares, sixteen for the popup, and
 * opening it waits for all of them. Two have it all: what the background needs too, and what only pages do.
 */
const CHUNKS = [
  {
    name: 'shared',
    test: /src\/(browser|messages|providers|text|tokens)\b|node_modules\/(@scure\/base|valibot|webextension-polyfill)|preload-helper/,
  },
  { name: 'pages', test: /src\/ui\/.*\.tsx?$|node_modules\/preact/ },
];

/** No page may probe for the extension: nothing of it is reachable from the web. */
const withoutWebAccess: CrxPlugin = {
  name: 'seenonce:no-web-accessible-resources',
  renderCrxManifest(built) {
    delete built.web_accessible_resources;
    return built;
  },
};

/** A scenario runs once in each browser; what is in the other one's folder needs what only that has. */
function endToEnd(browser: 'chromium' | 'firefox', other: string) {
  return {
    extends: true as const,
    test: {
      name: `e2e-${browser}`,
      include: ['test/e2e/**/*.e2e.test.ts'],
      exclude: [`test/e2e/${other}/**`],
      // Read by test/e2e/stage.ts.
      env: { SEENONCE_E2E: browser },
      globalSetup: browser === 'firefox' ? [path('test/support/firefox-ready.ts')] : [],
      // A worker keeps what it has loaded; each file sets up its own sites and browser.
      isolate: false,
      testTimeout: 300_000,
      hookTimeout: 300_000,
    },
  };
}

/** Tests of what needs a browser's own storage or pages, without the built extension. */
const inBrowser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      chromiumSandbox: process.getuid?.() !== 0,
    },
  }),
  instances: [{ browser: 'chromium' as const }],
};

const saveVault = {
  extends: true as const,
  test: { name: 'save-vault', include: ['test/vaults/save.browser.ts'], browser: inBrowser },
};

/** What the workers' own builds bundled, for the list of licences. */
const workerModules = new Set<string>();

export default defineConfig(({ mode }) => ({
  plugins:
    mode === 'test'
      ? [bundledWorkers()]
      : [
          crx({
            manifest: manifestFor(mode),
            browser: mode === 'firefox' ? 'firefox' : 'chrome',
            contentScripts: {
              standaloneFiles: contentScripts,
              injectCss: false,
            },
          }),
          withoutWebAccess,
          licences({ contentScripts, workerModules }),
        ],
  worker: { plugins: () => [collectModules(workerModules)] },
  build: {
    outDir: `dist/${mode}`,
    emptyOutDir: true,
    target: ['chrome123', 'firefox128'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [...PAGES, ...(mode === 'firefox' ? [] : [CLEARING_PAGE])].map(path),
      output: { codeSplitting: { groups: CHUNKS } },
    },
  },
  test: {
    setupFiles: [path('test/support/texts.ts')],
    // vitest's own five seconds are short for what computes, on a machine that others use too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,test,scripts}/**/*.test.ts'],
          exclude: ['**/*.{browser,e2e}.test.ts'],
        },
      },
      {
        extends: true,
        // Only a worker imports the first, and JSX the others: found in the middle of a run, they would reload the page under test.
        optimizeDeps: {
          include: [
            '@noble/ciphers/chacha.js',
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/test-utils',
          ],
        },
        test: {
          name: 'browser',
          include: ['{src,test}/**/*.browser.test.{ts,tsx}'],
          browser: inBrowser,
        },
      },
      // It writes into the repository: only where it is asked for, by scripts/save-vault.mjs.
      ...(process.env.SEENONCE_SAVE_VAULT ? [saveVault] : []),
      endToEnd('chromium', 'firefox'),
      endToEnd('firefox', 'chromium'),
    ],
  },
}));

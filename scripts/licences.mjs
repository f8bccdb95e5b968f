/**
 * The licences of what a build contains of other people's packages. The list follows from the modules that
 * were bundled, not from package.json: a package that comes by another one is on it, an unused one is not.
 */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { build, normalizePath } from 'vite';

export const LICENCE_LIST = 'THIRD-PARTY-LICENSES.txt';

/** What bundlers add of their own, by the names that they give to it. */
const ADDED_BY = { '\0vite/': 'vite', '\0rolldown/': 'rolldown' };
/** crxjs makes a module of the manifest, to follow what it names, and ships none of it. */
const MANIFEST = '/@crx/manifest';
const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense)(\.(txt|md))?$/i;
/** Vite's file goes on with the licences of what Vite itself consists of; none of that is in our build. */
const OF_THE_BUNDLER_ITSELF = /\n# Licenses of bundled dependencies[^]*$/;
const IN_PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The folder of the package that a bundled module belongs to; `null` for a module of ours.
 * @param {string} root the extension's folder, with slashes
 * @param {string} id as the bundler names the module
 * @returns {string | null}
 */
export function packageOf(root, id) {
  const adder = Object.entries(ADDED_BY).find(([start]) => id.startsWith(start));
  if (adder) return join(root, 'node_modules', adder[1]);
  const inPackage = IN_PACKAGE.exec(id);
  if (inPackage) return inPackage[1] ?? null;
  if (id.startsWith(`${root}/`) || id === MANIFEST) return null;
  throw new Error(
    `${JSON.stringify(id)} is bundled, and nobody knows whose it is. scripts/licences.mjs asks.`,
  );
}

/**
 * One package's entry in the list.
 * @param {string} folder
 * @returns {string}
 */
export function licenceOf(folder) {
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  if (files.length === 0 || typeof license !== 'string') {
    throw new Error(
      `${name} ${version} is bundled and has no licence text, or names no licence (${folder}).`,
    );
  }
  const source = homepage ?? /https:.*?(?=\.git$|$)/.exec(repository?.url ?? '')?.[0];
  const texts = files
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'));
  return [
    `${name} ${version}\nLicence: ${license}\nSource: ${source ?? `https://www.npmjs.com/package/${name}`}`,
    ...texts.map((text) => text.replace(OF_THE_BUNDLER_ITSELF, '').trim()),
  ].join('\n\n');
}

/**
 * The text of the list.
 * @param {string} root
 * @param {Iterable<string>} ids all bundled modules
 * @returns {string}
 */
export function licenceList(root, ids) {
  const folders = new Set([...ids].map((id) => packageOf(root, id)).filter((folder) => folder !== null));
  const packages = [...folders].map(licenceOf).toSorted();
  const opening =
    'SeenOnce is under the MIT licence; its text is in the file LICENSE. This package also contains parts of\n' +
    'the following packages, each under its own licence.';
  // One package can be installed in several places.
  return `${[opening, ...new Set(packages)].join(`\n\n${'='.repeat(78)}\n\n`)}\n`;
}

/**
 * A plugin that writes down the bundled modules of a build.
 * @param {Set<string>} modules where to
 * @returns {import('vite').Plugin}
 */
export function collectModules(modules) {
  return {
    name: 'seenonce:collect-modules',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') for (const id of Object.keys(file.modules)) modules.add(id);
      }
    },
  };
}

/**
 * The modules of the scripts that crxjs builds by itself, without our plugins: the same entries once more,
 * for their modules alone.
 * @param {string} root
 * @param {readonly string[]} entries
 * @returns {Promise<Set<string>>}
 */
export async function modulesOf(root, entries) {
  const modules = new Set();
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [collectModules(modules)],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entries.map((entry) => join(root, entry)) },
    },
  });
  return modules;
}

/**
 * The plugin that adds LICENSE and the list to a build.
 * @param {{ contentScripts: readonly string[], workerModules: Set<string> }} built what this build's own hooks do not see
 * @returns {import('vite').Plugin}
 */
export function licences({ contentScripts, workerModules }) {
  const modules = new Set();
  const collecting = collectModules(modules);
  let root = '';
  return {
    name: 'seenonce:licences',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      // Bundlers name a module by the path behind all links.
      root = normalizePath(realpathSync(config.root));
    },
    async generateBundle(_, bundle) {
      collecting.generateBundle(_, bundle);
      const all = [...modules, ...workerModules, ...(await modulesOf(root, contentScripts))];
      this.emitFile({ type: 'asset', fileName: LICENCE_LIST, source: licenceList(root, all) });
      this.emitFile({ type: 'asset', fileName: 'LICENSE', source: readFileSync(join(root, 'LICENSE')) });
    },
  };
}

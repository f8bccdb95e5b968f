/** Run by `npm run save-vault` alone: it writes the file of this version. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import packageJson from '../../package.json' with { type: 'json' };
import { wipeAll } from '../support/background';
import { madeVault } from './made';

vi.mock('../../src/browser', async () => import('../support/fake-browser'));

beforeEach(wipeAll);
afterEach(wipeAll);

test('the vault of this version is written', async () => {
  const { version } = packageJson;
  const made = await madeVault(version);
  expect(Object.keys(made.database.stores.held ?? {})).toHaveLength(1);
  await commands.writeFile(`test/vaults/${version}.json`, `${JSON.stringify(made, null, 2)}\n`);
});

/** No version is released without a vault that every later one has to open. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { ROOT } from './package-files';

const changes = join(ROOT, 'CHANGELOG.md');
const text = existsSync(changes) ? readFileSync(changes, 'utf8') : '';
/** `## 0.1.0`, with or without a date behind it. */
const released = [...text.matchAll(/^## (?<version>\d+\.\d+\.\d+)\b/gm)].map(
  ({ groups }) => groups?.version ?? '',
);

test.each([...new Set([...released, packageJson.version])])('there is a vault of version %s', (version) => {
  const file = join(ROOT, 'test', 'vaults', `${version}.json`);
  expect(existsSync(file), 'npm run save-vault writes it; then add it to git').toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version });
});

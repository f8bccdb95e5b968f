/** `src/vault/README.md` says how a vault is read without SeenOnce: done here literally, from its text. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inTerminal } from '../support/age';
import { filesBelow, ownFiles } from '../support/disk';
import { until } from '../support/driver';
import { displayOf } from './steps/displays';
import { stage } from './stage';
import { createVault, PASSPHRASE, secretOf } from './steps/vault';

const README = readFileSync(join(import.meta.dirname, '../../src/vault/README.md'), 'utf8');

/** The fenced blocks of a language, in order. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  );
}

describe('the vault, read as its README says', () => {
  let folder = '';

  const at = stage(async ({ browser }) => {
    folder = mkdtempSync(join(tmpdir(), 'seenonce-reading-'));
    await createVault(browser);
    const page = await displayOf('zenodo/personal').make(browser, 'read by age');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await until('the second copy', async () =>
      ownFiles(filesBelow(browser.profile)).some(({ bytes }) => bytes.includes('"records":{"')),
    );
    await browser.leave();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('gives the secret to the age command line', { timeout: 120_000 }, async () => {
    const [find = '', use = ''] = blocks('sh');
    const [script = ''] = blocks('js');
    expect(script.split('\n').length, 'lines of code').toBeLessThanOrEqual(30);
    const file = execFileSync('sh', ['-c', find], { cwd: at.browser.profile, encoding: 'utf8' }).trim();
    writeFileSync(join(folder, 'unpack.mjs'), script);
    const [unpack = '', open = ''] = use.split('\n');
    const env = { ...process.env, FILE: join(at.browser.profile, file) };
    execFileSync('sh', ['-c', unpack], { cwd: folder, env });
    const [id = ''] = filesBelow(join(folder, 'vault')).flatMap(
      ({ path }) => /([\w-]{22})\.record\.age$/.exec(path)?.[1] ?? [],
    );
    const { shown } = await inTerminal(`cd '${folder}' && ID=${id} && ${open}`, PASSPHRASE);
    expect(shown).toContain('"name":"read by age"');
    expect(shown).toContain(JSON.stringify({ secret: secretOf(at.sites, 'read by age') }));
  });
});

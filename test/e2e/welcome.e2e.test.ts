/** The welcome page: three steps, each of which can be skipped, and the list of what is set up and what is missing. */
import { describe, expect, test } from 'vitest';
import { until, type Tab } from '../support/driver';
import { displayOf } from './steps/displays';
import { stage } from './stage';
import { copied, fillCreateForm, lock, PASSPHRASE, secretOf, unlock } from './steps/vault';

const GITHUB = ['https://github.com', 'https://*.ghe.com'] as const;

describe('the welcome page', () => {
  let welcome: Tab;
  const at = stage();

  test('each step can be skipped, and says what that means; then the list says what is missing', async () => {
    welcome = await at.browser.openOwn('welcome');
    await welcome.says('Without a vault a token is held in memory only');
    await welcome.click('button', 'Skip');
    await welcome.shows('heading', 'Where SeenOnce looks');
    await at.browser.withhold(...GITHUB);
    await welcome.says('On a site that is not allowed, a token is not noticed.');
    await welcome.click('button', 'Skip');
    await welcome.shows('heading', 'Make a token as usual');
    await welcome.click('button', 'Skip');
    await welcome.shows('heading', '3 things are missing');
    for (const words of ['No vault yet', 'The browser keeps SeenOnce from GitHub', 'Not practised yet'])
      await welcome.says(words);
  });

  test('a host is allowed in the list: refused it is said, allowed it is done', async () => {
    await at.browser.answersQuestions(welcome, 'refuse');
    await welcome.click('button', 'Allow');
    await welcome.says('It was not allowed.');
    for (const origin of GITHUB) await at.browser.allow(origin);
    await welcome.says('SeenOnce sees its sites');
    await welcome.shows('heading', '2 things are missing');
  });

  test('practice counts once a token was saved there, also for a page that is opened later', async () => {
    await welcome.click('link', 'Practise');
    await welcome.click('button', 'Create practice token');
    await welcome.prompt.click('Save token');
    await welcome.prompt.says('Saved.');
    await welcome.click('link', 'Back to the welcome page');
    await welcome.says('You practised');
    await welcome.shows('heading', 'One thing is missing');
    expect(await welcome.count('link', 'Practise')).toBe(0);
    await welcome.close();
    await at.browser.restart();
  });

  test('Save in a prompt comes back to the step that was skipped, and the vault ends it', async () => {
    welcome = await at.browser.openOwn('welcome');
    await welcome.click('button', 'Skip');
    await welcome.shows('heading', 'Where SeenOnce looks');
    const page = await displayOf('zenodo/personal').make(at.browser, 'after skipping');
    await page.prompt.click('Save token');
    await page.prompt.says('held in memory');
    await welcome.front();
    await welcome.says('A token waits in memory.');
    await fillCreateForm(welcome);
    await welcome.click('button', 'Create vault');
    await welcome.shows('heading', 'Saved');
    await page.close();
    await welcome.close();
  });

  test('opened again, it says that a backup is missing, and after one that all is set', async () => {
    await (await at.browser.tabAt('welcome.html#save')).close();
    welcome = await at.browser.openOwn('welcome');
    await welcome.shows('heading', 'One thing is missing');
    await welcome.says('No backup yet');
    await welcome.click('link', 'Make a backup');
    await welcome.click('button', 'Download backup');
    await welcome.type('textbox', 'Passphrase', PASSPHRASE);
    await welcome.click('button', 'Download backup');
    await until('the backup', async () => (await welcome.downloads()).length > 0);
    await welcome.click('link', 'See what is set up, and what is missing');
    await welcome.shows('heading', 'All set');
    await welcome.says('A backup is made');
    await welcome.close();
  });

  test('locked, it does not call a backup missing; what it looks like is unlocked in the popup', async () => {
    await lock(at.browser);
    welcome = await at.browser.openOwn('welcome');
    await welcome.shows('heading', 'All set');
    await welcome.says('Backup: not known yet');
    await welcome.click('link', 'Unlock');
    await unlock(welcome);
    expect(await copied(welcome, 'after skipping')).toBe(secretOf(at.sites, 'after skipping'));
    await welcome.close();
  });
});

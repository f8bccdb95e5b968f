/** "Check this token": asked of the token's own site, on the click only, and never by the browser's own sign-in. */
import { describe, expect, test } from 'vitest';
import { allListed, ask } from '../support/ask';
import { until, type BrowserDriver, type Tab } from '../support/driver';
import { silence } from '../support/silence';
import { displayOf } from './steps/displays';
import { stage } from './stage';
import { copied, createQuickVault, saveOne, secretOf } from './steps/vault';

const API = 'https://api.github.com';
const CHECK = 'Check this token';

/** The kinds with the one question that is asked about them, and what the site tells. */
const KINDS = [
  [
    'github/classic',
    `GET ${API}/user`,
    'github.com says: account netlab-demo, scopes workflow and gist, expires',
  ],
  ['github/fine-grained', `GET ${API}/user`, 'github.com says: account netlab-demo, expires'],
  ['osf/personal', 'GET https://api.osf.io/v2/', 'osf.io says: account ab1cd.'],
  ['zenodo/personal', 'GET https://sandbox.zenodo.org/api/user/records?size=1', 'checked just now.'],
  [
    'speckle/personal',
    'POST https://app.speckle.systems/graphql',
    'app.speckle.systems says: account Gaze Lab.',
  ],
] as const;

/** Of Zenodo's and OSF's APIs, asked in the background as a check does, with a token that nobody made. */
const probe = (url: string, credentials: 'omit' | 'include') => `
  fetch('${url}', { credentials: '${credentials}', cache: 'no-store', headers: { Authorization: 'Bearer ${'b'.repeat(60)}' } })
    .then(({ status }) => status)`;

/** Allows a host as a person does who is asked for it. Chromium gives what `allow` allowed only once it is asked for. */
async function grant(browser: BrowserDriver, origin: string): Promise<void> {
  await browser.allow(origin);
  const own = await browser.openOwn('bare');
  await own.run(`chrome.permissions.request({ origins: ['${origin}/*'] }).catch(() => null)`);
  await own.close();
}

/** A Speckle token without the scope that tells whose it is. */
async function saveWithoutProfile(browser: BrowserDriver, name: string): Promise<void> {
  const page = await browser.open('https://app.speckle.systems/settings/user/developer');
  await page.click('button', 'New token');
  await page.type('textbox', 'Name', name);
  await page.click('button', 'Scopes');
  await page.click('checkbox', 'streams:read');
  await page.click('button', 'Create');
  await page.prompt.click('Save token');
  await page.prompt.announces('Saved');
  await page.close();
}

describe('checking a token', () => {
  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    for (const [kind] of KINDS) await saveOne(browser, kind, kind);
  });

  const details = async (name: string): Promise<Tab> => {
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', name);
    await popup.shows('heading', name);
    return popup;
  };
  const isApi = (request: string) => /api|graphql/.test(request) && !request.startsWith('OPTIONS');
  const asked = () => at.sites.requests.filter(isApi);
  /** What was asked while this went on. */
  const askedBy = async (task: () => Promise<void>) => {
    const before = asked().length;
    await task();
    return asked().slice(before);
  };

  test('nothing is asked before the click, however long its details are looked at', async () => {
    const requests = await askedBy(async () => {
      const popup = await details('zenodo/personal');
      await popup.says('Nothing is sent before you click.');
      await silence();
      await popup.close();
    });
    expect(requests).toEqual([]);
  });

  test('the browser does not allow the host: checked all the same, without what is hidden then', async () => {
    const popup = await details('github/classic');
    await at.browser.answersQuestions(popup, 'refuse');
    const requests = await askedBy(async () => {
      await popup.click('button', CHECK);
      await popup.says('github.com says: account netlab-demo, scopes workflow and gist.');
      await popup.says('Checked without the expiry: the browser did not allow api.github.com');
    });
    expect(requests).toEqual([`GET ${API}/user`]);
    await popup.close();
  });

  test('its question closes the popup: the check goes on once it is allowed, and is found there again', async () => {
    const popup = await details('github/classic');
    await popup.run(`for (const api of [globalThis.browser, chrome])
      if (api) api.permissions.request = () => new Promise(() => {});`);
    const requests = await askedBy(async () => {
      await popup.click('button', 'Check again');
      await popup.says('The browser asks whether SeenOnce may read api.github.com.');
      await popup.close();
      await grant(at.browser, API);
      const again = await details('github/classic');
      const id = (await allListed(again)).find(({ name }) => name === 'github/classic')?.id ?? '';
      await until('the check', async () => {
        const last = await ask(again, 'ui:last-check', { id });
        return last?.hidden === false && last.found.is === 'valid';
      });
      await again.close();
    });
    expect(requests).toEqual([`GET ${API}/user`]);
    const found = await details('github/classic');
    await found.says('scopes workflow and gist, expires');
    await found.close();
  });

  test.each(KINDS)(
    '%s: valid, by one question, and with what the site tells',
    async (name, request, words) => {
      const popup = await details(name);
      const requests = await askedBy(async () => {
        await popup.click('button', name === 'github/classic' ? 'Check again' : CHECK);
        await popup.says('Valid,');
        await popup.says(words);
      });
      expect(requests).toEqual([request]);
      for (const each of at.sites.requests) expect(each).not.toContain(secretOf(at.sites, name));
      await popup.close();
    },
  );

  test.each(['https://sandbox.zenodo.org/api/user/records?size=1', 'https://api.osf.io/v2/'])(
    "the control: with the browser's own sign-in a token that nobody made looks valid at %s",
    async (url) => {
      await grant(at.browser, new URL(url).origin);
      expect(await at.browser.runInBackground<number>(probe(url, 'include'))).toBe(200);
      expect(await at.browser.runInBackground<number>(probe(url, 'omit'))).toBeGreaterThanOrEqual(401);
    },
  );

  test.each(KINDS)('%s: revoked is said, although the browser is signed in', async (name) => {
    at.sites.revoke(name);
    const popup = await details(name);
    await popup.click('button', 'Check again');
    await popup.says('Not valid,');
    const host = displayOf(name).host;
    await popup.says(`${host} refuses it`);
    await popup.shows('link', `Make a new one on ${host}`);
    await popup.close();
  });

  test('valid, and lacks the scope that tells more', async () => {
    await saveWithoutProfile(at.browser, 'narrow');
    const popup = await details('narrow');
    await popup.click('button', CHECK);
    await popup.says('It lacks profile:read, so app.speckle.systems does not say whose it is.');
    expect(await popup.count('button', 'Fill in')).toBe(0);
    await popup.close();
  });

  test('nobody answers: nothing is known from that', async () => {
    at.sites.fallSilent('app.speckle.systems', true);
    const popup = await details('narrow');
    await popup.click('button', 'Check again');
    await popup.says('app.speckle.systems cannot be reached.');
    await popup.says('Nothing is known from that; the token is safe in the vault.');
    await popup.close();
    at.sites.fallSilent('app.speckle.systems', false);
  });

  test("somebody's own server is asked itself, as long as it is in the list and the browser allows it", async () => {
    const server = 'https://git.example.edu';
    await grant(at.browser, server);
    const own = await at.browser.openOwn('bare');
    await ask(own, 'ui:add-server', { origin: server, provider: 'github' });
    const page = await displayOf('github/classic').make(at.browser, 'on our own', 'git.example.edu');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await page.close();
    const check = async (button: string, words: string) => {
      const popup = await details('on our own');
      await at.browser.answersQuestions(popup, 'refuse');
      const requests = await askedBy(async () => {
        await popup.click('button', button);
        await popup.says(words);
      });
      await popup.close();
      return requests;
    };
    expect(await check(CHECK, 'git.example.edu says: account netlab-demo')).toEqual([
      `GET ${server}/api/v3/user`,
    ]);
    await at.browser.withhold(server);
    expect(await check('Check again', 'The browser did not allow git.example.edu')).toEqual([]);
    await grant(at.browser, server);
    await ask(own, 'ui:remove-server', { origin: server });
    expect(await check('Check again', 'git.example.edu is not in your list of servers')).toEqual([]);
    await own.close();
  });

  test('a site that leads elsewhere: the token does not follow', async () => {
    const elsewhere = 'https://plain.example.edu/stolen';
    at.sites.leadElsewhere('api.osf.io', elsewhere);
    const popup = await details('osf/personal');
    await popup.click('button', 'Check again');
    await popup.says('api.osf.io led elsewhere, and the token was not sent there.');
    const reached = () => at.sites.requests.filter((each) => each === `GET ${elsewhere}`).length;
    expect(reached()).toBe(0);
    await grant(at.browser, 'https://plain.example.edu');
    await at.browser.runInBackground(`fetch('https://api.osf.io/v2/').then(() => null)`);
    expect(reached(), 'the control: what follows arrives there').toBe(1);
    await popup.close();
  });

  test('what the site tells is filled in after a question, and the token stays the same', async () => {
    await saveOne(at.browser, 'speckle/personal', 'to fill');
    const popup = await details('to fill');
    await popup.click('button', CHECK);
    await popup.says('not stated → Gaze Lab');
    await popup.click('button', 'Fill in');
    await popup.says('The token itself stays as it is.');
    await popup.click('button', 'Keep as it is');
    const account = async () =>
      (await allListed(popup)).find(({ name }) => name === 'to fill')?.account ?? null;
    expect(await account(), 'the control').toBeNull();
    await popup.click('button', 'Fill in');
    await popup.says('The token itself stays as it is.');
    await popup.click('button', 'Fill in');
    await popup.says('Filled in from app.speckle.systems.');
    expect(await popup.count('button', 'Fill in')).toBe(0);
    expect(await account()).toBe('Gaze Lab');
    await popup.close();
    const anew = await at.browser.openOwn('popup');
    expect(await copied(anew, 'to fill')).toBe(secretOf(at.sites, 'to fill'));
    await anew.close();
  });

  test('what was found is forgotten with the lock', async () => {
    const popup = await at.browser.openOwn('popup');
    const id = (await allListed(popup))[0]?.id ?? '';
    expect(await ask(popup, 'ui:last-check', { id })).not.toBeNull();
    await ask(popup, 'ui:lock', null);
    const memory = await popup.run<string>('chrome.storage.session.get(null).then(JSON.stringify)');
    expect(memory).not.toContain('check:');
    await popup.close();
  });
});

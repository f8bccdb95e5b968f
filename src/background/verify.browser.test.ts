/** "Check this token", before an API that answers as a test says. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soon } from '../../test/support/soon';
import { makeVault, restartBackground, wipeAll } from '../../test/support/background';
import { fakeBrowser } from '../../test/support/fake-browser';
import { page, secretOf, seen } from '../../test/support/seen';
import type { NewVault } from '../messages/protocol';
import { changeSites } from './sites';
import { allTokens, revealed } from './listing';
import { save } from './saving';
import { lock, unlock } from './unlock';
import { check, checkWhenAllowed, fillIn, goOnChecking, lastCheck } from './verify';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const GITHUB = { ...page, origin: 'https://github.com' };
const API = 'https://api.github.com/*';
const CLICK = '00000000-0000-4000-8000-000000000001';
const NEXT_CLICK = '00000000-0000-4000-8000-000000000002';

let key: NewVault;
const api = vi.fn<typeof fetch>();
beforeEach(async () => {
  await wipeAll();
  key = await makeVault();
  api.mockReset();
  vi.stubGlobal('fetch', api);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  fakeBrowser.permissions.withheld.clear();
  await changeSites(() => ({ servers: {} }));
  await lock();
  await wipeAll();
});

const classic = (name: string, details = {}) => ({
  ...seen(name, details),
  provider: 'github',
  kind: 'classic',
});
const saved = async (name: string, details = {}) => (await save(classic(name, details), GITHUB)).id;
const told = (headers: Readonly<Record<string, string>> = { 'X-OAuth-Scopes': 'gist, repo' }) =>
  api.mockImplementation(async () => Response.json({ login: 'netlab-demo' }, { headers }));

describe('the request', () => {
  test('goes to the site of the token, with the token in one header, and without anything else of anybody', async () => {
    told();
    const id = await saved('one');
    await check(id, CLICK);
    expect(api).toHaveBeenCalledOnce();
    const [url, options] = api.mock.calls[0] ?? [];
    expect(url).toBe('https://api.github.com/user');
    expect(options).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      method: 'GET',
      body: null,
      headers: { Authorization: `Bearer ${secretOf('one')}`, Accept: 'application/vnd.github+json' },
    });
    expect(options?.signal).toBeInstanceOf(AbortSignal);
  });

  test('is made once for each click, whoever asks again', async () => {
    told();
    const id = await saved('one');
    const [first, beside] = await Promise.all([check(id, CLICK), check(id, CLICK)]);
    expect(beside).toEqual(first);
    expect(await check(id, CLICK), 'a message that was sent again').toEqual(first);
    expect(api).toHaveBeenCalledOnce();
    await check(id, NEXT_CLICK);
    expect(api, 'the control').toHaveBeenCalledTimes(2);
  });

  test('counts as made before it is answered: a background that stops in the middle does not make it again', async () => {
    let answer: (response: Response) => void = () => {};
    api.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const id = await saved('one');
    const under = check(id, CLICK);
    await soon(() => expect(api).toHaveBeenCalledOnce());
    // What the next start of the background finds; the same click is given it, as the test before shows.
    expect(await lastCheck(id)).toMatchObject({ click: CLICK, found: { is: 'unreachable' } });
    answer(Response.json({ login: 'netlab-demo' }));
    expect(await under).toMatchObject({ found: { is: 'valid' } });
  });

  test('is not made for a site that is neither built in nor in the list', async () => {
    told();
    const server = { ...page, origin: 'https://git.example.edu' };
    await changeSites(() => ({ servers: { [server.origin]: 'github' } }));
    const { id } = await save(classic('one'), server);
    expect(await check(id, CLICK), 'the control').toMatchObject({
      host: 'git.example.edu',
      found: { is: 'valid' },
    });
    await changeSites(() => ({ servers: {} }));
    expect(await check(id, NEXT_CLICK)).toMatchObject({ found: { is: 'unknown-server' } });
    await changeSites(() => ({ servers: { [server.origin]: 'speckle' } }));
    expect(await check(id, CLICK)).toMatchObject({ found: { is: 'unknown-server' } });
    expect(api).toHaveBeenCalledOnce();
  });

  test('is not made where the answer could not be read', async () => {
    told();
    const server = { ...page, origin: 'https://git.example.edu' };
    await changeSites(() => ({ servers: { [server.origin]: 'github' } }));
    const { id } = await save(classic('one'), server);
    fakeBrowser.permissions.withheld.add('https://git.example.edu/*');
    expect(await check(id, CLICK)).toMatchObject({ found: { is: 'not-allowed' } });
    expect(api).not.toHaveBeenCalled();
  });

  test('is not made for a locked vault', async () => {
    told();
    const id = await saved('one');
    await lock();
    await expect(check(id, CLICK)).rejects.toMatchObject({ failure: 'locked' });
    expect(api).not.toHaveBeenCalled();
  });

  test('a server of before is asked as it knows it, and no third time', async () => {
    const invalid = { errors: [{ message: 'x', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] };
    api.mockImplementation(async () => Response.json(invalid, { status: 400 }));
    const from = { ...page, origin: 'https://app.speckle.systems' };
    const { id } = await save({ ...seen('one'), provider: 'speckle' }, from);
    expect(await check(id, CLICK)).toMatchObject({ found: { is: 'unexpected', status: 400 } });
    expect(api).toHaveBeenCalledTimes(2);
  });
});

describe('what is found', () => {
  test('is what the API tells, with when, and is remembered', async () => {
    told();
    const id = await saved('one');
    const made = await check(id, CLICK);
    expect(made).toMatchObject({
      click: CLICK,
      host: 'api.github.com',
      hidden: false,
      found: { is: 'valid', told: { account: 'netlab-demo', scopes: ['gist', 'repo'], expires: null } },
    });
    expect(await lastCheck(id)).toEqual(made);
    expect(JSON.stringify(made)).not.toContain(secretOf('one'));
  });

  test('without the permission: that a part of the answer was hidden', async () => {
    told();
    const id = await saved('one');
    fakeBrowser.permissions.withheld.add(API);
    expect(await check(id, CLICK)).toMatchObject({ hidden: true, found: { is: 'valid' } });
  });

  test.each([
    ['nothing, when no answer comes', () => Promise.reject(new TypeError('no network')), 'unreachable'],
    ['refused', async () => Response.json({ message: 'Bad credentials' }, { status: 401 }), 'refused'],
    ['nothing, by a page that is no API', async () => new Response('<p>Sign in'), 'unexpected'],
  ])('%s', async (_, answers, is) => {
    api.mockImplementation(answers);
    const id = await saved('one');
    expect(await check(id, CLICK)).toMatchObject({ found: { is } });
  });

  test('is forgotten with the lock, also what comes after it', async () => {
    told();
    const id = await saved('one');
    await check(id, CLICK);
    let answer: (response: Response) => void = () => {};
    api.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const late = check(id, NEXT_CLICK);
    await soon(() => expect(api).toHaveBeenCalledTimes(2));
    await lock();
    answer(Response.json({ login: 'netlab-demo' }));
    await expect(late).rejects.toMatchObject({ failure: 'locked' });
    expect(fakeBrowser.storage.session.dump()).not.toContain('netlab-demo');
    await unlock(key.identity);
    expect(await lastCheck(id)).toBeNull();
  });
});

describe('a question of the browser that closes the popup', () => {
  test('the check goes on once the host is granted, and the popup that is still there gets the same', async () => {
    told();
    const id = await saved('one');
    fakeBrowser.permissions.withheld.add(API);
    await checkWhenAllowed(id, CLICK);
    await goOnChecking();
    expect(api, 'another host was granted').not.toHaveBeenCalled();
    fakeBrowser.permissions.withheld.clear();
    await Promise.all([goOnChecking(), check(id, CLICK)]);
    expect(await lastCheck(id)).toMatchObject({ click: CLICK, found: { is: 'valid' } });
    await goOnChecking();
    expect(api).toHaveBeenCalledOnce();
  });

  test('is not waited for longer than two minutes', async () => {
    told();
    const id = await saved('one');
    await checkWhenAllowed(id, CLICK);
    vi.useFakeTimers({ now: Date.now() + 121_000, toFake: ['Date'] });
    await goOnChecking();
    vi.useRealTimers();
    expect(api).not.toHaveBeenCalled();
    await checkWhenAllowed(id, NEXT_CLICK);
    await goOnChecking();
    expect(api, 'the control').toHaveBeenCalledOnce();
  });
});

describe('filling in', () => {
  test('writes what was told and nothing else; the token is the same', async () => {
    told();
    const id = await saved('one', { scopes: ['gist'], account: null, expires: 'never', owner: 'lab' });
    await check(id, CLICK);
    expect(await fillIn(id, CLICK)).toMatchObject({
      id,
      name: 'one',
      owner: 'lab',
      account: 'netlab-demo',
      scopes: ['gist', 'repo'],
      expires: 'never',
    });
    expect((await revealed(id)).secret).toBe(secretOf('one'));
    restartBackground();
    expect(await allTokens(), 'after a restart of the background').toMatchObject([
      { account: 'netlab-demo', scopes: ['gist', 'repo'] },
    ]);
  });

  test('writes only what the last check told', async () => {
    told();
    const id = await saved('one', { account: 'before' });
    await expect(fillIn(id, CLICK), 'never checked').rejects.toMatchObject({ failure: 'refused' });
    await check(id, CLICK);
    api.mockImplementation(async () => Response.json({ message: 'x' }, { status: 401 }));
    await check(id, NEXT_CLICK);
    for (const click of [CLICK, NEXT_CLICK])
      await expect(fillIn(id, click)).rejects.toMatchObject({ failure: 'refused' });
    expect(await allTokens()).toMatchObject([{ account: 'before' }]);
  });
});

import { request } from 'node:https';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { providers } from '../../src/providers';
import { mint } from './mint';
import { startPracticeSites, type PracticeSites } from './server';

type Got = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string };

let sites: PracticeSites;
beforeEach(async () => {
  sites = await startPracticeSites();
});
afterEach(() => sites.close());

/** Asks as a browser does that resolves every host to this machine. */
function ask(
  url: string,
  form?: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Got> {
  const { host, pathname, search } = new URL(url);
  const options = {
    host: '127.0.0.1',
    port: sites.port,
    servername: host,
    path: pathname + search,
    method: form ? 'POST' : 'GET',
    headers: { host, ...headers },
    // Self-signed; a browser is told its public key.
    rejectUnauthorized: false,
    agent: false,
  } as const;
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end(form && new URLSearchParams(form).toString());
  });
}

const ZENODO = 'https://zenodo.org/account/settings/applications/tokens';

describe('the practice sites', () => {
  test.each([
    'https://github.com/settings/tokens',
    'https://github.com/settings/personal-access-tokens/new',
    'https://test.osf.io/settings/tokens',
    `${ZENODO}/new/`,
    'https://app.speckle.systems/settings/user/developer',
  ])('%s says that it is a practice page, and is not to be cached', async (url) => {
    const { status, headers, body } = await ask(url);
    expect(status).toBe(200);
    expect(body).toContain('Practice page of SeenOnce');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('GitHub shows a new value once', async () => {
    const made = await ask('https://github.com/settings/tokens', { 'oauth_access[description]': 'one' });
    expect(made).toMatchObject({ status: 302, headers: { location: '/settings/tokens' } });
    const [issued] = sites.issued;
    expect((await ask('https://github.com/settings/tokens')).body).toContain(issued?.secret);
    expect((await ask('https://github.com/settings/tokens')).body).not.toContain(issued?.secret);
  });

  test('GitHub makes a fine-grained token only at the second step', async () => {
    const form = { 'user_programmatic_access[name]': 'two' };
    const first = await ask('https://github.com/settings/personal-access-tokens', form);
    expect(first.body).toContain('confirm-fg-pat');
    expect(sites.issued).toEqual([]);
    await ask('https://github.com/settings/personal-access-tokens', { ...form, confirm: '1' });
    expect(sites.issued).toMatchObject([{ kind: 'github/fine-grained', name: 'two' }]);
  });

  test('Zenodo: whatever token page is asked for next takes the value, on that host only', async () => {
    await ask(`${ZENODO}/new/`, { name: 'one' });
    await ask(`${ZENODO}/new/`, { name: 'two' });
    const [one, two] = sites.issued;
    const other = await ask(`${ZENODO.replace('zenodo', 'sandbox.zenodo')}/101/`);
    expect(other.status, 'the sandbox has tokens of its own').toBe(404);
    expect((await ask(`${ZENODO}/101/`)).body).toContain(one?.secret);
    expect((await ask(`${ZENODO}/102/`)).body).not.toContain(two?.secret);
  });

  test('OSF and Speckle never have a value in a page, only in the answer of a call', async () => {
    const osf = await ask('https://osf.io/v2/tokens/', { name: 'one' });
    const speckle = await ask('https://app.speckle.systems/graphql', { name: 'two' });
    expect(JSON.parse(osf.body).token_id).toBe(sites.issued[0]?.secret);
    expect(JSON.parse(speckle.body).token).toBe(sites.issued[1]?.secret);
    const pages = ['https://osf.io/settings/tokens', 'https://app.speckle.systems/settings/user/developer'];
    for (const url of pages) {
      const { body } = await ask(url);
      for (const { secret } of sites.issued) expect(body).not.toContain(secret);
    }
  });

  test("Speckle's pages run Headless UI, made for production, from a script of their own", async () => {
    const { body } = await ask('https://app.speckle.systems/settings/user/developer');
    const source = /<script defer src="([^"]+)">/.exec(body)?.[1] ?? 'no script';
    const script = await ask(new URL(source, 'https://app.speckle.systems').href);
    expect(script.headers['content-type']).toContain('javascript');
    expect(script.body).toContain('headlessui-dialog-panel-');
    expect(script.body, "Vue's warnings are for its developers").not.toContain('[Vue warn]');
  });

  test('shows a page again when told to, and then no more', async () => {
    await ask(`${ZENODO}/new/`, { name: 'one' });
    const secret = sites.issued[0]?.secret ?? '';
    await ask(`${ZENODO}/101/`);
    sites.showAgain(secret);
    expect((await ask(`${ZENODO}/101/`)).body).toContain(secret);
    expect((await ask(`${ZENODO}/101/`)).body).not.toContain(secret);
  });

  test('a name is text, whatever somebody typed', async () => {
    await ask('https://github.com/settings/tokens', { 'oauth_access[description]': '<img src=x>' });
    expect((await ask('https://github.com/settings/tokens')).body).not.toContain('<img');
  });

  test('each has a state of its own', async () => {
    const second = await startPracticeSites();
    await ask(`${ZENODO}/new/`, { name: 'one' });
    expect([sites.issued.length, second.issued.length]).toEqual([1, 0]);
    await second.close();
  });
});

describe('their APIs have the traps of the real ones', () => {
  const MINE = 'https://zenodo.org/api/user/records?size=1';
  const bogus = { authorization: `Bearer ${'b'.repeat(60)}` };
  const session = { cookie: 'session=EXAMPLE' };
  const get = async (url: string, headers: Readonly<Record<string, string>>) => ask(url, undefined, headers);

  test('Zenodo ignores a bad token: the session answers, and what is public answers everybody', async () => {
    expect((await get(MINE, bogus)).status).toBe(403);
    expect((await get(MINE, { ...bogus, ...session })).status).toBe(200);
    expect((await get('https://zenodo.org/api/records', bogus)).status).toBe(200);
    await ask(`${ZENODO}/new/`, { name: 'one' });
    const good = { authorization: `Bearer ${sites.issued[0]?.secret}` };
    expect((await get(MINE, good)).status, 'the control').toBe(200);
    sites.revoke('one');
    expect((await get(MINE, good)).status).toBe(403);
  });

  test("OSF's root answers everybody, and the session before the header; with it no other origin may read", async () => {
    const root = 'https://api.osf.io/v2/';
    expect((await get(root, bogus)).status).toBe(401);
    const nobody = await get(root, {});
    expect(JSON.parse(nobody.body)).toMatchObject({ meta: { current_user: null } });
    expect(nobody.headers['access-control-allow-origin']).toBe('*');
    const signedIn = await get(root, { ...bogus, ...session });
    expect(JSON.parse(signedIn.body).meta.current_user).not.toBeNull();
    expect(signedIn.headers['access-control-allow-origin']).toBeUndefined();
  });

  test("GitHub's CORS hides the expiry, and tells the scopes of classic tokens", async () => {
    await ask('https://github.com/settings/tokens', {
      'oauth_access[description]': 'one',
      'oauth_access[default_expires_at]': '7',
      'oauth_access[scopes][]': 'gist',
    });
    const good = { authorization: `Bearer ${sites.issued[0]?.secret}` };
    const { headers } = await get('https://api.github.com/user', good);
    expect(headers['x-oauth-scopes']).toBe('gist');
    expect(headers['github-authentication-token-expiration']).toMatch(/ UTC$/);
    const exposed = String(headers['access-control-expose-headers']).toLowerCase();
    expect(exposed).toContain('x-oauth-scopes');
    expect(exposed).not.toContain('expiration');
    expect((await get('https://api.github.com/user', { ...bogus, ...session })).status).toBe(401);
  });
});

const KINDS = providers.flatMap(({ id, kinds }) =>
  Object.entries(kinds).map(([kind, shape]) => ({ kind: `${id}/${kind}`, shape })),
);
const MINTED = [
  'github/classic',
  'github/fine-grained',
  'osf/personal',
  'zenodo/personal',
  'speckle/personal',
];

test.each(MINTED)('a practice token %s has the real shape, is unique, and plainly made up', (kind) => {
  const shape = KINDS.find((each) => each.kind === kind)?.shape;
  const tokens = Array.from({ length: 50 }, () => mint(kind));
  for (const token of tokens) {
    expect(token).toMatch(shape?.strict ?? /^never$/);
    expect(shape?.checksum?.(token) ?? true).toBe(true);
    expect(token).toMatch(/EXAMPLE|(.)\1{20}/);
  }
  expect(new Set(tokens.map((token) => token.slice(-12))).size, 'by its last twelve').toBe(50);
});

/**
 * Zenodo and its sandbox: server-rendered, full page loads. A flag in the session shows the value once;
 * whatever token page is asked for next takes it. Delete is the form's first submit button.
 */
import { escaped, NOT_FOUND, page, type Ask, type Issue, type Reply, type Site } from '../site';

const BASE = '/account/settings/applications';
const SCOPES = ['deposit:actions', 'deposit:write', 'user:email'];

type Token = {
  readonly id: number;
  name: string;
  readonly scopes: readonly string[];
  readonly secret: string;
};
type Session = { readonly tokens: Map<number, Token>; once: boolean; next: number };

function frame(title: string, main: string): Reply {
  return page({
    title: `Settings | ${title}`,
    head: '<meta name="generator" content="InvenioRDM 13.0">',
    body: `<nav class="page"><a href="${BASE}/">Applications</a> <button id="user-profile-dropdown-btn"><span>gaze-lab@example.org</span></button></nav>
<main id="main"><article class="eleven wide tablet twelve wide computer column">${main}</article></main>`,
  });
}

function fields(name: string, granted: readonly string[]): string {
  const boxes = SCOPES.map(
    (scope) =>
      `<label><input type="checkbox" name="scopes" id="scopes-${scope}" value="${scope}"${granted.includes(scope) ? ' checked' : ''}> ${scope}</label>`,
  );
  return `<input type="hidden" id="csrf_token" name="csrf_token" value="EXAMPLE-csrf">
<label>Token name <input id="name" name="name" required maxlength="40" autofocus value="${escaped(name)}"></label>${boxes.join('')}`;
}

function newForm(): Reply {
  return frame(
    'New token',
    `<section class="ui segments"><div class="ui segment"><h2>New personal access token</h2>
<form class="ui form" role="form" method="POST">${fields('', [])}<a href="${BASE}/">Cancel</a> <button type="submit">Create</button></form></div></section>`,
  );
}

function tokenPage({ name, scopes, secret }: Token, shown: boolean): Reply {
  const value = shown
    ? `<h3 class="ui small header">Access token</h3><code class="word-break-all">${secret}</code>
<p class="ui icon info message">Take it now; it is not shown a second time.</p>`
    : '<p>The value was shown when the token was made.</p>';
  return frame(
    name,
    `<section class="ui segments" aria-label="${escaped(name)}">
<div class="ui segment secondary"><a href="${BASE}/">Back</a><h2 class="ui tiny header">${escaped(name)}</h2></div>
<div class="ui segment">${value}</div>
<div class="ui segment"><form class="ui form" method="POST" role="form" action="">${fields(name, scopes)}
<button type="submit" name="delete" value="1">Delete</button> <button type="submit" name="save" value="1">Save</button></form></div></section>`,
  );
}

function index(tokens: Iterable<Token>): Reply {
  const rows = [...tokens].map(
    ({ id, name }) => `<li><a href="${BASE}/tokens/${id}/">${escaped(name)}</a></li>`,
  );
  return frame(
    'Applications',
    `<h2>Personal access tokens</h2><ul>${rows.join('')}</ul><a href="${BASE}/tokens/new/">New token</a>`,
  );
}

function create(session: Session, { body, url }: Ask, issue: Issue): Reply {
  const id = session.next++;
  const name = body.get('name') ?? '';
  const scopes = body.getAll('scopes');
  const secret = issue(url.host, 'zenodo/personal', name, { scopes });
  session.tokens.set(id, { id, name, scopes, secret });
  session.once = true;
  return { location: `${BASE}/tokens/${id}/` };
}

function token(session: Session, id: number, { method, body }: Ask): Reply {
  const shown = session.once && method === 'GET';
  session.once = false;
  const found = session.tokens.get(id);
  if (!found) return NOT_FOUND;
  if (method === 'POST' && body.has('delete')) {
    session.tokens.delete(id);
    return { location: `${BASE}/` };
  }
  if (method === 'POST') found.name = body.get('name') ?? found.name;
  return tokenPage(found, shown);
}

/** An OAuth application: its secret has the same alphabet and length, and is no token. */
function client(issue: Issue, host: string): Reply {
  return frame(
    'Application',
    `<section class="ui segments"><div class="ui segment"><h2>My application</h2>
<p>Client ID <code>${'D'.repeat(40)}</code></p><p>Client secret <code>${issue(host, 'zenodo/client-secret', 'application')}</code></p></div></section>`,
  );
}

function answer(session: Session, ask: Ask, issue: Issue): Reply {
  const path = ask.url.pathname;
  if (path === '/') return { location: `${BASE}/` };
  if (path === `${BASE}/`) return index(session.tokens.values());
  if (path === `${BASE}/tokens/new/`) return ask.method === 'POST' ? create(session, ask, issue) : newForm();
  if (path === `${BASE}/clients/EXAMPLE/`) return client(issue, ask.url.host);
  const id = /^\/account\/settings\/applications\/tokens\/(\d+)\/$/.exec(path)?.[1];
  return id ? token(session, Number(id), ask) : NOT_FOUND;
}

export function zenodo(hosts: readonly string[] = ['zenodo.org', 'sandbox.zenodo.org']): Site {
  const sessions = new Map<string, Session>(
    hosts.map((host) => [host, { tokens: new Map<number, Token>(), once: false, next: 101 }]),
  );
  return {
    hosts,
    answer: (ask, issue) => {
      const session = sessions.get(ask.url.host);
      return session ? answer(session, ask, issue) : NOT_FOUND;
    },
  };
}

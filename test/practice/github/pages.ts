/** The DOM shapes of GitHub's token pages, with our own words around them. */
import { escaped, page, type Reply } from '../site';
import { SOFT_NAVIGATION, TWO_STEPS } from './scripts';

export type Row = { readonly id: number; readonly name: string; readonly expires: string };
type Fresh = { readonly id: number; readonly secret: string } | null;

const CLASSIC_SCOPES: Readonly<Record<string, readonly string[]>> = {
  repo: ['repo:status', 'repo_deployment', 'public_repo', 'repo:invite', 'security_events'],
  workflow: [],
  gist: [],
  user: ['read:user', 'user:email', 'user:follow'],
  delete_repo: [],
};
const PERMISSIONS = ['contents', 'issues', 'metadata', 'workflows'];

function frame(title: string, main: string, script = ''): Reply {
  return page({
    title,
    head: '<meta name="user-login" content="netlab-demo"><meta name="hostname" content="github.com">',
    body: `<nav class="page"><a data-turbo href="/settings/tokens">Tokens (classic)</a><a data-turbo href="/settings/personal-access-tokens">Fine-grained tokens</a>
<input type="text" name="query" aria-label="Search or jump to"></nav>
<turbo-frame id="settings-frame"><main>${main}</main></turbo-frame>`,
    script: SOFT_NAVIGATION + script,
  });
}

function row(kind: string, { id, name, expires }: Row, fresh: Fresh): string {
  const base = kind === 'classic' ? '/settings/tokens' : '/settings/personal-access-tokens';
  const secret = fresh?.id === id ? fresh.secret : null;
  const value =
    kind === 'classic'
      ? `<code id="new-oauth-token" class="token">${secret}</code><clipboard-copy value="${secret}" aria-label="Copy token"></clipboard-copy>`
      : `<input id="new-access-token" readonly type="text" value="${secret}">`;
  return `<div class="access-token" data-id="${id}"><div class="listgroup-item">${secret ? value : ''}
<div class="token-description"><strong><a href="${base}/${id}">${escaped(name)}</a></strong></div>
<span class="last-used">Never used</span> <a class="color-fg-attention" href="${base}/${id}/regenerate?index_page=1">${expires ? `Expires on <em>${expires}</em>` : 'This token has no expiration date.'}</a>
<form method="post" action="${base}/${id}"><input type="hidden" name="authenticity_token" value="EXAMPLE-csrf"><button type="button">Delete</button></form></div></div>`;
}

/** The list page is where a new value appears, once. */
export function list(kind: 'classic' | 'fine-grained', rows: readonly Row[], fresh: Fresh): Reply {
  const create = kind === 'classic' ? '/settings/tokens/new' : '/settings/personal-access-tokens/new';
  const notice = fresh ? '<div class="flash">Copy the new token now: it is not shown again.</div>' : '';
  return frame(
    kind === 'classic' ? 'Personal access tokens (Classic)' : 'Fine-grained personal access tokens',
    `<h2>Personal access tokens</h2>${notice}<a href="${create}">Generate new token</a>
<div class="listgroup">${rows.map((each) => row(kind, each, fresh)).join('')}</div>`,
  );
}

function expiry(prefix: string): string {
  return `<label>Expiration <select name="${prefix}[default_expires_at]"><option value="7">7 days</option><option value="30" selected>30 days</option><option value="custom">Custom</option><option value="none">No expiration</option></select></label>
<input type="date" name="${prefix}[custom_expires_at]" hidden>`;
}

export function classicForm(): Reply {
  const box = (scope: string, type: string) =>
    `<label><input type="checkbox" class="js-checkbox-scope ${type}" name="oauth_access[scopes][]" value="${scope}"> ${scope}</label>`;
  const groups = Object.entries(CLASSIC_SCOPES).map(
    ([scope, children]) =>
      `<li>${box(scope, children.length > 0 ? 'parent-checkbox-scope' : '')}<ul>${children.map((child) => `<li>${box(child, '')}</li>`).join('')}</ul></li>`,
  );
  const tick = `document.addEventListener('change', ({ target }) => {
    if (!target.matches('.parent-checkbox-scope')) return;
    for (const box of target.closest('li').querySelectorAll('ul input')) { box.checked = target.checked; box.disabled = target.checked; }
  });`;
  return frame(
    'New personal access token (classic)',
    `<h2>New personal access token (classic)</h2><form id="new_oauth_access" action="/settings/tokens" method="post">
<input type="hidden" name="authenticity_token" value="EXAMPLE-csrf"><label>Note <input type="text" id="oauth_access_description" name="oauth_access[description]"></label>
${expiry('oauth_access')}<ul>${groups.join('')}</ul><button type="submit">Generate token</button></form>`,
    tick,
  );
}

export function fineGrainedForm(): Reply {
  const levels = PERMISSIONS.map(
    (
      permission,
    ) => `<label>${permission} <select data-permission="${permission}"><option>none</option><option>read</option><option>write</option></select></label>
<input type="hidden" name="integration[default_permissions][${permission}]" value="none">`,
  );
  return frame(
    'New fine-grained personal access token',
    `<h2>New fine-grained personal access token</h2><form id="new_user_programmatic_access" action="/settings/personal-access-tokens" method="post">
<input type="hidden" name="authenticity_token" value="EXAMPLE-csrf"><input type="hidden" name="target_name" value="netlab-demo">
<label>Token name <input type="text" id="user_programmatic_access_name" name="user_programmatic_access[name]" maxlength="40"></label>
${expiry('user_programmatic_access')}${levels.join('')}<button type="submit" class="js-integrations-install-form-submit">Generate token</button></form>
<turbo-frame id="fg_pat_confirmation_dialog"></turbo-frame>`,
    TWO_STEPS,
  );
}

/** The second step repeats all fields in a form of its own. */
export function confirmDialog(body: URLSearchParams): Reply {
  const fields = [...body].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return {
    body: `<turbo-frame id="fg_pat_confirmation_dialog"><dialog id="confirm-fg-pat"><h3>Make this token?</h3>
<form method="post" action="/settings/personal-access-tokens">${fields.join('')}<input type="hidden" name="confirm" value="1"><button type="submit">Generate token now</button></form></dialog></turbo-frame>`,
  };
}

/** Pages that hold something like a token and must stay silent. */
export function lookAlikes(path: string, make: (kind: string) => string): Reply | null {
  if (path === '/settings/applications/7') {
    return frame(
      'My OAuth application',
      `<h2>My OAuth application</h2><p>Client ID <code>${'D'.repeat(20)}</code></p>
<p>Client secret <code id="new-oauth-token" class="token">${make('github/client-secret')}</code></p>`,
    );
  }
  if (path === '/netlab-demo/notes') {
    return frame(
      'netlab-demo/notes',
      `<article class="markdown-body"><h1>Notes</h1><p>Set the token:</p><pre><code>export GITHUB_TOKEN=${make('github/classic')}</code></pre>
<p><code>${make('github/classic')}</code></p></article>`,
    );
  }
  return null;
}

/** Speckle: one application that draws everything itself; opening a dialog changes no address. */
import { NOT_FOUND, page, type Ask, type Issue, type Reply, type Site } from '../site';
import { APPLICATION } from './application';

function answer({ method, url, body }: Ask, issue: Issue): Reply {
  if (method === 'POST' && url.pathname === '/graphql') {
    const name = body.get('name') ?? '';
    const kind = body.get('kind') === 'function' ? 'speckle/function' : 'speckle/personal';
    return { type: 'application/json', body: JSON.stringify({ token: issue(url.host, kind, name) }) };
  }
  if (method !== 'GET') return NOT_FOUND;
  if (url.pathname === '/') return { location: '/settings/user/developer' };
  return page({
    title: 'Settings - Developer | Speckle',
    body: '<div id="__nuxt"><div id="speckle" class="page"></div></div><div id="toast-portal"></div>',
    script: APPLICATION,
  });
}

export function speckle(): Site {
  return { hosts: ['app.speckle.systems', 'latest.speckle.systems'], answer };
}

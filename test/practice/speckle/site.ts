/** Speckle: one application that draws everything itself; opening a dialog changes no address. */
import { NOT_FOUND, page, type Ask, type Issue, type Reply, type Site } from '../site';
import { script } from './bundle';

const SCRIPT = '/_nuxt/application.js';

/** The few classes that the application needs: its dialogs cover the page and fade, as with Speckle's own style. */
const STYLE = `
  .fixed { position: fixed; inset: 0; display: grid; place-items: center; } .z-50 { position: relative; z-index: 50; }
  .fade { transition: opacity 150ms; } .opacity-0 { opacity: 0; } .opacity-100 { opacity: 1; }`;

function answer(code: string, { method, url, body }: Ask, issue: Issue): Reply {
  if (method === 'POST' && url.pathname === '/graphql') {
    const name = body.get('name') ?? '';
    const kind = body.get('kind') === 'function' ? 'speckle/function' : 'speckle/personal';
    return {
      type: 'application/json',
      body: JSON.stringify({ token: issue(url.host, kind, name, { scopes: body.getAll('scopes') }) }),
    };
  }
  if (method !== 'GET') return NOT_FOUND;
  if (url.pathname === '/') return { location: '/settings/user/developer' };
  if (url.pathname === SCRIPT) return { type: 'text/javascript; charset=utf-8', body: code };
  return page({
    title: 'Settings - Developer | Speckle',
    head: `<style>${STYLE}</style><script defer src="${SCRIPT}"></script>`,
    body: '<div id="__nuxt"><div id="speckle" class="page"></div></div><div id="toast-portal"></div>',
  });
}

export async function speckle(
  hosts: readonly string[] = ['app.speckle.systems', 'latest.speckle.systems'],
): Promise<Site> {
  const code = await script();
  return {
    hosts,
    answer: (ask, issue) => answer(code, ask, issue),
  };
}

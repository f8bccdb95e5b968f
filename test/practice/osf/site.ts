/** OSF and its test server: one application that draws everything itself, with real pushState. */
import { NOT_FOUND, page, type Ask, type Issue, type Reply, type Site } from '../site';
import { APPLICATION } from './application';

/** 24 hexadecimal digits, as the real ids. */
const objectId = (n: number) => n.toString(16).padStart(24, '6');

function answer(next: () => number, { method, url, body }: Ask, issue: Issue): Reply {
  if (method === 'POST' && url.pathname === '/v2/tokens/') {
    const name = body.get('name') ?? '';
    const made = {
      id: objectId(next()),
      name,
      token_id: issue(url.host, 'osf/personal', name, { scopes: body.getAll('scopes') }),
    };
    return { status: 201, type: 'application/json', body: JSON.stringify(made) };
  }
  if (method !== 'GET') return NOT_FOUND;
  if (url.pathname === '/') return { location: '/settings/tokens' };
  return page({ title: 'OSF', body: '<osf-root class="page"></osf-root>', script: APPLICATION });
}

export function osf(): Site {
  let made = 1;
  return { hosts: ['osf.io', 'test.osf.io'], answer: (ask, issue) => answer(() => made++, ask, issue) };
}

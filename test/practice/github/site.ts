/** GitHub: classic and fine-grained tokens, and pages that only look like them. */
import { NOT_FOUND, type Ask, type Issue, type Reply, type Site } from '../site';
import { classicForm, confirmDialog, fineGrainedForm, list, lookAlikes, type Row } from './pages';

const CLASSIC = '/settings/tokens';
const FINE = '/settings/personal-access-tokens';

type Account = {
  readonly classic: Row[];
  readonly fine: Row[];
  fresh: { id: number; secret: string } | null;
  next: number;
};

/** "Thu, Dec 24 2026", as the list writes it; empty for a token without an end. */
function listDate(choice: string, custom: string | null): string {
  if (choice === 'none') return '';
  const date =
    choice === 'custom' && custom ? new Date(custom) : new Date(Date.now() + Number(choice) * 86_400_000);
  // toUTCString: "Thu, 24 Dec 2026 00:00:00 GMT"
  const [weekday, day, month, year] = date.toUTCString().split(/,? /);
  return `${weekday}, ${month} ${Number(day)} ${year}`;
}

function add(
  account: Account,
  rows: Row[],
  kind: string,
  { body, url }: Ask,
  issue: Issue,
  prefix: string,
  nameKey: string,
): void {
  const name = body.get(`${prefix}[${nameKey}]`) ?? '';
  const expires = listDate(
    body.get(`${prefix}[default_expires_at]`) ?? '30',
    body.get(`${prefix}[custom_expires_at]`),
  );
  const id = account.next++;
  rows.unshift({ id, name, expires });
  const scopes = body.getAll('oauth_access[scopes][]');
  const about = { scopes, expires: expires === '' ? null : new Date(expires).toISOString() };
  account.fresh = { id, secret: issue(url.host, kind, name, about) };
}

/** A value is shown by the first list that is asked for after its making, and never again. */
function takeFresh(account: Account) {
  const { fresh } = account;
  account.fresh = null;
  return fresh;
}

function post(account: Account, ask: Ask, issue: Issue): Reply {
  const { body, url } = ask;
  if (url.pathname === CLASSIC) {
    add(account, account.classic, 'github/classic', ask, issue, 'oauth_access', 'description');
    return { location: CLASSIC };
  }
  if (url.pathname !== FINE) return NOT_FOUND;
  if (body.get('confirm') !== '1') return confirmDialog(body);
  add(account, account.fine, 'github/fine-grained', ask, issue, 'user_programmatic_access', 'name');
  return { location: FINE };
}

function get(account: Account, { url }: Ask, issue: Issue): Reply {
  switch (url.pathname) {
    case '/':
      return { location: CLASSIC };
    case CLASSIC:
      return list('classic', account.classic, takeFresh(account));
    case `${CLASSIC}/new`:
      return classicForm();
    case FINE:
      return list('fine-grained', account.fine, takeFresh(account));
    case `${FINE}/new`:
      return fineGrainedForm();
    default:
      return lookAlikes(url.pathname, (kind) => issue(url.host, kind, 'look-alike')) ?? NOT_FOUND;
  }
}

export function github(): Site {
  const account: Account = { classic: [], fine: [], fresh: null, next: 2001 };
  return {
    hosts: ['github.com'],
    answer: (ask, issue) => (ask.method === 'POST' ? post(account, ask, issue) : get(account, ask, issue)),
  };
}

/** What the popup shows of a vault that a newer version wrote. */
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { soon } from '../../test/support/soon';
import type { Held, Status } from '../messages/protocol';
import { HeldList } from '../ui/held-list';
import { Broken } from './closed';

const send = vi.hoisted(() => vi.fn(async (name: string) => answers[name as keyof typeof answers]));
vi.mock('../browser', () => ({ send, default: {} }));

const answers = {
  'ui:slots': { ok: true, value: { passphrase: [], passkeys: [], unknown: 0, chosen: null } },
  'ui:save-held': { ok: false, failure: 'vault-newer' },
};

const NOW = new Date('2026-11-25T10:00:00.000Z');
const token: Held = {
  id: 'x'.repeat(22),
  provider: 'zenodo',
  name: 'release-bot',
  host: 'zenodo.org',
  ends: 'MPLE',
  seenAt: NOW.toISOString(),
  saveRequested: false,
  incognito: false,
};

const statusOf = (trouble: Status['trouble']): Status => ({
  vault: 'broken',
  trouble,
  held: [token],
  withheld: [],
  count: 3,
  problems: 0,
  backup: null,
  ending: null,
  resealing: null,
  undo: null,
  locksAt: null,
  lockedAt: null,
  clipboard: { clearsAt: null, seconds: 0, ended: null, untold: [] },
});

function show(trouble: Status['trouble']): void {
  const status = statusOf(trouble);
  const held = <HeldList held={status.held} vault={status.vault} now={NOW} onDone={() => undefined} />;
  render(<Broken {...{ status, held }} said="" onRepaired={() => undefined} />, document.body);
}

const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';

afterEach(() => render(null, document.body));

test.each(['database-newer', 'header-newer'] as const)('%s is said, and nothing is asked for', (trouble) => {
  show(trouble);
  expect(text('.repair .lead')).toBe('Update SeenOnce');
  expect(text('[role="alert"]')).toMatch(
    /written by a newer version of SeenOnce\. Nothing was changed: .+ Update SeenOnce to open it\./,
  );
  expect(document.querySelector('input'), 'no passphrase helps').toBeNull();
});

test('the control: a lost header is repaired with the passphrase', () => {
  show('header-lost');
  expect(text('.repair .lead')).toBe('The vault needs repair');
  expect(document.querySelector('input')).not.toBeNull();
});

test('records are counted where they can be, and nothing is made up where they cannot', () => {
  show('header-newer');
  expect(text('footer')).toContain('3 tokens');
  show('database-newer');
  expect(text('footer')).not.toContain('token');
});

test('Save is refused in words, and the token stays on the screen', async () => {
  show('database-newer');
  const save = document.querySelector<HTMLButtonElement>('[aria-label="Save release-bot"]');
  save?.click();
  await soon(() => expect(text('.held [role="alert"]')).not.toBe(''));
  expect(send).toHaveBeenCalledWith('ui:save-held', { id: token.id });
  expect(text('.held [role="alert"]')).toBe(
    'This vault was written by a newer version of SeenOnce. Nothing was changed, and what is held unsaved stays in memory. Update SeenOnce to open it; keep pages open that show a token until then.',
  );
  expect(text('.held')).toContain('release-bot');
});

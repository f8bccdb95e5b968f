/** The options page: what scopes permit, where SeenOnce runs, when it locks and with what key, and backups. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../messages/protocol';
import { gap } from '../text/dates';
import { text } from '../text/text';
import { Lead } from '../ui/lead';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { speak } from '../ui/language';
import { Eye, Icon, lidOf } from '../ui/mark';
import { troubleTitle } from '../ui/repair/words';
import { useNow, useStatus } from '../ui/status';
import { lockedWhen, locksWhen, tokenCount } from '../ui/time';
import { About } from './about';
import { Backup } from './backup/backup';
import { Ending } from './ending/ending';
import { Locking } from './locking';
import { ScopeNotes } from './scope-notes';
import { Sites } from './sites';
import { Transfer } from './transfer/transfer';

const PARTS = ['ending', 'scopes', 'sites', 'vault', 'backup', 'transfer', 'about'] as const;

/** The part that is being read: the last one that begins above the upper third of the window. */
function usePartInSight(): string {
  const [part, setPart] = useState<string>(PARTS[0]);
  useEffect(() => {
    const look = () => {
      const begun = PARTS.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
        return top < window.innerHeight / 3;
      });
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      setPart((atEnd && window.scrollY > 0 ? PARTS.at(-1) : begun.at(-1)) ?? PARTS[0]);
    };
    document.addEventListener('scroll', look, { passive: true });
    return () => document.removeEventListener('scroll', look);
  }, []);
  return part;
}

/** As a sentence. */
const brokenTitle = (trouble: Status['trouble']): string =>
  text('options_standing_broken', { title: troubleTitle(trouble ?? 'header-corrupt') });

/** The vault in two short sentences. */
function standing({ vault, trouble, count, locksAt, lockedAt }: Status, now: Date): string {
  if (vault === 'none') return text('options_standing_none');
  const tokens = tokenCount(count);
  if (vault === 'locked')
    return text('options_standing_locked', { locked: lockedWhen(lockedAt, now), tokens });
  if (vault === 'broken') return brokenTitle(trouble);
  return text('options_standing_unlocked', { tokens, locks: locksWhen(locksAt, now) });
}

/** Goes to the part that the address names: it was not there yet when the browser looked for it. */
function useAddressedPart(ready: boolean): void {
  useEffect(() => {
    if (ready && location.hash !== '')
      document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
  }, [ready]);
}

/** Above everything, as the part about the vault is far down. */
function RepairNote({ trouble }: { trouble: Status['trouble'] }) {
  return (
    <div class="note note-loss repair-note" role="alert">
      <Icon is="stop" />
      <p>
        <Lead>{brokenTitle(trouble)}</Lead>
        {text('options_broken')}
        {gap()}
        <a class="link" href="#vault">
          {text('options_broken_link')}
        </a>
      </p>
    </div>
  );
}

function Options() {
  const { status, failure, refresh } = useStatus();
  const now = useNow();
  const part = usePartInSight();
  const again = () => void refresh();
  useAddressedPart(status !== null);
  return (
    <div class="page">
      <nav class="nav" aria-label={text('options_sections')}>
        <h1 class="brand">
          <Eye lid={lidOf(status?.vault ?? 'locked', status?.held.length ?? 0)} />
          SeenOnce
        </h1>
        {PARTS.map((id) => (
          <a key={id} class="item" href={`#${id}`} aria-current={part === id ? 'true' : undefined}>
            {text(`options_${id}`)}
          </a>
        ))}
        {status && <p class="standing">{standing(status, now)}</p>}
      </nav>
      <main>
        {failure && <FailureNote words={failureWords(failure)} />}
        {status?.vault === 'broken' && <RepairNote trouble={status.trouble} />}
        <Ending {...{ status, now }} refresh={again} />
        <ScopeNotes status={status} />
        <Sites {...{ status }} refresh={again} />
        <Locking {...{ status, now }} refresh={again} />
        <Backup {...{ status }} refresh={again} />
        <Transfer {...{ status }} refresh={again} />
        <About />
      </main>
    </div>
  );
}

speak('options_title');
render(<Options />, document.body);

import { useRef } from 'preact/hooks';
import { send } from '../../browser';
import type { Status } from '../../messages/protocol';
import { endSentence } from '../../text/ending';
import { gap } from '../../text/dates';
import { text } from '../../text/text';
import { LISTED_DAYS } from '../../tokens/ending';
import { failureWords } from '../../ui/failure';
import { FailureNote } from '../../ui/failure-note';
import { Icon } from '../../ui/mark';
import { isOfNewer } from '../../ui/repair/words';
import { EndingList } from './ending-list';
import { ReminderSettings } from './reminder-settings';
import { useEnding, useSeen } from './use-ending';

type Props = { readonly status: Status | null; readonly now: Date; readonly refresh: () => void };

/** What ends soon, what has ended, and how the user wants to hear of it. */
export function Ending({ status, now, refresh }: Props) {
  const { listed, failure } = useEnding(status);
  const list = useRef<HTMLDivElement>(null);
  useSeen(
    list,
    listed !== null && status?.ending != null,
    () => void send('ui:ending-seen', null).then(refresh),
  );
  return (
    <section class="part" id="ending" aria-labelledby="ending-title">
      <h2 id="ending-title">{text('ending_title')}</h2>
      <p class="lede">{text('ending_lede', { days: String(LISTED_DAYS) })}</p>
      {failure && <FailureNote words={failureWords(failure)} />}
      {status && status.vault !== 'unlocked' && <WayToTheList status={status} />}
      <div class="ending" ref={list}>
        {listed && <EndingList {...listed} now={now} />}
        {status?.vault === 'unlocked' && !listed && !failure && (
          <p class="muted ending-wait">{text('ending_reading')}</p>
        )}
      </div>
      <ReminderSettings />
    </section>
  );
}

/** Why there is no list, what is known all the same, and the way to it. */
function WayToTheList({ status }: { status: Status }) {
  const { vault, trouble, ending } = status;
  if (vault === 'none')
    return (
      <div class="note">
        <Icon is="clock" />
        <p>
          {text('ending_no_vault')}
          {gap()}
          <a class="link" href="../welcome/welcome.html">
            {text('ending_create')}
          </a>
        </p>
      </div>
    );
  const newer = isOfNewer(trouble);
  const broken = newer ? text('ending_newer') : text('ending_broken');
  const way = newer ? text('ending_see') : text('ending_repair');
  return (
    <div class={ending ? 'note note-once' : 'note'}>
      <Icon is="clock" />
      <p>
        {ending && <span class="strong">{endSentence(ending)}</span>}
        {gap()}
        {vault === 'locked' ? text('ending_locked') : broken}
        {gap()}
        <a class="link" href="#vault">
          {vault === 'locked' ? text('ending_unlock') : way}
        </a>
      </p>
    </div>
  );
}

/**
 * The one note above the list: loss comes before what is not safe yet. The details are on the options page.
 * Beside what the browser withholds only loss is told: no third thing at once.
 */
import type { EndingSoon, Status } from '../messages/protocol';
import { endSentence } from '../text/ending';
import { gap } from '../text/dates';
import { counted, text } from '../text/text';
import { Lead } from '../ui/lead';
import { Icon } from '../ui/mark';
import { attention, needAttention } from '../ui/problems/words';
import { useProblems } from '../ui/problems/use-problems';
import { sealingWords } from '../ui/resealing';
import { longDay } from '../ui/time';

type NoteProps = {
  readonly loss?: boolean;
  readonly icon?: 'warn' | 'clock';
  readonly lead: string;
  readonly rest: string;
  readonly link: string;
  /** The part of the options page that the link opens. */
  readonly part: 'vault' | 'backup' | 'ending';
};

function PinnedNote({ loss = false, icon = 'warn', lead, rest, link, part }: NoteProps) {
  return (
    <div class={`note ${loss ? 'note-loss' : 'note-once'} pin`} role={loss ? 'alert' : undefined}>
      <Icon is={loss ? 'stop' : icon} />
      <p>
        <Lead>{lead}</Lead>
        {rest}
        {gap()}
        <a class="link" href={`../options/options.html#${part}`} target="_blank" rel="noreferrer">
          {link}
        </a>
      </p>
    </div>
  );
}

function backupWords(newest: string | null, newer: number): { lead: string; rest: string } {
  if (newest === null) return { lead: text('backup_none'), rest: '' };
  return { lead: counted('backup_newer', newer, { date: longDay(newest) }), rest: '' };
}

/** It goes when the page that it leads to was looked at, and so it may stand before a backup that is due. */
export function EndingNote({ ending }: { ending: EndingSoon }) {
  return (
    <PinnedNote icon="clock" lead={endSentence(ending)} rest="" link={text('ending_show')} part="ending" />
  );
}

export function Notes({ status, problems }: { status: Status; problems: number }) {
  const { resealing, backup, ending } = status;
  const troubled = Math.max(status.problems, problems);
  const { known } = useProblems(status, troubled > 0);
  // Until it is known which, only what the list itself counts is said: the rest may be a notice.
  const count = problems > 0 ? { lead: needAttention(problems), rest: '' } : null;
  const told = known ? attention(known.problems, known.notices) : count;
  if (told)
    return (
      <PinnedNote
        {...told}
        loss={known === null || known.problems.length > 0}
        link={text('popup_note_attention_link')}
        part="vault"
      />
    );
  if (status.withheld.length > 0) return null;
  if (resealing)
    return (
      <PinnedNote
        lead={text('popup_note_resealing')}
        rest={sealingWords(resealing)}
        link={text('popup_note_resealing_link')}
        part="vault"
      />
    );
  if (ending) return <EndingNote ending={ending} />;
  if (backup?.due)
    return (
      <PinnedNote
        {...backupWords(backup.newest, backup.newer)}
        link={text('popup_note_backup_link')}
        part="backup"
      />
    );
  return null;
}

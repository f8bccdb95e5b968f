/** The popup while there is no vault, while it is locked, and while it needs repair. */
import type { ComponentChildren } from 'preact';
import type { Status } from '../messages/protocol';
import { text } from '../text/text';
import { Eye, lidOf } from '../ui/mark';
import type { Making } from '../ui/passphrase/create';
import { CreateForm } from '../ui/passphrase/create-form';
import { UnlockForm } from '../ui/passphrase/unlock-form';
import { Repair } from '../ui/repair/repair';
import { pausedWords } from '../ui/resealing';
import { lockedWhen, tokenCount } from '../ui/time';
import { Bottom, openTab, Title, Top } from './frame';
import { EndingNote } from './notes';

type Props = {
  readonly status: Status;
  readonly now: Date;
  readonly said: string;
  readonly held: ComponentChildren;
};

export function NoVault({ status, said, held, onMaking }: Props & { onMaking: (making: Making) => void }) {
  return (
    <>
      <Top>
        <Title lid={lidOf('none', status.held.length)}>{text('popup_create_title')}</Title>
      </Top>
      <main class="mid">
        {held}
        <CreateForm
          known={status.held.flatMap(({ name, host }) => [name ?? '', host ?? ''])}
          onMaking={onMaking}
        >
          <p class="muted">{text('popup_create_lede')}</p>
          <div>
            <button
              class="btn btn-s"
              type="button"
              onClick={() => openTab('src/welcome/welcome.html#generated')}
            >
              {text('popup_generate')}
            </button>
            <p class="help">{text('popup_generate_help')}</p>
          </div>
        </CreateForm>
      </main>
      <Bottom said={said} />
    </>
  );
}

export function Locked({ status, now, said, held, onOpen }: Props & { onOpen: () => void }) {
  return (
    <>
      <Top>
        <Title lid={lidOf('locked', 0)}>SeenOnce</Title>
      </Top>
      <main class="mid">
        {held}
        {status.ending && status.withheld.length === 0 && <EndingNote ending={status.ending} />}
        <div class="gate">
          <Eye lid="closed" />
          <h2 class="lead">{text('locked')}</h2>
          <p class="muted">{text('popup_locked_lede')}</p>
          {status.resealing && <p class="sealing">{pausedWords(status.resealing)}</p>}
          <UnlockForm onOpen={onOpen} focused resealing={status.resealing !== null} />
        </div>
      </main>
      <Bottom said={said}>
        <span class="counts">{text('popup_encrypted', { tokens: tokenCount(status.count) })}</span>
        <span class="counts end">{lockedWhen(status.lockedAt, now)}</span>
      </Bottom>
    </>
  );
}

/** The database can be opened, and so its records can be counted. */
const hasCount = ({ trouble }: Status) => trouble !== 'storage-broken' && trouble !== 'database-newer';

export function Broken({ status, said, held, onRepaired }: Omit<Props, 'now'> & { onRepaired: () => void }) {
  return (
    <>
      <Top>
        <Title lid={lidOf('broken', status.held.length)}>SeenOnce</Title>
      </Top>
      <main class="mid">
        {held}
        <Repair trouble={status.trouble} focused onRepaired={onRepaired} />
      </main>
      <Bottom said={said}>
        {hasCount(status) && (
          <span class="counts">{text('popup_encrypted', { tokens: tokenCount(status.count) })}</span>
        )}
      </Bottom>
    </>
  );
}

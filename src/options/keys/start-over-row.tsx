import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress, VaultState } from '../../messages/protocol';
import { text } from '../../text/text';
import { ProgressLine } from '../../ui/progress';
import { pausedWords, sealingWords } from '../../ui/resealing';
import { FormRow } from '../form-row';
import { Setting } from '../setting';
import { beginAnew } from './deeds';
import { Gate } from './gate';
import { NewPassphraseForm } from './new-passphrase-form';
import type { RowProps } from './rows';

const titleAndAbout = () => ({ title: text('keys_start_over'), about: text('keys_start_over_about') });

/** `true` from the moment at which this page saw it end. */
function useEnded(resealing: Progress | null): boolean {
  const [ended, setEnded] = useState(false);
  const before = useRef(resealing);
  useEffect(() => {
    if (before.current && !resealing) setEnded(true);
    if (resealing) setEnded(false);
    before.current = resealing;
  }, [resealing]);
  return ended;
}

/** While it is under way there is nothing to press: it goes on by itself, or waits for the old passphrase. */
function UnderWay({ resealing, vault }: { resealing: Progress; vault: VaultState }) {
  const words = vault === 'unlocked' ? sealingWords(resealing) : pausedWords(resealing);
  return <Setting {...titleAndAbout()} below={<ProgressLine progress={resealing} words={words} />} />;
}

export function StartOverRow({ status, open, setOpen, said, onDone }: RowProps) {
  const { resealing, vault } = status;
  const ended = useEnded(resealing);
  if (resealing) return <UnderWay {...{ resealing, vault }} />;
  return (
    <FormRow
      {...titleAndAbout()}
      opens={text('keys_start_over_open')}
      {...{ open, setOpen }}
      said={ended && !open ? text('keys_started_over') : said}
      after={
        ended &&
        !open && (
          <a class="link" href="#backup">
            {text('keys_start_over_backup')}
          </a>
        )
      }
    >
      <Gate vault={vault}>
        <NewPassphraseForm
          does={text('keys_start_over')}
          busyWords={text('keys_start_over_busy')}
          deed={beginAnew}
          onDone={() => onDone('')}
          onCancel={() => setOpen(false)}
        >
          <p class="muted">{text('keys_start_over_note')}</p>
        </NewPassphraseForm>
      </Gate>
    </FormRow>
  );
}

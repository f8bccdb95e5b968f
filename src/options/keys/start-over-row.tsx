import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress, VaultState } from '../../messages/protocol';
import { ProgressLine } from '../../ui/progress';
import { pausedWords, sealingWords } from '../../ui/resealing';
import { FormRow } from '../form-row';
import { Setting } from '../setting';
import { beginAnew } from './deeds';
import { Gate } from './gate';
import { NewPassphraseForm } from './new-passphrase-form';
import type { RowProps } from './rows';
import { STARTED_OVER } from './words';

const TITLE = 'Start over with a new key';
const ABOUT =
  'For when somebody may know the passphrase and have a copy of the disk: every token is sealed to a new key.';

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
  return <Setting title={TITLE} about={ABOUT} below={<ProgressLine progress={resealing} words={words} />} />;
}

export function StartOverRow({ status, open, setOpen, said, onDone }: RowProps) {
  const { resealing, vault } = status;
  const ended = useEnded(resealing);
  if (resealing) return <UnderWay {...{ resealing, vault }} />;
  return (
    <FormRow
      title={TITLE}
      about={ABOUT}
      opens="Start over"
      {...{ open, setOpen }}
      said={ended && !open ? STARTED_OVER : said}
      after={
        ended &&
        !open && (
          <a class="link" href="#backup">
            Make a backup
          </a>
        )
      }
    >
      <Gate vault={vault}>
        <NewPassphraseForm
          does="Start over with a new key"
          busyWords="Making the key. This takes a few seconds, on purpose."
          deed={beginAnew}
          onDone={() => onDone('')}
          onCancel={() => setOpen(false)}
        >
          <p class="muted">
            The tokens stay usable throughout, and what is already known to somebody stays known: revoke it at
            its site. Passkeys are removed and can be added again. Old backups and old copies of the disk
            still open with the old passphrase.
          </p>
        </NewPassphraseForm>
      </Gate>
    </FormRow>
  );
}

import { named } from '../text/named';
import { rich } from '../text/rich';
import { text } from '../text/text';
import { Icon } from '../ui/mark';

/** Why there is nothing to save, as the background says it in the window's address. */
const REASONS = ['nothing', 'no-site', 'no-access', 'wrong-length'] as const;
export type Nothing = (typeof REASONS)[number];

export function nothingAt(hash: string): Nothing | null {
  return REASONS.find((reason) => reason === hash) ?? null;
}

/** What happened, and what to do. */
export function NothingToSave({ why, onClose }: { why: Nothing; onClose: () => void }) {
  return (
    <>
      <div class="note" role="alert">
        <Icon is="warn" />
        <p>
          {rich('failure_line', {
            what: <span class="strong">{text(`save_nothing_${named(why)}_what`)}</span>,
            safe: text('save_nothing_saved'),
            next: text(`save_nothing_${named(why)}_next`),
          })}
        </p>
      </div>
      <div class="do">
        <button class="btn" type="button" onClick={onClose}>
          {text('save_close')}
        </button>
      </div>
    </>
  );
}

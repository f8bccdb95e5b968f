import { useEffect, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Trouble } from '../../messages/protocol';
import { rich } from '../../text/rich';
import { text } from '../../text/text';
import { Icon } from '../mark';
import { RepairForm } from './repair-form';
import { isRepairable, troubleTitle, troubleWords } from './words';

type Props = {
  readonly trouble: Trouble | null;
  readonly focused: boolean;
  /** Called when the vault is repaired, and open. */
  readonly onRepaired: () => void;
};

/** How many passphrase slots are left, of the header and its second copy; `null` until known. */
function useSlotsLeft(): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    void send('ui:slots', null).then((answer) => setLeft(answer.ok ? answer.value.passphrase.length : 0));
  }, []);
  return left;
}

/** A vault that needs repair: why, what is safe, and the one form that repairs it. */
export function Repair({ trouble, focused, onRepaired }: Props) {
  const left = useSlotsLeft();
  const known = trouble ?? 'header-corrupt';
  const { what, safe, next } = troubleWords(known);
  const repairable = isRepairable(known);
  const asks = repairable && left !== 0;
  return (
    <div class="repair">
      <h2 class="lead">{troubleTitle(known)}</h2>
      <div class="note note-loss" role="alert">
        <Icon is="stop" />
        <p>
          {rich('failure_line', {
            what: <span class="strong">{what}</span>,
            safe,
            next: asks || !repairable ? next : text('repair_no_slots'),
          })}
        </p>
      </div>
      {known === 'recipient-replaced' && <p>{text('repair_exposed')}</p>}
      {asks && <RepairForm {...{ focused, onRepaired }} />}
      {repairable && <NoWay open={left === 0} />}
    </div>
  );
}

function NoWay({ open }: { open: boolean }) {
  return (
    <details class="no-way" open={open}>
      <summary>{text('repair_no_way_lead')}</summary>
      <p>{text('repair_no_way_vault')}</p>
      <p>{text('repair_no_way_backup')}</p>
      <p>{text('repair_no_way_copy')}</p>
    </details>
  );
}

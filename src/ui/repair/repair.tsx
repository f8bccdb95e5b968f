import { useEffect, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Trouble } from '../../messages/protocol';
import { Icon } from '../mark';
import { RepairForm } from './repair-form';
import { EXPOSED, isRepairable, NO_SLOTS, NO_WAY, TITLES, TROUBLES } from './words';

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
  const { what, safe, next } = TROUBLES[known];
  const repairable = isRepairable(known);
  const asks = repairable && left !== 0;
  return (
    <div class="repair">
      <h2 class="lead">{TITLES[known]}</h2>
      <div class="note note-loss" role="alert">
        <Icon is="stop" />
        <p>
          <span class="strong">{what}</span> {safe} {asks || !repairable ? next : NO_SLOTS}
        </p>
      </div>
      {known === 'recipient-replaced' && <p>{EXPOSED}</p>}
      {asks && <RepairForm {...{ focused, onRepaired }} />}
      {repairable && <NoWay open={left === 0} />}
    </div>
  );
}

function NoWay({ open }: { open: boolean }) {
  return (
    <details class="no-way" open={open}>
      <summary>{NO_WAY.lead}</summary>
      {NO_WAY.rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </details>
  );
}

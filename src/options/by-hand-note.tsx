import { gap } from '../text/dates';
import { text } from '../text/text';
import { useKey } from './use-key';

/** For every site that is not in the table. */
export function ByHandNote() {
  const key = useKey('save-by-hand');
  return (
    <p class="by-hand small muted">
      <span class="strong">{text('sites_by_hand_lead')}</span>
      {gap()}
      {key ? text('sites_by_hand_rest_key', { key }) : text('sites_by_hand_rest')}
    </p>
  );
}

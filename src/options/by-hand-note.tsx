import { text } from '../text/text';
import { useKey } from './use-key';
import { Lead } from '../ui/lead';

/** For every site that is not in the table. */
export function ByHandNote() {
  const key = useKey('save-by-hand');
  return (
    <p class="by-hand small muted">
      <Lead>{text('sites_by_hand_lead')}</Lead>
      {key ? text('sites_by_hand_rest_key', { key }) : text('sites_by_hand_rest')}
    </p>
  );
}

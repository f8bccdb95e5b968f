import { text } from '../../text/text';
import { Icon } from '../../ui/mark';
import type { Imported } from './import';

/** What came of an import: first why it stopped, if it did, then what is here now. */
export function ImportedResult({ imported: { stopped, words, refused } }: { imported: Imported }) {
  return (
    <div class="restored">
      {stopped !== null && (
        <div class="note note-loss">
          <Icon is="stop" />
          <p>{stopped}</p>
        </div>
      )}
      <p class="ok">
        <Icon is="check" />
        {words}
      </p>
      {refused !== null && (
        <div class="note note-once">
          <Icon is="warn" />
          <p>{refused}</p>
        </div>
      )}
      <p class="help">{text('transfer_file_stays')}</p>
    </div>
  );
}

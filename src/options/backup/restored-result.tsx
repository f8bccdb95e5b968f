import { text } from '../../text/text';
import { Icon } from '../../ui/mark';
import type { Restored } from './restore';

/** What came of a restore: first what is here now, then what is not. */
export function RestoredResult({ restored: { stopped, words, damage, refused } }: { restored: Restored }) {
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
      {damage && (
        <div class="note note-loss">
          <Icon is="stop" />
          <div>
            <p>
              <span class="strong">{damage.words}</span>
            </p>
            {damage.lost.length > 0 && (
              <>
                <ul class="lost" aria-label={text('backup_lost')}>
                  {damage.lost.map((name, at) => (
                    <li key={at}>{name}</li>
                  ))}
                </ul>
                <p>{text('backup_again')}</p>
              </>
            )}
          </div>
        </div>
      )}
      {refused !== null && (
        <div class="note note-once">
          <Icon is="warn" />
          <p>{refused}</p>
        </div>
      )}
    </div>
  );
}

import { text } from '../../text/text';
import { Icon } from '../../ui/mark';
import { Result } from '../result';
import type { Restored } from './restore';

/** What came of a restore, with what the damaged file lost. */
export function RestoredResult({ restored: { damage, ...result } }: { restored: Restored }) {
  return (
    <Result {...result}>
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
    </Result>
  );
}

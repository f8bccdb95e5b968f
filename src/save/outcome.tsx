import browser from '../browser';
import type { ByHand, SightingState } from '../messages/protocol';
import { text } from '../text/text';
import { Lead } from '../ui/lead';
import { Icon } from '../ui/mark';

type SavedNow = Extract<SightingState, { state: 'saved' }>;

/** Written and read back: only then does anything say "Saved". */
export function Saved({ known, now, onClose }: { known: ByHand; now: SavedNow; onClose: () => void }) {
  return (
    <>
      <div class="said" role="status">
        <Icon is="check" />
        <div>
          <p class="strong">{text('save_saved')}</p>
          <p class="muted small">
            {text(now.locked ? 'save_saved_locked' : 'save_saved_written', {
              name: known.name ?? text('save_the_token'),
              host: known.host,
            })}
          </p>
        </div>
      </div>
      <div class="do">
        <button class="btn" type="button" onClick={onClose}>
          {text('save_close')}
        </button>
      </div>
    </>
  );
}

/** Save was clicked and there is no vault yet. */
export function Waiting({ known }: { known: ByHand }) {
  const url = browser.runtime.getURL('src/welcome/welcome.html#save');
  return (
    <>
      <div class="note note-once" role="alert">
        <Icon is="clock" />
        <p>
          <Lead>{text('save_waiting_lead')}</Lead>
          {text('save_waiting_rest', { name: known.name ?? text('save_the_token') })}
        </p>
      </div>
      <div class="do">
        <button class="btn btn-primary" type="button" onClick={() => void browser.tabs.create({ url })}>
          {text('save_create_vault')}
        </button>
      </div>
    </>
  );
}

import browser from '../browser';
import type { ByHand, SightingState } from '../messages/protocol';
import { Icon } from '../ui/mark';

type SavedNow = Extract<SightingState, { state: 'saved' }>;

/** Written and read back: only then does anything say "Saved". */
export function Saved({ known, now, onClose }: { known: ByHand; now: SavedNow; onClose: () => void }) {
  return (
    <>
      <div class="said" role="status">
        <Icon is="check" />
        <div>
          <p class="strong">Saved. You can close this window.</p>
          <p class="muted small">
            {known.name ?? 'The token'}, on {known.host}.{' '}
            {now.locked
              ? 'The vault is locked and stays locked: unlock it when you want to use the token.'
              : 'Written and read back.'}
          </p>
        </div>
      </div>
      <div class="do">
        <button class="btn" type="button" onClick={onClose}>
          Close
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
          <span class="strong">One step left: your vault.</span> {known.name ?? 'The token'} is held in
          memory, and is saved the moment the vault exists.
        </p>
      </div>
      <div class="do">
        <button class="btn btn-primary" type="button" onClick={() => void browser.tabs.create({ url })}>
          Create vault
        </button>
      </div>
    </>
  );
}

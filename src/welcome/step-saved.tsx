import type { Held, VaultState } from '../messages/protocol';
import { listed } from '../text/dates';
import { counted, text } from '../text/text';
import { HeldList } from '../ui/held-list';
import { Eye, lidOf } from '../ui/mark';
import { heldName } from '../ui/naming';

type Props = {
  /** The tokens whose Save was clicked before there was a vault. */
  readonly waited: readonly Held[];
  readonly held: readonly Held[];
  readonly vault: VaultState;
  readonly now: Date;
  readonly onDone: () => void;
  readonly onNext: () => void;
};

/** After the vault was made for a token that waited: is it safe, and may this tab be closed? */
export function StepSaved({ waited, held, vault, now, onDone, onNext }: Props) {
  const left = held.filter(({ id }) => waited.some((token) => token.id === id));
  const names = listed(waited.map(heldName));
  return (
    <main class="main">
      {left.length === 0 ? (
        <div class="say" role="status">
          <h1 tabIndex={-1}>{text('welcome_saved_heading')}</h1>
          <p class="lede">{counted('welcome_saved', waited.length, { names })}</p>
        </div>
      ) : (
        <div class="say">
          <h1 tabIndex={-1}>{text('welcome_made_heading')}</h1>
          <p class="lede">{text('welcome_made_lede')}</p>
          <HeldList {...{ held: left, vault, now, onDone }} />
        </div>
      )}
      <div class="do">
        <button class={left.length === 0 ? 'btn btn-primary' : 'btn'} type="button" onClick={onNext}>
          {text('welcome_see_sites')}
        </button>
      </div>
      <div class="pic">
        <Eye lid={lidOf(vault, left.length)} />
      </div>
    </main>
  );
}

import type { Held, VaultState } from '../messages/protocol';
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
  const names = waited.map(heldName).join(', ');
  return (
    <main class="main">
      {left.length === 0 ? (
        <div class="say" role="status">
          <h1 tabIndex={-1}>Saved</h1>
          <p class="lede">
            {names} {waited.length === 1 ? 'is' : 'are'} in the vault, encrypted. You can close this tab and
            the site's page.
          </p>
        </div>
      ) : (
        <div class="say">
          <h1 tabIndex={-1}>The vault is made</h1>
          <p class="lede">
            What waited is still held and not saved yet. Keep its page open, and save it here.
          </p>
          <HeldList {...{ held: left, vault, now, onDone }} />
        </div>
      )}
      <div class="do">
        <button class={left.length === 0 ? 'btn btn-primary' : 'btn'} type="button" onClick={onNext}>
          See where SeenOnce looks
        </button>
      </div>
      <div class="pic">
        <Eye lid={lidOf(vault, left.length)} />
      </div>
    </main>
  );
}

import { useState } from 'preact/hooks';
import { send } from '../browser';
import type { Held, VaultState } from '../messages/protocol';
import { text } from '../text/text';
import { failureLine } from './failure';
import { Tile } from './mark';
import { heldName, tileOf } from './naming';
import { ago } from './time';

type Props = {
  readonly held: readonly Held[];
  readonly vault: VaultState;
  readonly now: Date;
  /** Called after a token was saved or discarded, with a sentence for the status line. */
  readonly onDone: (words: string) => void;
};

/** The tokens that wait unsaved: above everything, in every state. Nothing is drawn when none waits. */
export function HeldList({ held, vault, now, onDone }: Props) {
  if (held.length === 0) return null;
  return (
    <section class="held">
      <h2 id="held">{text('held_title')}</h2>
      <ul aria-labelledby="held">
        {held.map((token, at) => (
          <HeldToken key={token.id} {...{ token, vault, now, onDone }} first={at === 0} />
        ))}
      </ul>
    </section>
  );
}

/** Save was clicked, and there is nothing yet that it could be sealed to. */
function waits({ saveRequested }: Pick<Held, 'saveRequested'>, vault: VaultState): boolean {
  return saveRequested && (vault === 'none' || vault === 'broken');
}

/** What has to happen to the vault before it is saved. */
const waitsFor = (vault: VaultState) => (vault === 'broken' ? 'repaired' : 'exists');

function place({ host, saveRequested, seenAt }: Held, vault: VaultState, now: Date): string {
  if (waits({ saveRequested }, vault)) return text(`held_waits_${waitsFor(vault)}`);
  if (host === null) return text('held_found', { when: ago(seenAt, now) });
  return text('held_place', { host, when: ago(seenAt, now) });
}

/** What a click did, in words, and whether it succeeded. */
type Done = { readonly ok: boolean; readonly words: string };

async function save(token: Held, vault: VaultState): Promise<Done> {
  const answer = await send('ui:save-held', { id: token.id });
  if (!answer.ok) return { ok: false, words: failureLine(answer.failure) };
  const name = heldName(token);
  if (answer.value.state === 'saved') return { ok: true, words: text('held_saved', { name }) };
  if (answer.value.state === 'waits-for-vault')
    return { ok: true, words: text(`held_waiting_${waitsFor(vault)}`, { name }) };
  return { ok: false, words: failureLine('not-held') };
}

async function discard(token: Held): Promise<Done> {
  const answer = await send('ui:discard-held', { id: token.id });
  if (!answer.ok) return { ok: false, words: failureLine(answer.failure) };
  const name = heldName(token);
  const { host } = token;
  const words =
    host === null ? text('held_discarded_at_site', { name }) : text('held_discarded_on', { name, host });
  return { ok: true, words };
}

type ItemProps = Omit<Props, 'held'> & { readonly token: Held; readonly first: boolean };

function HeldToken({ token, vault, now, onDone, first }: ItemProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = heldName(token);

  async function act(deed: (token: Held, vault: VaultState) => Promise<Done>): Promise<void> {
    if (busy) return;
    setBusy(true);
    const { ok, words } = await deed(token, vault);
    setBusy(false);
    setProblem(ok ? null : words);
    if (ok) onDone(words);
  }

  return (
    <li>
      <Tile {...tileOf(token.provider, token.host)} />
      <div class="clip">
        <p class="strong clip">{name}</p>
        <p class="sub clip">{place(token, vault, now)}</p>
      </div>
      <div class="do">
        {!waits(token, vault) && (
          <button
            class={`btn btn-s${first ? ' btn-primary' : ''}`}
            type="button"
            aria-label={text('held_save_named', { name })}
            aria-disabled={busy}
            onClick={() => void act(save)}
          >
            {text('held_save')}
          </button>
        )}
        <button
          class="btn btn-s"
          type="button"
          aria-label={text('held_discard_named', { name })}
          aria-disabled={busy}
          onClick={() => void act(discard)}
        >
          {text('held_discard')}
        </button>
      </div>
      {token.incognito && <p class="sub whole">{text('held_private')}</p>}
      {problem !== null && (
        <p class="help help-loss" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

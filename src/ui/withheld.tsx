import { useState } from 'preact/hooks';
import browser from '../browser';
import type { Withheld } from '../messages/protocol';
import { inWords } from '../providers/watched';
import { text } from '../text/text';
import { Icon } from './mark';
import { Lead } from './lead';

type Props = {
  readonly withheld: readonly Withheld[];
  /** True: beside a list in which each of them has a button of its own. */
  readonly listed?: boolean;
  /** Called when the browser has allowed all of it, with a sentence for the status line. */
  readonly onAllowed: (words: string) => void;
};

/** Asks the browser. It lets us ask in a click only, before anything is awaited. */
export async function askForHosts(withheld: readonly Withheld[]): Promise<boolean> {
  const origins = withheld.flatMap((each) => each.origins);
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // Where somebody else decides it, as on a managed computer.
    return false;
  }
}

/** What the browser keeps SeenOnce from, and one button that asks for all of it. Nothing is drawn when that is nothing. */
export function WithheldNote({ withheld, listed = false, onAllowed }: Props) {
  const [refused, setRefused] = useState(false);
  if (withheld.length === 0) return null;
  const names = inWords(withheld.map(({ name }) => name));

  async function allow(): Promise<void> {
    const granted = await askForHosts(withheld);
    setRefused(!granted);
    if (granted) onAllowed(text('withheld_allowed', { names }));
  }

  return (
    <section class="note note-once withheld" aria-label={text('withheld_name')}>
      <Icon is="warn" />
      <p>
        <Lead>{text('withheld_lead', { names })}</Lead>
        <span role="status">{text(refused ? 'withheld_refused' : 'withheld_not_noticed')}</span>
      </p>
      <button class="btn btn-s" type="button" onClick={() => void allow()}>
        {text(listed && withheld.length > 1 ? 'withheld_allow_all' : 'withheld_allow')}
      </button>
    </section>
  );
}

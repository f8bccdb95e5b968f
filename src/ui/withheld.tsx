import { useState } from 'preact/hooks';
import browser from '../browser';
import type { Withheld } from '../messages/protocol';
import { inWords } from '../providers/watched';
import { Icon } from './mark';

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
    if (granted) onAllowed(`Allowed. SeenOnce looks at ${names}, in open tabs too.`);
  }

  return (
    <section class="note note-once withheld" aria-label="Not allowed by the browser">
      <Icon is="warn" />
      <p>
        <span class="strong">The browser keeps SeenOnce from {names}.</span>{' '}
        <span role="status">
          {refused
            ? 'It was not allowed. A token that is shown there is still not noticed.'
            : 'A token that is shown there is not noticed.'}
        </span>
      </p>
      <button class="btn btn-s" type="button" onClick={() => void allow()}>
        {listed && withheld.length > 1 ? 'Allow all' : 'Allow'}
      </button>
    </section>
  );
}

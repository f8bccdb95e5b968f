import { useEffect, useState } from 'preact/hooks';
import { text } from '../../text/text';
import { judge, type Verdict } from './judge';

const BARS: Record<Verdict, number> = { refused: 1, weak: 2, good: 3, strong: 4 };

/** The verdict on what is typed, as it is typed; `null` before the first letter and while it is judged. */
export function useVerdict(passphrase: string, known: readonly string[]): Verdict | null {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const words = known.join('\n');
  useEffect(() => {
    let current = true;
    if (passphrase === '') setVerdict(null);
    else void judge(passphrase, words.split('\n')).then((judged) => current && setVerdict(judged));
    return () => {
      current = false;
    };
  }, [passphrase, words]);
  return verdict;
}

/** Four bars and a sentence. */
export function Meter({ verdict }: { verdict: Verdict | null }) {
  const on = verdict === null ? 0 : BARS[verdict];
  return (
    <>
      <div class={`meter meter-${verdict ?? 'none'}`} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} class={bar <= on ? 'on' : ''} />
        ))}
      </div>
      <p class="help" aria-live="polite">
        {text(`passphrase_meter_${verdict ?? 'none'}`)}
      </p>
    </>
  );
}

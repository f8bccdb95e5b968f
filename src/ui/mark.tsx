/** The mark and the small drawings. All are decoration beside words, so screen readers skip them. */
import type { JSX } from 'preact';
import type { Risk } from '../providers/provider';
import type { VaultState } from '../messages/protocol';
import { text } from '../text/text';

/** Open: a token waits unsaved. Half: all saved. Closed: locked, or in need of repair. */
export type Lid = 'open' | 'half' | 'closed';

const COIN = 'M16 1a15 15 0 1 1 0 30 15 15 0 0 1 0-30Z';
/** What the lid leaves open, cut out of the coin (32 units wide). */
const OPENING: Record<Lid, string> = {
  open: 'M7.06 8a12 12 0 1 0 17.88 0Z',
  half: 'M4 16a12 12 0 0 0 24 0Z',
  closed: 'M4.6 18.6a12 12 0 0 0 22.8 0 17 17 0 0 1-22.8 0Z',
};

export function lidOf(vault: VaultState, waiting: number): Lid {
  if (waiting > 0) return 'open';
  return vault === 'locked' || vault === 'broken' ? 'closed' : 'half';
}

export function Eye({ lid }: { lid: Lid }) {
  return (
    <svg class="eye" viewBox="0 0 32 32" aria-hidden="true">
      <path fill-rule="evenodd" d={COIN + OPENING[lid]} />
      {lid === 'open' && <circle class="iris" cx="16" cy="17" r="7" />}
      {lid === 'half' && <path class="iris" d="M9 16a7 7 0 0 0 14 0Z" />}
    </svg>
  );
}

/** Strokes on a 16-unit grid. */
const STROKES = {
  again: 'M12.75 8a4.75 4.75 0 1 1-1.5-3.45M12.75 2.25V5H10',
  back: 'M9.75 3.5 5.25 8l4.5 4.5',
  bin: 'M3 4.5h10M6.25 4.25v-1.5h3.5v1.5M4.25 4.75l.5 8.5h6.5l.5-8.5',
  check: 'm3 8.5 3.25 3.25L13 4.75',
  clock: 'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5ZM8 4.75V8l2.25 1.5',
  copy: 'M5.75 5.75h7.5v7.5h-7.5ZM10.25 5.5V2.75h-7.5v7.5H5.5',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  file: 'M4 1.75h5L12.25 5v9.25H4ZM8.75 2v3.25H12',
  gear: 'M8 5.75a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5ZM8 1.75v2M8 12.25v2M14.25 8h-2M3.75 8h-2M12.42 3.58 11 5M5 11l-1.42 1.42M12.42 12.42 11 11M5 5 3.58 3.58',
  key: 'M5 5.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5ZM7.75 8h6.5v2.5M11.75 8v2',
  out: 'M6.5 3.25H3.25v9.5h9.5V9.5M9.25 2.75h4v4M13 3 7.75 8.25',
  past: 'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5ZM4 12l8-8',
  pen: 'm3 13 .75-3L10.5 3.25l2.25 2.25L6 12.25ZM9 4.75 11.25 7',
  search: 'M7 2.75a4.25 4.25 0 1 1 0 8.5 4.25 4.25 0 0 1 0-8.5ZM10.25 10.25l3.25 3.25',
  stop: 'M5.5 1.75h5l3.75 3.75v5l-3.75 3.75h-5L1.75 10.5v-5ZM8 4.75V8.5M8 11v.01',
  warn: 'M8 2.25 14.25 13H1.75ZM8 6.5v3M8 11.25v.01',
} as const;

export function Icon({ is, small = false }: { is: keyof typeof STROKES; small?: boolean }) {
  return (
    <svg class={small ? 'icon icon-s' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={STROKES[is]} />
    </svg>
  );
}

/** A shape for each risk, so that no colour is needed: ring, half disc, barred square, diamond. */
const SHAPES: Record<Risk, JSX.Element> = {
  reads: <circle cx="5" cy="5" r="3.9" fill="none" stroke-width="1.4" />,
  writes: (
    <>
      <circle cx="5" cy="5" r="3.9" fill="none" stroke-width="1.4" />
      <path d="M5 1.1a3.9 3.9 0 0 0 0 7.8Z" />
    </>
  ),
  deletes: <path fill-rule="evenodd" d="M.7.7h8.6v8.6H.7ZM2.4 4.2v1.6h5.2V4.2Z" />,
  administers: <path d="M5-.3 10.3 5 5 10.3-.3 5Z" />,
};

/** The worst of a scope's risks, as shape and word. */
export function RiskMark({ risk }: { risk: Risk }) {
  return (
    <span class={`risk risk-${risk}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[risk]}
      </svg>
      {text(`risk_${risk}`)}
    </span>
  );
}

export function Tile(props: { letter: string; test?: boolean; small?: boolean }) {
  const { letter, test = false, small = false } = props;
  return (
    <span class={`tile${test ? ' tile-test' : ''}${small ? ' tile-s' : ''}`} aria-hidden="true">
      {letter}
    </span>
  );
}

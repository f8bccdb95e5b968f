/** @jsxRuntime classic */
/** @jsx h */
/** The mark and the few signs of the prompt. The lid says where the token is. */
import type { Risk } from '../providers/provider';
import { text } from '../text/text';
import { Fragment, h } from './h';

const RIM = 'M16 1a15 15 0 1 0 0 30 15 15 0 0 0 0-30Z';

/** Lid up: a token was seen and is not saved. */
export const OpenEye = () => (
  <svg class="eye" viewBox="0 0 32 32">
    <path fill-rule="evenodd" d={`${RIM}M7.06 8h17.88a12 12 0 1 1-17.88 0Z`} />
    <circle class="iris" cx="16" cy="17" r="7" />
  </svg>
);

/** Lid down: safe. `gesture` lets it come down, once. */
export const ClosedEye = ({ gesture }: { gesture: boolean }) => (
  <svg class="eye" viewBox="0 0 32 32">
    <clipPath id="so-lid">
      <circle cx="16" cy="16" r="12.3" />
    </clipPath>
    <path fill-rule="evenodd" d={`${RIM}M16 4a12 12 0 1 1 0 24 12 12 0 0 1 0-24Z`} />
    <g clip-path="url(#so-lid)">
      <circle class="iris" cx="16" cy="14" r="7" />
      <path class={gesture ? 'lid' : ''} d="M3-20H29V18A17 17 0 0 1 3 18Z" />
    </g>
  </svg>
);

const CIRCLE = 'M2.25 8a5.75 5.75 0 1 0 11.5 0 5.75 5.75 0 1 0-11.5 0';

const SIGNS = {
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  check: 'm3 8.5 3.25 3.25L13 4.75',
  close: 'm4 4 8 8M12 4l-8 8',
  warn: 'M8 2.25 14.25 13H1.75ZM8 6.5v3M8 11.25v.01',
  note: `${CIRCLE}M8 7.5v3.25M8 5.25v.01`,
  stop: 'M5.5 1.75h5l3.75 3.75v5l-3.75 3.75h-5L1.75 10.5v-5ZM8 4.75V8.5M8 11v.01',
  enter: 'M12.75 3.5v5h-9M6.5 5.5 3.5 8.5l3 3',
  clock: `${CIRCLE}M8 4.75V8l2.25 1.5`,
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
};

export const Sign = ({ of, tone = '' }: { of: keyof typeof SIGNS; tone?: string }) => (
  <svg viewBox="0 0 16 16" class={tone}>
    <path d={SIGNS[of]} stroke-width={of === 'more' ? 2.2 : 1.5} />
  </svg>
);

const Ring = () => <circle cx="5" cy="5" r="3.9" fill="none" stroke-width="1.4" />;

/** Shape and word carry the risk; colour only repeats it. */
const RISK_SHAPES: Readonly<Record<Risk, () => Node>> = {
  reads: Ring,
  writes: () => (
    <Fragment>
      <Ring />
      <path d="M5 1.1a3.9 3.9 0 0 0 0 7.8Z" />
    </Fragment>
  ),
  deletes: () => <path fill-rule="evenodd" d="M.7.7h8.6v8.6H.7ZM2.4 4.2v1.6h5.2V4.2Z" />,
  administers: () => <path d="M5-.3 10.3 5 5 10.3-.3 5Z" />,
};

export const RiskMark = ({ risk }: { risk: Risk }) => (
  <span class={`risk ${risk}`}>
    <svg viewBox="0 0 10 10">{RISK_SHAPES[risk]()}</svg>
    {text(`risk_${risk}`)}
  </span>
);

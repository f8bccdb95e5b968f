import * as v from 'valibot';
import type { Settings, Sites } from '../messages/protocol';
import { settingsShape } from '../messages/shapes';
import { isOrigin } from '../tokens/origin';
import { Item } from './item';

const INITIAL: Settings = {
  lockAfter: 10,
  lockWithScreen: true,
  hold: true,
  leaveGuard: true,
  clearClipboard: 45,
  toldMayRemove: false,
  toldHistory: false,
  practised: false,
  daysInClear: false,
};
export const settings = new Item<Settings>('settings', 1, INITIAL, settingsShape);

/** When the newest backup was made, ISO 8601. */
export const backups = new Item<{ readonly newest: string | null }>(
  'backups',
  1,
  { newest: null },
  v.object({ newest: v.exactOptional(v.nullable(v.pipe(v.string(), v.isoTimestamp()))) }),
);

/** A day on which tokens end, and nothing of the tokens themselves. */
export type EndDay = {
  /** `2026-12-03` */
  readonly on: string;
  readonly tokens: number;
  /** The narrowest threshold (14, 7, 1 days) of which all of them were reminded, and that was seen. */
  readonly threshold: number | null;
  readonly seen: number | null;
};

const endDay = v.object({
  on: v.pipe(v.string(), v.isoDate()),
  tokens: v.number(),
  threshold: v.nullable(v.number()),
  seen: v.nullable(v.number()),
});

/** Empty, unless the user chose to be reminded before the vault is unlocked. */
export const endDays = new Item<{ readonly days: readonly EndDay[] }>(
  'end-days',
  1,
  { days: [] },
  v.object({ days: v.exactOptional(v.array(endDay)) }),
);

export const sites = new Item<Sites>(
  'sites',
  1,
  { servers: {}, off: [] },
  v.object({
    servers: v.exactOptional(v.record(v.pipe(v.string(), v.check(isOrigin)), v.string())),
    off: v.exactOptional(v.array(v.string())),
  }),
);

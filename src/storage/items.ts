import type { Settings, Sites } from '../messages/protocol';
import { Item } from './item';

export const settings = new Item<Settings>('settings', 1, {
  lockAfter: 10,
  lockWithScreen: true,
  hold: true,
  leaveGuard: true,
  clearClipboard: 45,
  toldMayRemove: false,
  toldHistory: false,
  practised: false,
  daysInClear: false,
});

/** When the newest backup was made, ISO 8601. */
export const backups = new Item<{ readonly newest: string | null }>('backups', 1, { newest: null });

/** A day on which tokens end, and nothing of the tokens themselves. */
export type EndDay = {
  /** `2026-12-03` */
  readonly on: string;
  readonly tokens: number;
  /** The narrowest threshold (14, 7, 1 days) of which all of them were reminded, and that was seen. */
  readonly threshold: number | null;
  readonly seen: number | null;
};

/** Empty, unless the user chose to be reminded before the vault is unlocked. */
export const endDays = new Item<{ readonly days: readonly EndDay[] }>('end-days', 1, { days: [] });

export const sites = new Item<Sites>('sites', 1, { servers: {}, off: [] });

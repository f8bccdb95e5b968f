import type { Settings, Sites } from '../messages/protocol';
import { Item } from './item';

export const settings = new Item<Settings>('settings', 1, {
  lockAfter: 10,
  lockWithScreen: true,
  hold: true,
  leaveGuard: true,
  practised: false,
});

/** When the newest backup was made, ISO 8601. */
export const backups = new Item<{ readonly newest: string | null }>('backups', 1, { newest: null });

export const sites = new Item<Sites>('sites', 1, { servers: {}, off: [] });

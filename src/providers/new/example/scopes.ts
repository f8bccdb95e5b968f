/** Example's scopes, in our own plain words. Fill in: where they are documented, and when that was read. */
import type { Scope } from '../../provider';

export const scopes: Readonly<Record<string, Scope>> = {
  'records:read': { means: 'See all your records, private ones too.', risk: ['reads'] },
  'records:write': {
    means: 'Create, change and delete your records.',
    risk: ['reads', 'writes', 'deletes'],
    // `broad`, where a narrower scope would do: why, and which one.
    broad: { lead: 'records:write can delete records.', rest: 'To read them, records:read is enough.' },
  },
};

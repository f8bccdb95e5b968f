import type { Expiry } from '../provider';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** "Expires on Thu, Dec 24 2026" in a list row (2026; English, as all of GitHub's settings). */
const ON = /Expires on [A-Z][a-z]{2}, ([A-Z][a-z]{2}) (\d{1,2}) (\d{4})/;
/** "This token has no expiration date." (2021 to 2026). "Never used" is something else. */
const NEVER = /\b(?:no expiration|never expires)\b/i;
const DAY_MS = 86_400_000;

/** What a list row says of the expiry; `null` if it says nothing. */
export function anyExpiry(row: string | null): Expiry {
  const [, month = '', day = '', year = ''] = ON.exec(row ?? '') ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number > 0) return { at: `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}` };
  return row && NEVER.test(row) ? 'never' : null;
}

/**
 * What a creation form asked for.
 * @param choice days (`30`), `custom`, `none`, or anything else for "not told"
 * @param custom `YYYY-MM-DD`, read where the choice is `custom`
 */
export function chosenExpiry(choice: string | null, custom: string | null, now = new Date()): Expiry {
  if (choice === 'none') return 'never';
  if (choice === 'custom') return custom && /^\d{4}-\d\d-\d\d$/.test(custom) ? { at: custom } : null;
  if (!choice || !/^\d{1,3}$/.test(choice)) return null;
  return { at: new Date(now.getTime() + Number(choice) * DAY_MS).toISOString().slice(0, 10) };
}

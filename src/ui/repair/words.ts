/** Why a vault is broken, in words: what happened, what is safe, what to do. */
import type { Trouble } from '../../messages/protocol';
import { named } from '../../text/named';
import { text } from '../../text/text';
import type { FailureWords } from '../failure';

/** What stands above it: a passphrase helps only where it says so. */
export function troubleTitle(trouble: Trouble): string {
  if (isOfNewer(trouble)) return text('repair_title_update');
  return text(isRepairable(trouble) ? 'repair_title_repair' : 'repair_title_storage');
}

/** Whether the passphrase repairs it. */
export function isRepairable(trouble: Trouble): boolean {
  return !isOfNewer(trouble) && trouble !== 'storage-broken';
}

/** Whether an update solves it, and nothing else. */
export function isOfNewer(trouble: Trouble | null): boolean {
  return trouble === 'header-newer' || trouble === 'database-newer';
}

/** What the vault needs before it can be used, and the words of the link that leads to it. */
export function needsOf(trouble: Trouble | null): {
  readonly needs: 'update' | 'repair';
  readonly link: string;
} {
  const needs = isOfNewer(trouble) ? 'update' : 'repair';
  return { needs, link: text(`repair_link_${needs}`) };
}

export function troubleWords(trouble: Trouble): FailureWords {
  const name = named(trouble);
  return {
    what: text(`trouble_${name}_what`),
    safe: text(`trouble_${name}_safe`),
    next: text(`trouble_${name}_next`),
  };
}

/** The identity opened, and belongs to nothing that is left. */
export const notOurs = (): FailureWords => ({
  what: text('repair_not_ours_what'),
  safe: text('repair_not_ours_safe'),
  next: text('repair_not_ours_next'),
});

import { is, type GenericSchema } from 'valibot';
import browser from '../browser';
import { Refusal } from '../messages/receive';

/**
 * One versioned item of `storage.local`. Only for what a page may read (settings, sites): content
 * scripts can read this area. Whoever can write to the profile can write here: a field that is not what it has
 * to be counts as one that is not there.
 */
export class Item<T extends object> {
  constructor(
    private readonly key: string,
    private readonly version: number,
    private readonly initial: T,
    /** Each of its fields may be absent. */
    private readonly shape: GenericSchema<unknown, Partial<T>>,
  ) {}

  /** What is stored over what is initial; an item of a newer version is not read. */
  async get(): Promise<T> {
    const stored = (await browser.storage.local.get(this.key))[this.key];
    if (typeof stored !== 'object' || stored === null || !('v' in stored) || !('value' in stored))
      return this.initial;
    if (stored.v !== this.version) return this.initial;
    const { value } = stored;
    const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const fit = fields.filter(([key, field]) => is(this.shape, { [key]: field }));
    // Each of them fits by itself, so all of them do.
    return { ...this.initial, ...(Object.fromEntries(fit) as Partial<T>) };
  }

  /** The same for the page that shows it: what stands there would not be true. Refuses with `newer`. */
  async getKnown(): Promise<T> {
    const stored = (await browser.storage.local.get(this.key))[this.key];
    const isNewer =
      typeof stored === 'object' && stored !== null && 'v' in stored && Number(stored.v) > this.version;
    if (isNewer) throw new Refusal('newer');
    return this.get();
  }

  /** Refuses with `newer` where a later version of the extension wrote this item: it is never overwritten. */
  async set(change: Partial<T>): Promise<T> {
    const value = { ...(await this.getKnown()), ...change };
    await browser.storage.local.set({ [this.key]: { v: this.version, value } });
    return value;
  }
}

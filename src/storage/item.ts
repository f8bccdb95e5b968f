import browser from '../browser';

/**
 * One versioned item of `storage.local`. Only for what a page may read (settings, sites): content
 * scripts can read this area.
 */
export class Item<T extends object> {
  constructor(
    private readonly key: string,
    private readonly version: number,
    private readonly initial: T,
  ) {}

  /** What is stored over what is initial; an item of a newer version is not read. */
  async get(): Promise<T> {
    const stored = (await browser.storage.local.get(this.key))[this.key];
    if (typeof stored !== 'object' || stored === null || !('v' in stored) || !('value' in stored))
      return this.initial;
    if (stored.v !== this.version) return this.initial;
    // Written by `set` of the same version.
    return { ...this.initial, ...(stored.value as Partial<T>) };
  }

  /** @throws Error if a newer version of the extension wrote this item: it is never overwritten */
  async set(change: Partial<T>): Promise<T> {
    const stored = (await browser.storage.local.get(this.key))[this.key];
    if (typeof stored === 'object' && stored !== null && 'v' in stored && Number(stored.v) > this.version) {
      throw new Error(`A newer SeenOnce wrote "${this.key}".`);
    }
    const value = { ...(await this.get()), ...change };
    await browser.storage.local.set({ [this.key]: { v: this.version, value } });
    return value;
  }
}

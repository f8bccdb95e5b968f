/** The parts of `browser` that the background's own modules use, in memory: for tests of those modules. */

class Area {
  #kept = new Map<string, string>();

  async get(keys: string | readonly string[] | null) {
    const names = keys === null ? [...this.#kept.keys()] : [keys].flat();
    const found = names.filter((name) => this.#kept.has(name));
    // Through JSON, as Chromium's storage.session does.
    return Object.fromEntries(found.map((name) => [name, JSON.parse(this.#kept.get(name) ?? 'null')]));
  }

  async set(items: Record<string, unknown>) {
    for (const [key, value] of Object.entries(items)) this.#kept.set(key, JSON.stringify(value));
  }

  async remove(keys: readonly string[]) {
    for (const key of keys) this.#kept.delete(key);
  }

  /** What an update or the end of the browser does to `storage.session`. */
  wipe() {
    this.#kept.clear();
  }

  /** All of it as text, to look for what must not be there. */
  dump() {
    return JSON.stringify([...this.#kept]);
  }
}

const nothing = async () => undefined;

type Asked = { readonly origins?: readonly string[]; readonly permissions?: readonly string[] };

/** All hosts are granted, but for those that a test withholds; what is optional only where a test grants it. */
const permissions = {
  withheld: new Set<string>(),
  optional: new Set<string>(),
  lent: new Set<number>(),
  getAll: async () => ({ origins: [] }),
  contains: async ({ origins = [], permissions: asked = [] }: Asked) =>
    !origins.some((each) => permissions.withheld.has(each)) &&
    asked.every((each) => permissions.optional.has(each)),
};

/** With its address only where a test says that the browser lends the tab. */
const get = async (id: number) => (permissions.lent.has(id) ? { id, url: 'https://example.org/' } : { id });

export const fakeBrowser = {
  storage: { session: new Area(), local: new Area() },
  alarms: { create: nothing, clear: nothing },
  action: {
    setIcon: nothing,
    setTitle: async (drawn: { title: string }) => void drawn,
    setBadgeText: async (drawn: { text: string }) => void drawn,
    setBadgeBackgroundColor: nothing,
    setBadgeTextColor: nothing,
    openPopup: nothing,
  },
  runtime: {
    getURL: (path: string) => `chrome-extension://EXAMPLE/${path}`,
    reload: () => undefined,
    getPlatformInfo: nothing,
  },
  tabs: { create: async () => ({ id: 1 }), get, update: nothing },
  windows: { update: nothing },
  permissions,
  notifications: {
    create: async (id: string, shown: { title: string; message: string }) => void [id, shown],
    clear: async (id: string) => void id,
    onClicked: { addListener: (listener: (id: string) => void) => void listener },
  },
  idle: {
    IdleState: { ACTIVE: 'active', IDLE: 'idle', LOCKED: 'locked' } as Record<string, string>,
    setDetectionInterval: (seconds: number) => void seconds,
  },
};

/** In the place of `src/browser.ts`. */
export default fakeBrowser;

/** Which sites the browser lets us see. It can withhold a host, now or at any later time. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from '../browser';
import type { Provider } from '../providers/provider';

/** Hosts that are granted together: a provider, or a server of somebody's own. */
export type Place = { readonly id: string; readonly matches: readonly string[] };

export type Access = {
  /** Whether all hosts of the place are granted; `undefined` until known. */
  readonly granted: (place: Place) => boolean | undefined;
  /** Asks the browser. Must be called in a click, before anything is awaited. */
  readonly allow: (place: Place) => Promise<void>;
};

async function readGrants(places: readonly Place[]): Promise<ReadonlyMap<string, boolean>> {
  const answers = places.map(async ({ id, matches }) => {
    return [id, await browser.permissions.contains({ origins: [...matches] })] as const;
  });
  return new Map(await Promise.all(answers));
}

/** The grants, kept up to date while the page is open. @param places the same array as long as it has the same places */
export function useAccess(places: readonly Place[]): Access {
  const [grants, setGrants] = useState<ReadonlyMap<string, boolean>>(new Map());
  const read = useCallback(() => void readGrants(places).then(setGrants), [places]);

  useEffect(() => {
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    window.addEventListener('focus', read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
      window.removeEventListener('focus', read);
    };
  }, [read]);

  return {
    granted: ({ id }) => grants.get(id),
    allow: async ({ matches }) => {
      await browser.permissions.request({ origins: [...matches] });
      read();
    },
  };
}

/** `https://*.ghe.com/*` -> `*.ghe.com`. */
function hostOfPattern(pattern: string): string {
  return pattern.slice('https://'.length, -'/*'.length);
}

/** The provider's hosts for work and for trying out, as their patterns name them. */
export function hostsOf({ matches, testHosts }: Provider): { work: string[]; test: string[] } {
  const hosts = matches.map(hostOfPattern);
  return {
    work: hosts.filter((host) => !testHosts.test(host)),
    test: hosts.filter((host) => testHosts.test(host)),
  };
}

/** "github.com, *.ghe.com", "osf.io and its 8 test hosts", "zenodo.org, sandbox.zenodo.org". */
export function hostWords(provider: Provider): string {
  const { work, test } = hostsOf(provider);
  if (test.length <= 1) return [...work, ...test].join(', ');
  return `${work.join(', ')} and its ${test.length} test hosts`;
}

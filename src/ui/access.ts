/** Which sites the browser lets us see. It can withhold a host, now or at any later time. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from '../browser';
import type { Provider } from '../providers/provider';
import { hostOfPattern } from '../providers/watched';
import { counted } from '../text/text';

/** Hosts that are granted together: a provider, or a server of somebody's own. */
export type Place = { readonly id: string; readonly matches: readonly string[] };

export type Access = {
  /** The patterns of the place that are not granted; `undefined` until known. */
  readonly missing: (place: Place) => readonly string[] | undefined;
  /** Asks the browser. Must be called in a click, before anything is awaited. */
  readonly allow: (place: Place) => Promise<void>;
};

type Missing = ReadonlyMap<string, readonly string[]>;

async function readMissing(places: readonly Place[]): Promise<Missing> {
  const answers = places.map(async ({ id, matches }) => {
    const granted = await Promise.all(
      matches.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
    );
    return [id, matches.filter((_, at) => !granted[at])] as const;
  });
  return new Map(await Promise.all(answers));
}

/** The grants, kept up to date while the page is open. @param places the same array as long as it has the same places */
export function useAccess(places: readonly Place[]): Access {
  const [missing, setMissing] = useState<Missing>(new Map());
  const read = useCallback(() => void readMissing(places).then(setMissing), [places]);

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
    missing: ({ id }) => missing.get(id),
    allow: async ({ matches }) => {
      await browser.permissions.request({ origins: [...matches] });
      read();
    },
  };
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
  return counted('hosts_and_tests', test.length, { hosts: work.join(', ') });
}

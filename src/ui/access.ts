/** Which of the built-in sites the browser lets us see. It can withhold a host, now or at any later time. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from '../browser';
import { providers } from '../providers';
import type { Provider } from '../providers/provider';

export type Access = {
  /** Whether all hosts of the provider are granted; `undefined` until known. */
  readonly granted: (provider: Provider) => boolean | undefined;
  /** Asks the browser. Must be called in a click, before anything is awaited. */
  readonly allow: (provider: Provider) => Promise<void>;
};

async function readGrants(): Promise<ReadonlyMap<string, boolean>> {
  const answers = providers.map(async ({ id, matches }) => {
    return [id, await browser.permissions.contains({ origins: [...matches] })] as const;
  });
  return new Map(await Promise.all(answers));
}

/** The grants, kept up to date while the page is open. */
export function useAccess(): Access {
  const [grants, setGrants] = useState<ReadonlyMap<string, boolean>>(new Map());
  const read = useCallback(() => void readGrants().then(setGrants), []);

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

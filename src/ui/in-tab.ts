/** Whether this page stands in a tab: the browser's popup does not, and closes when another window opens. */
import { useEffect, useState } from 'preact/hooks';
import browser from '../browser';

/** `null` until known. */
export function useInTab(): boolean | null {
  const [inTab, setInTab] = useState<boolean | null>(null);
  useEffect(() => {
    void browser.tabs.getCurrent().then((tab) => setInTab(tab !== undefined));
  }, []);
  return inTab;
}

/** A page of ours, and a place on it, in a new tab. */
export function openInTab(page: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(page) });
}

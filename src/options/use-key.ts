import { useEffect, useState } from 'preact/hooks';
import browser from '../browser';

/** The key of one of the manifest's commands, or the one that the user gave it; '' for none, and until it is known. */
export function useKey(command: string): string {
  const [key, setKey] = useState('');
  useEffect(() => {
    void browser.commands.getAll().then((all) => {
      setKey(all.find(({ name }) => name === command)?.shortcut ?? '');
    });
  }, [command]);
  return key;
}

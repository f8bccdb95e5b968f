/** For tests of the background's own modules, which live in one page and share its storage. */
import { deleteDB } from 'idb';
import { closeVault } from '../../src/background/open-vault';
import { lookAgain } from '../../src/background/standing';
import { create } from '../../src/background/unlock';
import { closeStorage } from '../../src/storage/database';
import { changeSecondCopy } from '../../src/storage/second-copy';
import { forgetCopy } from '../../src/storage/session';
import type { NewVault } from '../../src/messages/protocol';
import { fakeBrowser } from './fake-browser';
import { newKey } from './seen';

/** The background stopped and starts again: what it kept in variables is gone. */
export function restartBackground(): void {
  forgetCopy();
  closeVault();
  lookAgain();
}

/** The browser's memory is gone too, as after an update or a restart. The disk is as it was. */
export function restartBrowser(): void {
  fakeBrowser.storage.session.wipe();
  restartBackground();
}

/** Nothing is left, in memory or on the disk, of this test or of another file's in the same browser. */
export async function wipeAll(): Promise<void> {
  restartBrowser();
  fakeBrowser.storage.local.wipe();
  // What nobody waits for, the tests do.
  await changeSecondCopy((copy) => copy);
  await closeStorage();
  await deleteDB('seenonce');
  const folder = await navigator.storage.getDirectory();
  await folder.removeEntry('vault.json').catch(() => undefined);
}

/** Makes a vault, unlocked. */
export async function makeVault(): Promise<NewVault> {
  const key = await newKey();
  await create(key);
  return key;
}

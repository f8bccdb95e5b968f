/**
 * An update empties the memory in which held tokens are named, or, without a vault, wait themselves, and in
 * which it stands when the clipboard is to be cleared. So it waits while there is any of that. Firefox waits for us once `runtime.onUpdateAvailable` is listened to.
 * Chromium does not: it updates an extension whose worker has stopped (update_install_gate.cc, 2026), and
 * tells beforehand only one whose worker runs.
 */
import browser from '../browser';
import { recall, remember } from '../storage/session';
import { waitsToClear } from './clipboard';
import { entries } from './entry';

/** Gone with the update, or with the browser, which updates at its start. */
const AVAILABLE = 'update-available';
/** A worker stops after 30 s without a call. */
const CALL_MS = 20_000;

let calling: ReturnType<typeof setInterval> | null = null;

/** The browser has an update: now, or when nothing is held any more. */
export async function updateAvailable(): Promise<void> {
  await remember(AVAILABLE, true);
  await updateOrWait();
}

/** Updates if there is an update and nothing is held; else sees to it that nobody else does. */
export async function updateOrWait(): Promise<void> {
  if (await waits()) stayAwake();
  else if (await isAvailable()) browser.runtime.reload();
}

/** Keeps the background running as long as something waits. */
export function stayAwake(): void {
  calling ??= setInterval(() => void sleepIfNothingWaits(), CALL_MS);
}

/** The browser counts a call to it, not what the worker computes or remembers by itself. */
async function sleepIfNothingWaits(): Promise<void> {
  await browser.runtime.getPlatformInfo();
  if (calling === null || (await waits())) return;
  clearInterval(calling);
  calling = null;
}

const isAvailable = async () => (await recall<true>(AVAILABLE)) === true;

/** A token that is in memory only always waits; one that is sealed or was copied, while there is an update. */
async function waits(): Promise<boolean> {
  const available = await isAvailable();
  if (available && (await waitsToClear())) return true;
  return (await entries()).some(({ kept, secret }) => secret !== null || (available && kept));
}

/**
 * That no prompt comes is no fact that can be waited for: only time shows it. Each such test stands beside
 * one in which the prompt does come.
 */
import type { Tab } from './driver';

/** Longer than the script's last look at anything that happened to a page, also after a soft navigation, ms. */
const SILENT_MS = 2_600;

export function silence(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, SILENT_MS);
  });
}

/** The prompt's text after the silent time, or `null`. */
export async function afterSilence(page: Tab): Promise<string | null> {
  await silence();
  return page.prompt.text();
}

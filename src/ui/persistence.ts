/**
 * Asks the browser to keep what the vault stores when the disk is full; the browser, or its user, decides.
 * Chromium exempts an extension with `unlimitedStorage` anyway (developer.chrome.com, "Storage and cookies", 2026).
 */
export async function keepStorage(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

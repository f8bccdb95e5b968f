/** Whether the browser keeps what the vault stores when the disk is full. */

/** `null`: this browser does not tell. */
export async function isStorageKept(): Promise<boolean | null> {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}

/** Asks the browser to keep it; the browser, or its user, decides. */
export async function keepStorage(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}

/** Hands a file to the browser's own download. Nothing of it is sent anywhere. */

/** How long the browser may take to begin reading it, ms. */
const READ_MS = 60_000;

export function download(bytes: Uint8Array, name: string): void {
  // The bytes are our own, never a shared buffer, which is what the type leaves open.
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Firefox reads it after the click has ended; revoked at once, the file would be empty.
  setTimeout(() => URL.revokeObjectURL(url), READ_MS);
}

/** `seenonce-20261112.age`, by this computer's own day. @param ending `.age` */
export function datedName(now: Date, ending: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `seenonce-${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}${ending}`;
}

export const backupName = (now: Date): string => datedName(now, '.age');

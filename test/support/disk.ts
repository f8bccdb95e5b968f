/** Looking for what must not be on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMozLz4, unpackMozLz4 } from './moz-lz4';

export type StoredFile = { readonly path: string; readonly bytes: Buffer };

/** Session restore and the list of closed tabs: Chromium's, Firefox's. */
export const SESSIONS = /[\\/]Sessions[\\/]|[\\/]sessionstore/;
const OWN =
  /chrome-extension_|Local Extension Settings|Sync Extension|[\\/]File System[\\/]|moz-extension\+\+\+|browser-extension-data/;

/** The files of the extension's own storage: databases, settings, files. */
export function ownFiles(files: readonly StoredFile[]): StoredFile[] {
  return files.filter(({ path }) => OWN.test(path));
}

/** Every file below a folder with its bytes, unpacked where Firefox packs them. A running browser may delete some meanwhile: those are left out. */
export function filesBelow(folder: string): StoredFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      try {
        const bytes = readFileSync(path);
        return [{ path, bytes: isMozLz4(bytes) ? unpackMozLz4(bytes) : bytes }];
      } catch {
        return [];
      }
    });
}

/** The paths of files that hold a text: UTF-8, UTF-16, or as IndexedDB writes the keys of its entries (Chromium big-endian, Firefox each byte one higher). */
export function holding(files: readonly StoredFile[], text: string): string[] {
  const utf8 = Buffer.from(text, 'utf8');
  const littleEndian = Buffer.from(text, 'utf16le');
  const higher = Buffer.from(utf8.map((byte) => byte + 1));
  const forms = [utf8, littleEndian, Buffer.from(littleEndian).swap16(), higher];
  return files.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ path }) => path);
}

/**
 * The paths of files that hold a secret of the practice sites. Its last twelve characters are enough:
 * they are what makes it unique, and a compressed table would keep them and fold the repeated letters.
 */
export function holdingSecret(files: readonly StoredFile[], secret: string): string[] {
  return holding(files, secret.slice(-12));
}

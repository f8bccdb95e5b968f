/** The form of `<version>.json`: all bytes that a version of SeenOnce stored, as text that can be compared. */

/** Bytes as base64, wherever they stand in a stored value. */
export type Bytes = { readonly base64: string };

export type SavedVault = {
  readonly version: string;
  /** Opens the vault and the backup. Synthetic. */
  readonly passphrase: string;
  /** What opening it must give, the newest first. The values are those of practice sites. */
  readonly tokens: readonly { readonly name: string; readonly secret: string }[];
  readonly notes: readonly { readonly provider: string; readonly scope: string; readonly text: string }[];
  /** Seen and not saved: sealed on the disk. */
  readonly held: { readonly name: string; readonly secret: string };
  /** IndexedDB: its version, and per store all keys with their values. */
  readonly database: number;
  readonly stores: Readonly<Record<string, readonly (readonly [key: string, value: unknown])[]>>;
  /** The second copy's file. */
  readonly copy: string;
  readonly backup: Bytes;
};

/** The index of the open vault, as it is written to the disk. */
import { forget, remember } from '../storage/session';
import { putIndex } from '../storage/vault';
import { sealIndex } from '../vault/index-file';
import { tokenIn, type Contents } from './contents';
import { rememberKnown } from './known';
import type { Keys } from './opening';
import { copyFollows, without } from './second-copy';

/** The generation that this browser session has seen: an older index is a rolled-back one. */
export const GEN = 'gen';
/** The ids of the records that came back from the second copy in this session, until it is said. */
export const PUT_BACK = 'put-back';

export type OpenVault = Keys & {
  readonly indexKey: CryptoKey;
  readonly contents: Contents;
  gen: number;
  /** A later version wrote the index: it is not written over. */
  readonly readOnly: boolean;
  /** `timesWritten` when the list was last compared with the records; -1: not yet. */
  compared: number;
  /** The ids of the records at the first of these times. */
  readonly ahead: { readonly written: number; readonly ids: Promise<string[]> };
};

/** Seals the index as it is now, with the next generation. `null` where it must not be written over. */
export async function sealedIndex(vault: OpenVault): Promise<Uint8Array | null> {
  if (vault.readOnly) return null;
  return sealIndex(vault.indexKey, vault.gen + 1, vault.contents.index);
}

/** Notes that `sealedIndex` was written. */
export async function indexWritten(vault: OpenVault): Promise<void> {
  vault.gen += 1;
  vault.contents.stored();
  await rememberSaved(vault.contents);
  await remember(GEN, vault.gen);
  await forget(PUT_BACK);
}

/**
 * Writes the index, and with it what became of records, or nothing.
 * @param deleted their ids
 * @param anew sealed bytes by id, as the index lists them now
 */
export async function store(
  vault: OpenVault,
  deleted: readonly string[],
  anew: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<void> {
  const index = await sealedIndex(vault);
  await putIndex(index, deleted, anew);
  if (index) await indexWritten(vault);
  void copyFollows('records', new Map([...without(deleted), ...anew]));
}

/** A disk without room keeps nobody from reading: the list is in memory then. */
export async function storeIfThereIsRoom(vault: OpenVault, deleted: readonly string[] = []): Promise<void> {
  await store(vault, deleted).catch(() => undefined);
}

/** While locked, these are known as saved. */
export async function rememberSaved(contents: Contents): Promise<void> {
  const known = [...contents.entries()].flatMap((entry) => {
    const token = tokenIn(entry);
    const { id, fingerprint, failure } = entry;
    return token && failure === null ? [{ id, fingerprint, savedAt: token.savedAt }] : [];
  });
  await rememberKnown(known);
}

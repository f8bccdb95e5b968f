/**
 * Which reminders were given, kept over the end of the browser. They tell which token ends when, so they
 * are sealed like notes, in the same store, under random ids: that works locked too, which the index
 * does not. They are read once per session of the browser, at its first unlock; from then on memory
 * has them.
 */
import { deleteSealed, putSealed, readSealed, sealedIds } from '../storage/records';
import { recall, remember } from '../storage/session';
import type { Given, Said } from '../tokens/ending';
import { newId, openRecord, sealRecord } from '../vault/record';
import { copyFollows, without } from './second-copy';
import { header } from './standing';

/** In memory: what was given, and the ids of the records that say so. */
const GIVEN = 'given';
const RECORDS = 'given-records';
/** As many as surely fit into the 16 KiB of a record. */
const PER_RECORD = 80;

/** What this session of the browser knows; `null` before its first unlock. */
export async function givenInMemory(): Promise<Given | null> {
  return (await recall<Given>(GIVEN)) ?? null;
}

/** Reads what earlier sessions gave, with the identity of the open vault. */
export async function readGiven(identity: string): Promise<Given> {
  const found: { at: number; given: Given }[] = [];
  const ids: string[] = [];
  for (const id of await sealedIds('notes')) {
    const sealed = await readSealed('notes', id);
    const record = sealed && (await openRecord(identity, id, sealed));
    if (!record?.ok) continue;
    const { reminders, at } = record.metadata;
    record.forget();
    if (typeof reminders !== 'object' || reminders === null || typeof at !== 'number') continue;
    ids.push(id);
    found.push({ at, given: givenIn(reminders) });
  }
  // Two of them are there if the browser ended between writing one and deleting the other.
  const given = Object.assign(
    {},
    ...found.toSorted((a, b) => a.at - b.at).map((each) => each.given),
  ) as Given;
  await remember(RECORDS, ids);
  await remember(GIVEN, given);
  return given;
}

/** Whoever has the public key can seal anything. */
function givenIn(reminders: object): Given {
  return Object.fromEntries(
    Object.entries(reminders).filter((entry): entry is [string, Said] => isSaid(entry[1])),
  );
}

function isSaid(value: unknown): value is Said {
  if (typeof value !== 'object' || value === null) return false;
  const { at, threshold, seen } = value as Partial<Record<keyof Said, unknown>>; // checked below
  return (
    typeof at === 'string' && typeof threshold === 'number' && (seen === null || typeof seen === 'number')
  );
}

/** Keeps what was given, in memory and sealed. Without a vault that may be sealed to, in memory only. */
export async function keepGiven(given: Given): Promise<void> {
  if (JSON.stringify(given) === JSON.stringify(await givenInMemory())) return;
  await remember(GIVEN, given);
  const vault = await header();
  if (!vault) return;
  const before = (await recall<readonly string[]>(RECORDS)) ?? [];
  const sealed = await sealGiven(vault.recipient, given);
  for (const [id, bytes] of sealed) await putSealed('notes', id, bytes);
  await remember(RECORDS, [...sealed.keys()]);
  if (before.length > 0) await deleteSealed('notes', before);
  void copyFollows('notes', new Map([...sealed, ...without(before)]));
}

async function sealGiven(recipient: string, given: Given): Promise<Map<string, Uint8Array>> {
  const said = Object.entries(given);
  const sealed = new Map<string, Uint8Array>();
  for (let from = 0; from < said.length; from += PER_RECORD) {
    const id = newId();
    const reminders = Object.fromEntries(said.slice(from, from + PER_RECORD));
    sealed.set(id, await sealRecord(recipient, id, { reminders, at: Date.now() }, ''));
  }
  return sealed;
}

/** What an open vault holds, as its index lists it: in memory while it is unlocked. */
import { safeParse } from 'valibot';
import type { ListedToken, Notice, Problem } from '../messages/protocol';
import { newestFirst } from '../tokens/search';
import { replacedIds } from '../tokens/replaced';
import { TOKEN_SHAPE, tokenShape } from '../tokens/shape';
import type { Token } from '../tokens/token';
import type { EntryFailure, Index, IndexEntry, IndexNotice } from '../vault/index-file';
import type { Metadata } from '../vault/record';

/** The token that line 1 of a record tells, or `null`: then it is not listed. Other fields are kept and ignored. */
export function asToken(metadata: Metadata): Token | null {
  const read = safeParse(tokenShape, metadata);
  return read.success ? read.output : null;
}

/** The token of an entry, or `null` if it was never opened, or there is none. */
export function tokenIn(entry: IndexEntry | undefined): Token | null {
  // `asToken` made it.
  return (entry?.metadata ?? null) as unknown as Token | null;
}

const isListable = ({ metadata }: IndexEntry): boolean => metadata === null || asToken(metadata) !== null;

/** A token with the marks that the index alone gives. */
export type MarkedToken = Omit<ListedToken, 'witnessed'>;

/** What this version has words for. */
const KINDS: Readonly<Record<Notice['kind'], true>> = {
  'list-remade': true,
  'list-rolled-back': true,
  'list-newer': true,
  'copy-newer': true,
  'put-back': true,
  'header-changed': true,
  'new-key-refused': true,
};
const FAILURES: Readonly<Record<Problem['failure'], true>> = {
  corrupt: true,
  'other-vault': true,
  swapped: true,
  replaced: true,
  newer: true,
  'too-large': true,
  missing: true,
};

/** A later version may have noticed something else. */
const isTold = (notice: IndexNotice): notice is Notice => Object.hasOwn(KINDS, notice.kind);
const isKnown = (failure: string): boolean => Object.hasOwn(FAILURES, failure);

export class Contents {
  readonly #entries: Map<string, IndexEntry>;
  readonly #tombstones: Map<string, string>;
  /** Also kinds that a later version knows: kept, and not told. */
  #notices: readonly IndexNotice[];
  #header: string;
  #unlocked: string;
  #checked: string;
  #listed: readonly MarkedToken[] | null = null;
  #changed = false;

  constructor({ header, unlocked, checked, entries, tombstones, notices, shape }: Index) {
    this.#header = header;
    this.#unlocked = unlocked;
    this.#checked = checked;
    // One that an earlier version listed and this one would not is opened again, and told.
    const fit = shape === TOKEN_SHAPE ? entries : entries.filter(isListable);
    this.#entries = new Map(fit.map((entry) => [entry.id, entry]));
    this.#changed = fit.length < entries.length;
    this.#tombstones = new Map(Object.entries(tombstones));
    this.#notices = notices;
  }

  /** As it is to be sealed. */
  get index(): Index {
    return {
      header: this.#header,
      unlocked: this.#unlocked,
      checked: this.#checked,
      entries: [...this.#entries.values()],
      tombstones: Object.fromEntries(this.#tombstones),
      notices: this.#notices,
      shape: TOKEN_SHAPE,
    };
  }

  /** Is there something that the stored index does not say yet? */
  get changed(): boolean {
    return this.#changed;
  }
  stored(): void {
    this.#changed = false;
  }
  #change(): void {
    this.#changed = true;
    this.#listed = null;
  }

  get header(): string {
    return this.#header;
  }
  set header(hash: string) {
    if (hash === this.#header) return;
    this.#header = hash;
    this.#change();
  }
  get checked(): string {
    return this.#checked;
  }
  set checked(at: string) {
    this.#checked = at;
    this.#change();
  }
  get notices(): readonly Notice[] {
    return this.#notices.filter(isTold);
  }

  get size(): number {
    return this.#entries.size;
  }
  has(id: string): boolean {
    return this.#entries.has(id);
  }
  entry(id: string): IndexEntry | undefined {
    return this.#entries.get(id);
  }
  entries(): IterableIterator<IndexEntry> {
    return this.#entries.values();
  }
  isDeleted(id: string): boolean {
    return this.#tombstones.has(id);
  }

  put(entry: IndexEntry): void {
    this.#entries.set(entry.id, entry);
    this.#tombstones.delete(entry.id);
    this.#change();
  }
  /** Takes an entry out as if it had never been listed. */
  drop(id: string): void {
    if (this.#entries.delete(id)) this.#change();
  }
  /** The user deleted it. */
  bury(id: string, now: Date): void {
    this.#entries.delete(id);
    this.#tombstones.set(id, now.toISOString());
    this.#change();
  }
  fail(entry: IndexEntry, failure: EntryFailure | null): void {
    this.put({ ...entry, failure });
  }

  /** It was unlocked at this instant (ISO 8601): what is listed from then on counts as new. */
  unlock(at: string): void {
    if (at === '' || at === this.#unlocked) return;
    this.#unlocked = at;
    this.#change();
  }
  notice(kind: Notice['kind'], now: Date): void {
    if (this.#notices.some((notice) => notice.kind === kind)) return;
    this.#notices = [...this.#notices, { kind, since: now.toISOString() }];
    this.#change();
  }
  acknowledge(): void {
    this.#notices = this.#notices.filter((notice) => !isTold(notice));
    this.#change();
  }

  /** All that can be opened, newest first. */
  get tokens(): readonly MarkedToken[] {
    this.#listed ??= this.#list();
    return this.#listed;
  }

  #list(): readonly MarkedToken[] {
    const whole = [...this.#entries.values()].filter(({ failure }) => failure === null);
    const tokens = whole.flatMap((entry) => tokenIn(entry) ?? []);
    const replaced = replacedIds(tokens);
    return tokens
      .map((token) => ({ ...token, fresh: this.#isFresh(token.id), replaced: replaced.has(token.id) }))
      .toSorted(newestFirst);
  }

  #isFresh(id: string): boolean {
    const listed = this.#entries.get(id)?.listed ?? '';
    return listed !== '' && listed >= this.#unlocked;
  }

  get problems(): readonly Problem[] {
    return [...this.#entries.values()].flatMap((entry) => {
      const { id, failure } = entry;
      if (!failure) return [];
      const token = tokenIn(entry);
      const { what, since, whole } = failure;
      return [
        {
          id,
          failure: isKnown(what) ? what : 'newer',
          since,
          whole,
          name: token?.name ?? null,
          host: token && new URL(token.origin).host,
        },
      ];
    });
  }
}

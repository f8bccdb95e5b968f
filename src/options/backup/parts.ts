/** A backup crosses to the background, and back, a hundred tokens at a time. */
import type { Answer, BackupNote, BackupToken, Failure, Progress, Restored } from '../../messages/protocol';

export const PART = 100;

export type Part = { readonly tokens: readonly BackupToken[]; readonly notes: readonly BackupNote[] };

function slices<T>(items: readonly T[]): (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / PART) }, (_, at) => at * PART);
  return starts.map((start) => items.slice(start, start + PART));
}

/** The parts in which a backup is restored; none has more than a hundred tokens or notes. */
export function partsOf(tokens: readonly BackupToken[], notes: readonly BackupNote[]): Part[] {
  const some = slices(tokens);
  const others = slices(notes);
  const count = Math.max(some.length, others.length);
  return Array.from({ length: count }, (_, at) => ({ tokens: some[at] ?? [], notes: others[at] ?? [] }));
}

type AskTokens = (ask: { from: number; count: number }) => Promise<Answer<'ui:backup-tokens'>>;

/** All tokens with their secrets. One that is saved meanwhile may come twice, or in the next backup. */
export async function gather(
  ask: AskTokens,
  onProgress: (progress: Progress) => void,
): Promise<{ ok: true; tokens: BackupToken[] } | { ok: false; failure: Failure }> {
  const byId = new Map<string, BackupToken>();
  for (let from = 0; ; from += PART) {
    const answer = await ask({ from, count: PART });
    if (!answer.ok) return answer;
    const { tokens, total } = answer.value;
    for (const token of tokens) byId.set(token.id, token);
    onProgress({ done: Math.min(from + PART, total), of: total });
    if (from + PART >= total || tokens.length === 0) return { ok: true, tokens: [...byId.values()] };
  }
}

export type RestoredAll = {
  readonly added: number;
  readonly known: number;
  readonly refused: readonly string[];
  /** How many tokens were sent, and why no more; `null` if all were. */
  readonly stopped: { readonly done: number; readonly failure: Failure } | null;
};

type AskRestore = (part: Part) => Promise<Answer<'ui:restore'>>;

/** Two halves of what is refused as a whole; `null` if it is one thing. */
function halves({ tokens, notes }: Part): [Part, Part] | null {
  if (tokens.length + notes.length < 2) return null;
  const [some, others] = [Math.ceil(tokens.length / 2), Math.ceil(notes.length / 2)];
  // One of each: they are told apart.
  if (tokens.length === 1 && notes.length === 1)
    return [
      { tokens, notes: [] },
      { tokens: [], notes },
    ];
  return [
    { tokens: tokens.slice(0, some), notes: notes.slice(0, others) },
    { tokens: tokens.slice(some), notes: notes.slice(others) },
  ];
}

/** Sends a part. One thing in it that has not the form of a token keeps no other from being restored. */
async function restorePart(part: Part, ask: AskRestore): Promise<Answer<'ui:restore'>> {
  const answer = await ask(part);
  if (answer.ok || answer.failure !== 'refused') return answer;
  const two = halves(part);
  if (!two) return { ok: true, value: { added: 0, known: 0, refused: part.tokens.map(({ id }) => id) } };
  const first = await restorePart(two[0], ask);
  if (!first.ok) return first;
  const second = await restorePart(two[1], ask);
  return second.ok ? { ok: true, value: sumOf(first.value, second.value) } : second;
}

function sumOf(one: Restored, other: Restored): Restored {
  return {
    added: one.added + other.added,
    known: one.known + other.known,
    refused: [...one.refused, ...other.refused],
  };
}

/** Sends a backup part by part, and adds up what came of it. What was added before a failure stays. */
export async function restoreAll(
  parts: readonly Part[],
  ask: AskRestore,
  onProgress: (progress: Progress) => void,
): Promise<RestoredAll> {
  const of = parts.reduce((sum, { tokens }) => sum + tokens.length, 0);
  let sum: Restored = { added: 0, known: 0, refused: [] };
  let done = 0;
  for (const part of parts) {
    onProgress({ done, of });
    const answer = await restorePart(part, ask);
    if (!answer.ok) return { ...sum, stopped: { done, failure: answer.failure } };
    sum = sumOf(sum, answer.value);
    done += part.tokens.length;
  }
  return { ...sum, stopped: null };
}

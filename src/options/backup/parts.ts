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
    const answer = await ask(part);
    if (!answer.ok) return { ...sum, stopped: { done, failure: answer.failure } };
    const { added, known, refused } = answer.value;
    sum = { added: sum.added + added, known: sum.known + known, refused: [...sum.refused, ...refused] };
    done += part.tokens.length;
  }
  return { ...sum, stopped: null };
}

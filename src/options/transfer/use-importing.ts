import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress, VaultState } from '../../messages/protocol';
import type { Candidate } from '../../transfer/recognise';
import type { FailureWords } from '../../ui/failure';
import { importTokens, previewOf, type Imported } from './import';
import { problemWords } from './words';

/** The file that was chosen, what is in it, and what came of it: that also if the vault is locked meanwhile. */
export function useImporting(vault: VaultState | undefined, refresh: () => void) {
  const [candidates, setCandidates] = useState<readonly Candidate[] | null>(null);
  const [problem, setProblem] = useState<FailureWords | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  /** Of two files that were chosen quickly the later one counts. */
  const turn = useRef(0);

  /** Lets go of the file's secrets. */
  function close(): void {
    setCandidates(null);
    if (chooser.current) chooser.current.value = '';
    chooser.current?.focus();
  }

  useEffect(() => {
    if (vault !== undefined && vault !== 'unlocked') setCandidates(null);
  }, [vault]);

  async function choose(file: File | null): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setCandidates(null);
    setProblem(null);
    setImported(null);
    if (!file) return;
    const preview = await previewOf(file, new Date());
    if (mine !== turn.current) return;
    if (preview.ok) setCandidates(preview.candidates);
    else {
      setProblem(problemWords(preview.problem));
      // The same file, corrected, is chosen anew.
      if (chooser.current) chooser.current.value = '';
    }
  }

  async function take(ticked: readonly Candidate[]): Promise<void> {
    setProgress({ done: 0, of: ticked.length });
    setImported(await importTokens(ticked, new Date(), setProgress));
    close();
    refresh();
  }

  return { candidates, problem, progress, imported, chooser, choose, take, close };
}

export type Importing = ReturnType<typeof useImporting>;

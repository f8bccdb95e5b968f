/** The stock age command line, which reads passphrases from a terminal and from nowhere else. */
import { spawn } from 'node:child_process';

export type Run = {
  readonly code: number | null;
  /** All that the terminal showed, questions included. */
  readonly shown: string;
};

/** Runs a shell command in a terminal of its own, and answers each question for a passphrase. */
export function inTerminal(command: string, passphrase: string): Promise<Run> {
  const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let shown = '';
  let answered = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    const asked = shown.match(/(?:Enter|Confirm) passphrase[^:]*: /g)?.length ?? 0;
    for (; answered < asked; answered += 1) child.stdin.write(`${passphrase}\n`);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, shown })));
}

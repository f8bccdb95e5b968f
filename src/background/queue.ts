/**
 * Runs tasks one after the other. Holding, saving and discarding read, decide and write across several
 * awaits; two of them at once could hold one token twice or save what was just discarded.
 */
export function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return function enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = last.then(task, task);
    last = run.catch(() => undefined);
    return run;
  };
}

const nothing = () => undefined;

/**
 * Runs tasks one after the other. Holding, saving and discarding read, decide and write across several
 * awaits; two of them at once could hold one token twice or save what was just discarded.
 */
export function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return function enqueue<T>(task: () => Promise<T>): Promise<T> {
    const run = last.then(task, task);
    // Without what it gave: that may be a secret, or the open vault, and a lock would not end it.
    last = run.then(nothing, nothing);
    return run;
  };
}

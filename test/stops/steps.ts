/**
 * The steps at which a worker can stop so that it matters: before and after each transaction of
 * IndexedDB, each change of `storage.session`, and each write of a file. Between two of them nothing
 * outside of the worker changes.
 */

let left = Number.POSITIVE_INFINITY;
let taken = 0;

/** The worker stands still at the step after `count` more, and says so; whoever started it terminates it. */
export function stopAfter(count: number): void {
  left = count;
  taken = 0;
}

export const stepsTaken = () => taken;

export function step(): void {
  taken += 1;
  if (taken <= left) return;
  self.postMessage({ stopped: true });
  for (;;); // Nothing of it runs any more, as in a worker that is gone.
}

/** Puts the steps into the browser's own functions. */
export function countSteps(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function counted(...args) {
    const [, mode] = args;
    if (mode !== 'readwrite') return transaction.apply(this, args);
    step();
    const tx = transaction.apply(this, args);
    // The first listener: what waits for the transaction does not hear of it.
    tx.addEventListener('complete', step);
    return tx;
  };
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const { close } = FileSystemWritableFileStream.prototype;
  FileSystemWritableFileStream.prototype.close = async function counted() {
    step();
    await close.apply(this);
    step();
  };
}

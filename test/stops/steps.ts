/**
 * The steps at which a worker can stop so that it matters: before and after each transaction of
 * IndexedDB, each change of `storage.session`, and each write of a file. Between two of them nothing
 * outside of the worker changes.
 */

let left = Number.POSITIVE_INFINITY;
let taken = 0;
let stopped = false;

/** The worker stands still at the step after `count` more, and says so; whoever started it terminates it. */
export function stopAfter(count: number): void {
  left = count;
  taken = 0;
}

export const stepsTaken = () => taken;

/** `false`: it has stopped. */
function step(): boolean {
  if (stopped) return false;
  taken += 1;
  if (taken <= left) return true;
  stopped = true;
  self.postMessage({ stopped: true });
  return false;
}

/** A step of something that is waited for: it is never over once the worker has stopped. */
export async function wait(): Promise<void> {
  if (step()) return;
  await new Promise(() => undefined);
}

/** Puts the steps into the browser's own functions. */
export function countSteps(): void {
  hearNothingOnceStopped();
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function counted(...args) {
    const tx = transaction.apply(this, args);
    if (args[1] !== 'readwrite') return tx;
    // A browser aborts what its worker had not committed.
    if (!step()) tx.abort();
    // The first listener: what waits for the transaction does not hear of it any more.
    tx.addEventListener('complete', () => void step());
    return tx;
  };
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const { close } = FileSystemWritableFileStream.prototype;
  FileSystemWritableFileStream.prototype.close = async function counted() {
    await wait();
    await close.apply(this);
    await wait();
  };
}

/** No answer of the database reaches a worker that has stopped. */
function hearNothingOnceStopped(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function heard(type, listener, options) {
    const ofDatabase = this instanceof IDBRequest || this instanceof IDBTransaction;
    if (!ofDatabase || typeof listener !== 'function')
      return addEventListener.call(this, type, listener, options);
    const unlessStopped = (event: Event) => {
      if (!stopped) listener.call(this, event);
    };
    return addEventListener.call(this, type, unlessStopped, options);
  };
}

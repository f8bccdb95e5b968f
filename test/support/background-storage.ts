/** What a background's storage can be made to do, in any browser: scripts that run there. */

/**
 * A database that keeps what is put in a record store in the worker's memory. A request of its own kind
 * stands for each: it succeeds, and says what it would have said. Files are written to nowhere.
 */
export const PRETENDING = `(() => {
  const { put, get, count } = IDBObjectStore.prototype;
  const kept = new Map();
  const saying = (request, result) => Object.defineProperty(request, 'result', { get: () => result });
  IDBObjectStore.prototype.put = function (value, key) {
    if (this.name !== 'records') return put.call(this, value, key);
    kept.set(key, value);
    return saying(count.call(this), key);
  };
  IDBObjectStore.prototype.get = function (key) {
    const request = get.call(this, key);
    return this.name === 'records' && kept.has(key) ? saying(request, kept.get(key)) : request;
  };
  FileSystemFileHandle.prototype.createWritable = async () => ({ write: async () => {}, close: async () => {} });
})()`;

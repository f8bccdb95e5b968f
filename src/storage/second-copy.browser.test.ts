/** The second copy in a real file system: what comes back, and what a damaged one does. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSecondCopy, readHeaderCopies, readSecondCopy, type SecondCopy } from './second-copy';

const FILE = 'vault.json';
const header = { v: 1, vaultId: 'EXAMPLE', slots: [{ type: 'passphrase', data: new Uint8Array([1, 2]) }] };
const copy: SecondCopy = {
  headers: [header],
  records: new Map([['a', new Uint8Array([0, 255, 10])]]),
  notes: new Map([['n', new Uint8Array([7])]]),
};

const folder = () => navigator.storage.getDirectory();

async function text(): Promise<string> {
  return (await (await (await folder()).getFileHandle(FILE)).getFile()).text();
}
async function overwrite(written: string): Promise<void> {
  const writable = await (await (await folder()).getFileHandle(FILE, { create: true })).createWritable();
  await writable.write(written);
  await writable.close();
}

async function remove(): Promise<void> {
  await (await folder()).removeEntry(FILE).catch(() => undefined);
}
// The tests of other files write one too, whichever of them ran before.
beforeEach(remove);
afterEach(remove);

test('there is none before it is written', async () => {
  expect(await readSecondCopy()).toBeNull();
  expect(await readHeaderCopies()).toEqual([]);
});

test('comes back as it was written, the headers also alone', async () => {
  expect(await changeSecondCopy(() => copy)).toBe(true);
  expect(await readSecondCopy()).toEqual(copy);
  expect(await readHeaderCopies()).toEqual([header]);
  expect((await text()).split('\n'), 'lines').toHaveLength(2);
});

test('changes come one after the other, and none is lost', async () => {
  const add = (id: string) =>
    changeSecondCopy((now) => ({ ...now, records: new Map([...now.records, [id, new Uint8Array([1])]]) }));
  await Promise.all(['a', 'b', 'c', 'd'].map(add));
  expect([...((await readSecondCopy())?.records.keys() ?? [])]).toEqual(['a', 'b', 'c', 'd']);
});

test('with a character changed, or cut, it is none or another one, and nothing throws', async () => {
  await changeSecondCopy(() => copy);
  const whole = await text();
  for (let at = 0; at < whole.length; at += 3) {
    await overwrite(`${whole.slice(0, at)}#${whole.slice(at + 1)}`);
    expect(await readSecondCopy(), `character ${at}`).not.toEqual(copy);
    await readHeaderCopies();
    await overwrite(whole.slice(0, at));
    expect(await readSecondCopy(), `cut at ${at}`).not.toEqual(copy);
  }
  await overwrite(whole);
  expect(await readSecondCopy(), 'the control').toEqual(copy);
});

test('of a later version is not read, and not written over', async () => {
  const newer = '{"v":2,"headers":[{}]}\n{"records":{},"notes":{}}';
  await overwrite(newer);
  expect(await changeSecondCopy(() => copy)).toBe(false);
  expect(await text()).toBe(newer);
  expect(await readSecondCopy()).toBeNull();
  expect(await readHeaderCopies()).toEqual([]);
});

/** The count of records, which is kept between two changes. */
import { afterEach, expect, test } from 'vitest';
import { addSealed, commitRecord, countRecords, deleteSealed, putSealed, sealedIds } from './records';
import { putIndex } from './vault';

const sealed = new Uint8Array([1, 2, 3]);

afterEach(async () => deleteSealed('records', await sealedIds('records')));

test('every way to add or delete a record is counted', async () => {
  expect(await countRecords()).toBe(0);
  await putSealed('records', 'a', sealed);
  expect(await countRecords()).toBe(1);
  await commitRecord('b', sealed, 'first');
  expect(await countRecords()).toBe(2);
  await addSealed({ records: new Map([['c', sealed]]), notes: new Map() });
  expect(await countRecords()).toBe(3);
  await putIndex(null, ['a'], new Map([['d', sealed]]));
  expect(await countRecords()).toBe(3);
  await deleteSealed('records', ['b', 'c']);
  expect(await countRecords()).toBe(1);
});

test('what is written while it is counted is counted by the next question', async () => {
  const counting = countRecords();
  await putSealed('records', 'a', sealed);
  await counting;
  expect(await countRecords()).toBe(1);
});

/**
 * vitest 5 prints failures with `Map.groupBy`, which Node 20 does not have; without it a failing test
 * hides behind a TypeError. To be removed when package.json asks for Node 22.
 */
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

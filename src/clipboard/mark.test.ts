import { describe, expect, test } from 'vitest';
import { isMarked, markOf } from './mark';

const TOKEN = 'EXAMPLE' + 'A'.repeat(40);

describe('a mark', () => {
  test('is that of its text alone', async () => {
    const mark = await markOf(TOKEN);
    expect(await isMarked(mark, TOKEN)).toBe(true);
    for (const other of ['', TOKEN.slice(1), `${TOKEN} `, TOKEN.toLowerCase()])
      expect(await isMarked(mark, other), other).toBe(false);
  });

  test('knows its lines again with the endings of Windows', async () => {
    const mark = await markOf('[osf]\ntoken = EXAMPLE\n');
    expect(await isMarked(mark, '[osf]\r\ntoken = EXAMPLE\r\n')).toBe(true);
  });

  test('holds nothing of the text, and is another one each time', async () => {
    const [first, second] = [await markOf(TOKEN), await markOf(TOKEN)];
    expect(JSON.stringify(first)).not.toContain('EXAMPLE');
    expect(first).not.toEqual(second);
    expect(await isMarked({ ...first, key: second.key }, TOKEN), 'of another key').toBe(false);
  });
});

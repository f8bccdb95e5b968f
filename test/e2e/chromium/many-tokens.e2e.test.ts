/** The popup of somebody with very many tokens. In Chromium alone: filling the vault takes a minute. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../support/ask';
import { until } from '../../support/driver';
import { madeTokens } from '../../support/made-tokens';
import { stage } from '../stage';
import { listIs, names, onClipboard } from '../steps/list';
import { createQuickVault } from '../steps/vault';

describe('the popup of ten thousand tokens', () => {
  const many = madeTokens(10_000, '2026-01-01T00:00:00.000Z');

  const at = stage(
    async () => {
      await createQuickVault(at.browser);
      const own = await at.browser.openOwn('bare');
      for (let from = 0; from < many.length; from += 100)
        await ask(own, 'ui:restore', { tokens: many.slice(from, from + 100), notes: [] });
      await own.close();
    },
    { ms: 240_000 },
  );

  test('draws only those in sight, and each is a key away', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.says('10,000 tokens');
    // The status says how many there are before the list is here.
    await until('the first rows', async () => (await names(popup)).length > 0);
    expect((await names(popup)).length).toBeLessThan(100);
    // What was added last may not be compared with the disk yet: the list grows.
    await until('all of the list', () =>
      popup.run<boolean>(`document.querySelector('[aria-setsize="10000"]') !== null`),
    );
    await popup.press('ArrowDown');
    await popup.press('End');
    const last = await until('the last row to have the focus', () =>
      popup.run<string | null>(
        `document.activeElement.closest('li')?.getAttribute('aria-posinset') === '10000' ? document.activeElement.getAttribute('aria-label') : null`,
      ),
    );
    const secret = many.find(({ name }) => last === `Copy ${name}`)?.secret;
    expect(await onClipboard(popup, () => popup.press('Enter'))).toBe(secret);
    await popup.press('/');
    await popup.type('searchbox', 'Search tokens', 'made 4711');
    await listIs(popup, 'made 4711');
    await popup.press('ArrowDown');
    await popup.press('Delete');
    await popup.says('Deleted made 4711 here.');
    await popup.press('Control+z');
    await listIs(popup, 'made 4711');
    await popup.close();
  });
});

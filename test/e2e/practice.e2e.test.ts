/** The practice page of the extension itself. */
import { describe, expect, test } from 'vitest';
import { stage } from './stage';

describe('the practice page', () => {
  const at = stage();

  test('offers and saves like a real one, and stores nothing', async () => {
    const page = await at.browser.openOwn('practice');
    await page.click('button', 'Create practice token');
    await page.prompt.says('first try');
    await page.prompt.click('Save token');
    await page.prompt.says('Saved.');
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Create vault');
    expect(await popup.count('list', 'Not saved yet')).toBe(0);
  });
});

import { afterEach, expect, test, vi } from 'vitest';
import { counted, text } from './text';

afterEach(() => vi.unstubAllGlobals());

test('a message has its values, wherever a language puts them', () => {
  expect(text('expired_on', { date: '3 Nov' })).toBe('expired 3 Nov');
  // What a value says is not read for values again.
  expect(text('expired_on', { date: '{date}' })).toBe('expired {date}');
});

test('a number takes the form of its language, and is written as that language does', () => {
  expect([0, 1, 2, 1_200].map((count) => counted('tokens', count))).toEqual([
    '0 tokens',
    '1 token',
    '2 tokens',
    '1,200 tokens',
  ]);
});

test('the browser decides on the language', async () => {
  vi.resetModules();
  const fresh = await import('./text');
  const german: Record<string, string> = {
    language: 'de',
    tokens_one: '{count} Token',
    tokens_other: '{count} Tokens',
  };
  vi.stubGlobal('browser', { i18n: { getMessage: (name: string) => german[name] ?? '' } });
  expect(fresh.language()).toBe('de');
  expect(fresh.counted('tokens', 1_200)).toBe('1.200 Tokens');
});

test('what was asked for once is there also after the extension was removed; the control: what was not is not', () => {
  expect(text('locked')).toBe('Locked');
  const getMessage = () => {
    throw new Error('Extension context invalidated.');
  };
  vi.stubGlobal('browser', { i18n: { getMessage } });
  expect(text('locked')).toBe('Locked');
  expect(() => text('locks_in_a_minute')).toThrow('invalidated');
});

test('what is drawn in the place of a value stands where the language puts it', async () => {
  vi.resetModules();
  const swapped = { prompt_kind_on: 'Auf {host}: {kind}' } as Record<string, string>;
  vi.stubGlobal('browser', { i18n: { getMessage: (name: string) => swapped[name] ?? '' } });
  const { rich } = await import('./rich');
  const kind = { drawn: 'bold' };
  expect(rich('prompt_kind_on', { kind, host: 'osf.io' })).toEqual(['Auf ', 'osf.io', ': ', kind, '']);
});

test.each([
  ['en-GB', 'ltr'],
  ['ja', 'ltr'],
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
] as const)('words in %s run %s', async (tongue, runs) => {
  vi.resetModules();
  vi.stubGlobal('browser', { i18n: { getMessage: () => tongue } });
  const { direction } = await import('./text');
  expect(direction()).toBe(runs);
});

test('without any messages there are no words, and nothing breaks', () => {
  vi.stubGlobal('browser', { i18n: { getMessage: () => '' } });
  vi.resetModules();
  return import('./text').then((fresh) => {
    expect(fresh.language()).toBe('en');
    expect(fresh.counted('tokens', 2)).toBe('');
  });
});

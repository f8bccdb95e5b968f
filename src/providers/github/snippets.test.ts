import { expect, test } from 'vitest';
import type { TokenPlace } from '../provider';
import { provider } from '.';

const at = (origin: string, kind = 'classic'): TokenPlace => ({
  kind,
  origin,
  account: 'maria',
  manageId: '7',
});
const HERE = at('https://github.com');
const SERVER = at('https://git.example.edu');

test('signing in with gh is offered for classic tokens only', () => {
  const fits = provider.snippets.find(({ id }) => id === 'gh-login')?.fits;
  expect(fits?.(HERE)).toBe(true);
  expect(fits?.(at('https://github.com', 'fine-grained'))).toBe(false);
});

test('the page that manages a token is its own, else the list', () => {
  expect(provider.manageUrl(HERE)).toBe('https://github.com/settings/tokens/7');
  expect(provider.manageUrl(at('https://octo.ghe.com', 'fine-grained'))).toBe(
    'https://octo.ghe.com/settings/personal-access-tokens/7',
  );
  expect(provider.manageUrl({ ...SERVER, manageId: null })).toBe('https://git.example.edu/settings/tokens');
  expect(provider.manageUrl({ ...HERE, manageId: '../logout' })).toBe('https://github.com/settings/tokens');
});

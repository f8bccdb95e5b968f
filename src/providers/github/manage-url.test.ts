import { describe, expect, test } from 'vitest';
import { manageUrl, renewUrl } from './manage-url';
import { REGENERATE_PAGE } from './places';

const token = (kind: string, manageId: string | null, origin = 'https://github.com') => ({
  kind,
  origin,
  account: null,
  manageId,
});

describe('the page on which a token is regenerated', () => {
  test.each([
    [token('classic', '2001'), 'https://github.com/settings/tokens/2001/regenerate'],
    [token('fine-grained', '7'), 'https://github.com/settings/personal-access-tokens/7/regenerate'],
    [
      token('classic', '7', 'https://git.example.edu'),
      'https://git.example.edu/settings/tokens/7/regenerate',
    ],
  ])('%j', (place, url) => {
    expect(renewUrl(place)).toBe(url);
    expect(new URL(url).pathname, 'the control').toMatch(REGENERATE_PAGE);
  });

  test.each([null, '', '7/../../danger', 'x'])('is not made up from %j: the list is what is left', (id) => {
    expect(renewUrl(token('classic', id))).toBeNull();
    expect(manageUrl(token('classic', id))).toBe('https://github.com/settings/tokens');
  });
});

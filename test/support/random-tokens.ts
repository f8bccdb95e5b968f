/** Tokens of every content, for tests: whatever a page may have told. */
import fc from 'fast-check';
import type { BackupToken } from '../../src/messages/protocol';
import { providers } from '../../src/providers';

/** Every Unicode text, with what formats stumble over more often than by chance. */
export const anyText = (most = 40): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
        fc.constantFrom(
          "'",
          '"',
          '`',
          '\\',
          '\n',
          '\r',
          '\r\n',
          ',',
          ';',
          '#',
          ' ',
          '\t',
          '=',
          '$',
          '${A}',
          '@',
          '\uFEFF',
          '\u2028',
          '//',
          ': ',
          '[',
          '{',
          'name: ',
          'provider: other',
          '\n\n',
          'never',
        ),
      ),
      { minLength: 1, maxLength: most },
    )
    .map((parts) => parts.join(''))
    // A file with a NUL is taken for no text.
    .map((text) => text.replaceAll('\0', ''))
    .filter((text) => text !== '');

const origin = fc.constantFrom(
  'https://github.com',
  'https://zenodo.org',
  'https://sandbox.zenodo.org',
  'https://app.speckle.systems',
  'https://git.example.edu:8443',
  'https://test.osf.io',
);

const places = [
  { provider: 'github', kind: 'classic' },
  { provider: 'github', kind: 'fine-grained' },
  { provider: 'osf', kind: 'personal' },
  { provider: 'zenodo', kind: 'personal' },
  { provider: 'speckle', kind: 'personal' },
  { provider: 'other', kind: 'token' },
];

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

/**
 * The secret of a token of no site that we know begins with any text here, though tokens are dull ones; without
 * white space at its ends, which belongs to none, and in no note, where none comes back.
 */
const anySecret = anyText()
  .map((text) => `${text.trimStart()}EXAMPLE`)
  .filter((text) => text !== 'EXAMPLE');

/** A secret of the form that its kind has: whatever else a file says is a token of that kind is in doubt. */
const placeAndSecret = fc.oneof(
  ...places.map(({ provider, kind }) => {
    const form = providers.find(({ id }) => id === provider)?.kinds[kind]?.tolerant;
    return fc.record({
      place: fc.constant({ provider, kind }),
      secret: form ? fc.stringMatching(form) : anySecret,
    });
  }),
);

export const anyToken: fc.Arbitrary<BackupToken> = fc
  .record({
    placeAndSecret,
    origin,
    path: fc.constantFrom('/', '/settings/tokens', '/account/settings/applications/tokens/new/'),
    name: orNull(anyText()),
    scopes: orNull(fc.array(anyText(10), { maxLength: 4 })),
    expires: orNull(
      fc.oneof(
        fc.constant('never' as const),
        anyText(6)
          .filter((text) => text.toLowerCase() !== 'never')
          .map((at) => ({ at })),
      ),
    ),
    account: orNull(anyText()),
    tokenOwner: orNull(anyText()),
    manageId: orNull(anyText(6)),
    label: fc.option(anyText(), { nil: undefined }),
    note: fc.option(anyText(), { nil: undefined }),
  })
  .map(({ placeAndSecret: { place, secret }, tokenOwner, ...rest }) => ({
    ...rest,
    ...place,
    secret,
    owner: tokenOwner,
    id: 'x'.repeat(22),
    ends: secret.slice(-4),
    seenAt: '2026-11-01T10:00:00.000Z',
    savedAt: '2026-11-02T10:00:00.000Z',
  }));

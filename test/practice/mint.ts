/** Synthetic tokens in the right alphabets: repeated letters around a part that makes each one unique. */
import { randomBytes } from 'node:crypto';
import { classicChecksum } from '../../src/providers/github/checksum';

/** `length` characters of hexadecimal noise. */
const unique = (length: number) => randomBytes(length).toString('hex').slice(0, length);

function classic(): string {
  const body = 'EXAMPLE' + 'A'.repeat(11) + unique(12);
  return 'ghp_' + body + classicChecksum(body);
}

const MINTS: Readonly<Record<string, () => string>> = {
  'github/classic': classic,
  'github/fine-grained': () =>
    'github_pat_' + '11EXAMPLE' + 'A'.repeat(13) + '_' + 'B'.repeat(43) + unique(16),
  'github/client-secret': () => 'c'.repeat(28) + unique(12),
  'osf/personal': () => 'EXAMPLE' + 'A'.repeat(25) + 'a'.repeat(25) + '1' + unique(12),
  'zenodo/personal': () => 'EXAMPLE' + 'A'.repeat(41) + unique(12),
  'zenodo/client-secret': () => 'SECRET' + 'C'.repeat(42) + unique(12),
  'speckle/personal': () => 'a'.repeat(28) + unique(14),
  'speckle/function': () => 'f'.repeat(28) + unique(14),
};

/** @param kind `provider/kind` */
export function mint(kind: string): string {
  const make = MINTS[kind];
  if (!make) throw new Error(`There is no practice token of the kind "${kind}".`);
  return make();
}

import { createHash, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCertificate } from './certificate';

test('is a certificate that an independent parser accepts, for exactly its hosts', () => {
  const { cert, key, spki } = makeCertificate(['github.com', 'osf.io']);
  const parsed = new X509Certificate(cert);
  expect(parsed.checkHost('osf.io')).toBe('osf.io');
  expect(parsed.checkHost('zenodo.org')).toBeUndefined();
  expect(parsed.verify(parsed.publicKey)).toBe(true);
  expect(new Date(parsed.validTo).getTime()).toBeGreaterThan(Date.now());
  expect(key).toContain('PRIVATE KEY');
  const der = parsed.publicKey.export({ type: 'spki', format: 'der' });
  expect(createHash('sha256').update(der).digest('base64')).toBe(spki);
});

import { expect, test } from 'vitest';
import { serverAddress } from './address';

const KNOWN = { servers: { 'https://git.example.edu': 'github' } };

test.each([
  ['https://speckle.example.edu', 'https://speckle.example.edu'],
  ['speckle.example.edu', 'https://speckle.example.edu'],
  ['  https://Speckle.Example.edu/projects/7?x=1#y ', 'https://speckle.example.edu'],
  ['rdm.example.edu:8443', 'https://rdm.example.edu:8443'],
  ['https://rdm.example.edu:443/', 'https://rdm.example.edu'],
  ['https://git.example.edu:8443', 'https://git.example.edu:8443'],
  ['https://gäste.example.edu', 'https://xn--gste-loa.example.edu'],
  ['localhost', 'https://localhost'],
  ['192.0.2.7', 'https://192.0.2.7'],
])('%s is %s', (typed, origin) => {
  expect(serverAddress(typed, KNOWN)).toEqual({ ok: true, origin, host: origin.slice('https://'.length) });
});

test.each([
  ['', 'Type the address'],
  ['   ', 'Type the address'],
  ['http://speckle.example.edu', 'over http'],
  ['HTTP://speckle.example.edu/x', 'Try https://speckle.example.edu.'],
  ['ftp://speckle.example.edu', 'not the address of one server'],
  ['my server', 'not the address of one server'],
  ['https://', 'not the address of one server'],
  ['https://*.example.edu', 'not the address of one server'],
  ['https://*', 'not the address of one server'],
  ['https://[2001:db8::1]', 'not the address of one server'],
  ['javascript:alert(1)', 'not the address of one server'],
  ['github.com', 'built in'],
  ['https://tenant.ghe.com/settings', 'built in'],
  ['sandbox.zenodo.org', 'built in'],
  ['git.example.edu', 'in the list already'],
  ['https://GIT.example.edu/settings/tokens', 'in the list already'],
])('%j is refused: %s', (typed, problem) => {
  const answer = serverAddress(typed, KNOWN);
  expect(answer).toMatchObject({ ok: false });
  expect(answer.ok ? '' : answer.problem).toContain(problem);
  expect(answer.ok ? '' : answer.problem).toMatch(/Nothing was added\.$/);
});

import type { Snippet, TokenPlace } from '../provider';

const host = ({ origin }: TokenPlace) => new URL(origin).host;
const isTest = (token: TokenPlace) => host(token) !== 'osf.io';
const onOsf = (token: TokenPlace) => !isTest(token);

/**
 * Tokens are letters and digits: no quoting can go wrong. osfclient has no switch for test servers
 * (osfclient · osfclient/cli.py), osfr reads OSF_SERVER (osfr · R/zzz.R). November 2026.
 */
export const snippets: readonly Snippet[] = [
  { id: 'env', label: 'Environment line', write: (_, secret) => `export OSF_TOKEN='${secret}'` },
  {
    id: 'renviron',
    label: 'R: .Renviron line',
    write: (token, secret) =>
      `OSF_PAT=${secret}` + (host(token) === 'test.osf.io' ? '\nOSF_SERVER=test' : ''),
  },
  { id: 'osfr', label: 'R: osf_auth call', write: (_, secret) => `osf_auth("${secret}")` },
  { id: 'php', label: 'PHP line', write: (_, secret) => `$OSF_PAT = "${secret}";` },
  {
    id: 'osfcli',
    label: '.osfcli.config section',
    fits: onOsf,
    write: (_, secret) => `[osf]\ntoken = ${secret}\n`,
  },
  {
    id: 'dallinger',
    label: '.dallingerconfig line',
    fits: onOsf,
    write: (_, secret) => `osf_access_token = ${secret}`,
  },
  { id: 'julia', label: 'Julia', fits: onOsf, write: (_, secret) => `OSF.Client(; token="${secret}")` },
  { id: 'header', label: 'Header', write: (_, secret) => `Authorization: Bearer ${secret}` },
  {
    id: 'curl',
    label: 'curl, to check it',
    write: (token, secret) => `curl -H 'Authorization: Bearer ${secret}' 'https://api.${host(token)}/v2/'`,
  },
];

import { useEffect, useMemo, useState } from 'preact/hooks';
import browser, { send } from '../browser';
import type { Answer, Failure, Sites as Known, Status } from '../messages/protocol';
import { providerOf, providers } from '../providers';
import { matchesLeft } from '../providers/watched';
import { text } from '../text/text';
import { hostWords, useAccess } from '../ui/access';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { providerById } from '../ui/naming';
import { WithheldNote } from '../ui/withheld';
import { AddServer } from './add-server';
import { ByHandNote } from './by-hand-note';
import { PrivateNote } from './private-note';
import { SiteRow, type Row } from './site-row';

const hostOf = (origin: string) => new URL(origin).host;

/** The provider, and what of its built-in hosts is switched off by itself ("Never on this site"). */
function builtIn({ off }: Known): Row[] {
  return providers.flatMap((provider) => {
    const single = off.filter((site) => site.startsWith('https://') && providerOf(site) === provider);
    const { id, name, letter } = provider;
    const matches = matchesLeft(provider.matches, off);
    const row = { id, matches, name, letter, off: off.includes(id), own: null, hosts: hostWords(provider) };
    const parts = single.map((site) => {
      const host = hostOf(site);
      return { ...row, id: site, matches: [`${site}/*`], name: host, hosts: host, off: true, except: [] };
    });
    return [{ ...row, except: single.map(hostOf) }, ...parts];
  });
}

function ownServers({ servers, off }: Known): Row[] {
  return Object.entries(servers).map(([origin, id]) => {
    const provider = providerById(id);
    return {
      id: origin,
      matches: [`${origin}/*`],
      name: hostOf(origin),
      letter: provider?.letter ?? '?',
      hosts: hostOf(origin),
      off: off.includes(origin),
      except: [],
      own: provider?.selfHosted ?? text('site_kind_unknown'),
    };
  });
}

/** The list, kept up to date while the page is open: the prompt can switch a site off too. */
function useSites() {
  const [known, setKnown] = useState<Known | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (asking: Promise<Answer<'ui:sites'>>) => {
    const answer = await asking;
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setKnown(answer.value);
    return answer;
  };
  useEffect(() => {
    const read = () => void take(send('ui:sites', null));
    read();
    browser.storage.local.onChanged.addListener(read);
    return () => browser.storage.local.onChanged.removeListener(read);
  }, []);
  return { known, failure, take };
}

/** Where SeenOnce runs, whether the browser lets it, and where it was told to stay silent. */
export function Sites({ status, refresh }: { status: Status | null; refresh: () => void }) {
  const { known, failure, take } = useSites();
  const rows = useMemo(() => (known ? [...builtIn(known), ...ownServers(known)] : []), [known]);
  const { missing, allow } = useAccess(rows);
  return (
    <section class="part" id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">{text('options_sites')}</h2>
      <p class="lede">{text('sites_lede')}</p>
      {failure && <FailureNote words={failureWords(failure)} />}
      {/* A single one has its button in its line. */}
      {status && status.withheld.length > 1 && (
        <WithheldNote withheld={status.withheld} listed onAllowed={refresh} />
      )}
      <table class="sites" aria-label={text('sites_table')}>
        <thead class="unseen">
          <tr>
            <th scope="col">{text('sites_column_provider')}</th>
            <th scope="col">{text('sites_column_site')}</th>
            <th scope="col">{text('sites_column_state')}</th>
            <th scope="col">{text('sites_column_change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SiteRow
              key={row.id}
              {...{ row }}
              missing={missing(row)}
              onAllow={() => void allow(row)}
              onSet={(on) => void take(send('ui:set-site', { site: row.id, on }))}
              onRemove={() => void take(send('ui:remove-server', { origin: row.id }))}
            />
          ))}
        </tbody>
      </table>
      {known && <AddServer known={known} take={take} />}
      <ByHandNote />
      <PrivateNote />
    </section>
  );
}

import type { Status } from '../../messages/protocol';
import { gap } from '../../text/dates';
import { text } from '../../text/text';
import { Icon } from '../../ui/mark';
import { ExportRow } from './export-row';
import { ImportRow } from './import-row';
import { Result } from '../result';
import { useImporting } from './use-importing';

/** Files of other programs, in both directions. Beside the backup, which is the safe way. */
export function Transfer({ status, refresh }: { status: Status | null; refresh: () => void }) {
  const importing = useImporting(status?.vault, refresh);
  return (
    <section class="part" id="transfer" aria-labelledby="transfer-title">
      <h2 id="transfer-title">{text('options_transfer')}</h2>
      <p class="lede">{text('transfer_lede')}</p>
      {status && status.vault !== 'unlocked' && (
        <>
          <Gate vault={status.vault} />
          {importing.imported && <Result {...importing.imported} />}
        </>
      )}
      {status?.vault === 'unlocked' && (
        <div class="set">
          <ImportRow importing={importing} />
          <ExportRow />
        </div>
      )}
    </section>
  );
}

/** What has to be done before. */
function Gate({ vault }: { vault: Exclude<Status['vault'], 'unlocked'> }) {
  return (
    <div class="note">
      <Icon is="file" />
      <p>
        {text(`transfer_gate_${vault}`)}
        {gap()}
        <a class="link" href={vault === 'none' ? '../welcome/welcome.html' : '#vault'}>
          {text(`transfer_gate_${vault}_link`)}
        </a>
      </p>
    </div>
  );
}

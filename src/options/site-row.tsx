import { partOfIt } from '../providers/watched';
import { inRow } from '../text/dates';
import { text } from '../text/text';
import type { Place } from '../ui/access';
import { Icon, Tile } from '../ui/mark';

/** A line of the table of sites. Its id is what is switched: a provider's id, or an origin. */
export type Row = Place & {
  readonly name: string;
  readonly letter: string;
  readonly hosts: string;
  readonly off: boolean;
  /** Hosts of it that are switched off by themselves. */
  readonly except: readonly string[];
  /** What runs on a server of somebody's own; `null` for a built-in site. */
  readonly own: string | null;
};

type Props = {
  readonly row: Row;
  /** What the browser does not allow of it; `undefined` until known. */
  readonly missing: readonly string[] | undefined;
  readonly onAllow: () => void;
  readonly onSet: (on: boolean) => void;
  readonly onRemove: () => void;
};

export function SiteRow({ row, missing, onAllow, onSet, onRemove }: Props) {
  const { name, letter, hosts, off, own } = row;
  const may = missing?.length === 0;
  return (
    <tr>
      <td>
        <Tile letter={letter} small />
        <span class="unseen">{name}</span>
      </td>
      <th scope="row">{hosts}</th>
      <td>
        <State {...{ row, missing }} />
      </td>
      <td class="acts">
        {missing && !may && !off && (
          <button
            class="btn btn-s"
            type="button"
            aria-label={text('site_allow_named', { name })}
            onClick={onAllow}
          >
            {text('site_allow')}
          </button>
        )}
        {(off || may) && (
          <button
            class="btn btn-s btn-quiet"
            type="button"
            aria-label={text(off ? 'site_resume_named' : 'site_pause_named', { name })}
            onClick={() => onSet(off)}
          >
            {text(off ? 'site_resume' : 'site_pause')}
          </button>
        )}
        {own !== null && (
          <button
            class="btn btn-s btn-quiet btn-loss"
            type="button"
            aria-label={text('site_remove_named', { name })}
            onClick={onRemove}
          >
            {text('site_remove')}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Only a built-in site has hosts that are switched off by themselves. */
function watchingWords({ own, except }: Row): string {
  if (own !== null) return text('site_watching_own', { kind: own });
  if (except.length > 0) return text('site_watching_except', { hosts: inRow(except) });
  return text('site_watching');
}

function State({ row, missing }: Pick<Props, 'row' | 'missing'>) {
  const { off, own } = row;
  if (off)
    return (
      <span class="ok">
        <Icon is="past" />
        {own === null ? text('site_paused') : text('site_paused_own', { kind: own })}
      </span>
    );
  if (missing === undefined) return null;
  if (missing.length > 0)
    return (
      <span class="ok ok-ask">
        <Icon is="warn" />
        {text('site_not_allowed', { part: partOfIt(row, missing) })}
      </span>
    );
  return (
    <span class="ok">
      <Icon is="check" />
      {watchingWords(row)}
    </span>
  );
}

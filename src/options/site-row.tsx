import { partOfIt } from '../providers/watched';
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
          <button class="btn btn-s" type="button" aria-label={`Allow ${name}`} onClick={onAllow}>
            Allow
          </button>
        )}
        {(off || may) && (
          <button
            class="btn btn-s btn-quiet"
            type="button"
            aria-label={`${off ? 'Resume' : 'Pause'} ${name}`}
            onClick={() => onSet(off)}
          >
            {off ? 'Resume' : 'Pause'}
          </button>
        )}
        {own !== null && (
          <button
            class="btn btn-s btn-quiet btn-loss"
            type="button"
            aria-label={`Remove ${name}`}
            onClick={onRemove}
          >
            Remove
          </button>
        )}
      </td>
    </tr>
  );
}

function State({ row, missing }: Pick<Props, 'row' | 'missing'>) {
  const { off, except, own } = row;
  const what = own === null ? '' : `, own ${own} server`;
  if (off)
    return (
      <span class="ok">
        <Icon is="past" />
        Paused{what}: SeenOnce stays silent
      </span>
    );
  if (missing === undefined) return null;
  if (missing.length > 0)
    return (
      <span class="ok ok-ask">
        <Icon is="warn" />
        The browser has not allowed {partOfIt(row, missing)}
      </span>
    );
  return (
    <span class="ok">
      <Icon is="check" />
      Watching{what}
      {except.length > 0 && `, but not ${except.join(', ')}`}
    </span>
  );
}

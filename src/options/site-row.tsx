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
  /** Whether the browser allows it; `undefined` until known. */
  readonly may: boolean | undefined;
  readonly onAllow: () => void;
  readonly onSet: (on: boolean) => void;
  readonly onRemove: () => void;
};

export function SiteRow({ row, may, onAllow, onSet, onRemove }: Props) {
  const { name, letter, hosts, off, except, own } = row;
  return (
    <tr>
      <td>
        <Tile letter={letter} small />
        <span class="unseen">{name}</span>
      </td>
      <th scope="row">{hosts}</th>
      <td>
        <State {...{ off, except, may, own }} />
      </td>
      <td class="acts">
        {may === false && !off && (
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

function State({ off, except, may, own }: Pick<Row, 'off' | 'except' | 'own'> & Pick<Props, 'may'>) {
  const what = own === null ? '' : `, own ${own} server`;
  if (off)
    return (
      <span class="ok">
        <Icon is="past" />
        Paused{what}: SeenOnce stays silent
      </span>
    );
  if (may === undefined) return null;
  if (!may)
    return (
      <span class="ok ok-ask">
        <Icon is="warn" />
        The browser has not allowed it
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

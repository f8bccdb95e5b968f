import type { ComponentChildren } from 'preact';
import type { ListedToken, Status } from '../messages/protocol';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { Details } from './details/details';
import { Filters } from './filters';
import { Bottom } from './frame';
import { Counts, Found, SearchBar } from './list-frame';
import { tokenAt, type TakeEarly } from './listing';
import { useNavigation, type Deed, type Navigation } from './navigation';
import { Notes } from './notes';
import { TokenList } from './token-list';
import { UndoToast } from './undo-toast';
import { useTokens, type Tokens } from './use-tokens';

type Props = {
  readonly status: Status;
  readonly now: Date;
  readonly takeEarly: TakeEarly;
  readonly said: string;
  readonly say: (words: string) => void;
  readonly refresh: () => void;
  /** The tokens that wait unsaved and what the browser withholds, drawn above the list. */
  readonly held: ComponentChildren;
};

/** The row after a deleted one takes its place; after the last one the one before it. */
function afterDeleting(row: number, matching: number): { row: number } | 'search' {
  return matching > 1 ? { row: Math.min(row, matching - 2) } : 'search';
}

/** The search, the list and the details of an open vault. */
export function Unlocked(props: Props) {
  const { now, said } = props;
  const tokens = useTokens(props);
  const { shown, setShown, active, listed } = tokens;
  const matching = listed.known?.matching ?? 0;
  const navigation = useNavigation({
    ...tokens,
    view: shown ? 'details' : 'list',
    count: matching,
    act: (deed: Deed, row: number) =>
      tokens.whenListed(row, (token) => {
        if (deed === 'delete') void remove(token, row);
        else void tokens.copy(token, deed);
      }),
    showDetails: () => setShown((listed.known && tokenAt(listed.known, active)) ?? null),
    showList: () => setShown(null),
  });
  const { follow } = navigation;

  async function remove(token: ListedToken, row: number): Promise<void> {
    const next = afterDeleting(row, matching || 1);
    if (await tokens.remove(token)) follow(next);
  }

  if (!shown) return <List {...props} tokens={tokens} navigation={navigation} />;
  return (
    <Details
      token={shown}
      {...{ now, said }}
      onCopied={tokens.tellCopied}
      onChanged={(token) => {
        // What is kept as the details close opens them no more.
        setShown((before) => (before?.id === token.id ? token : before));
        tokens.tellChanged();
      }}
      onDelete={() => void remove(shown, active)}
      onBack={() => follow('back')}
    />
  );
}

type ListProps = Props & {
  readonly tokens: Tokens;
  readonly navigation: Navigation;
};

function List({ status, now, said, held, refresh, tokens, navigation }: ListProps) {
  const { listed, active, filter, limit, query, search, copiedId, setActive, setShown } = tokens;
  const { box, searchBox, follow } = navigation;
  const { known } = listed;
  const counting = status.clipboard.clearsAt !== null;
  return (
    <>
      <SearchBar field={searchBox} {...{ query, search }} onLock={refresh} />
      <main class="mid" ref={box} tabIndex={-1}>
        {held}
        {listed.failure && <FailureNote words={failureWords(listed.failure)} />}
        <Notes status={status} problems={known?.problems ?? 0} />
        <Filters {...{ known, filter, limit }} />
        <Found {...{ known, filter }} onClear={() => follow('clear')} />
        <TokenList
          {...{ listed, box, active, now }}
          copiedId={said !== '' || counting ? copiedId : null}
          onCopy={(token) => void tokens.copy(token, 'copy')}
          onDetails={(token, at) => {
            setActive(at);
            setShown(token);
          }}
        />
      </main>
      <Bottom said={said} above={<UndoToast undo={status.undo} onUndone={tokens.tellChanged} />}>
        <Counts {...{ status, now, known }} />
      </Bottom>
    </>
  );
}

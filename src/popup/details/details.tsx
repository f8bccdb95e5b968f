import { useState } from 'preact/hooks';
import type { ListedToken } from '../../messages/protocol';
import { rich } from '../../text/rich';
import { text } from '../../text/text';
import { OTHER } from '../../tokens/token';
import { Icon, Tile } from '../../ui/mark';
import { kindName, knownHostOf, tileOf, tokenName } from '../../ui/naming';
import type { Copied } from '../copy';
import { Bottom } from '../frame';
import { CheckToken } from './check';
import { Advice } from './advice';
import { CopyButtons } from './copy-buttons';
import { Facts } from './facts';
import { ManageLink } from './manage-link';
import { Marks } from './marks';
import { Name } from './name';
import { OwnNote } from './own-note';
import { RevealedToken, type Revealed } from './reveal';
import { Scopes } from './scopes';

type Props = {
  readonly token: ListedToken;
  readonly now: Date;
  readonly said: string;
  readonly onCopied: (copied: Copied, id: string) => void;
  /** Called with the token as it is now. */
  readonly onChanged: (token: ListedToken) => void;
  readonly onDelete: () => void;
  readonly onBack: () => void;
};

/** "Personal access token on zenodo.org". What a provider calls its kinds is English; our own word is not. */
function KindAndSite({ token }: { token: ListedToken }) {
  const host = knownHostOf(token);
  if (host === null) return <p>{text('token_nowhere')}</p>;
  const name = kindName(token);
  const kind = token.provider === OTHER ? name : <span lang="en">{name}</span>;
  return <p>{rich('popup_kind_on', { kind, host })}</p>;
}

/** All that is known of one token. */
export function Details({ token, now, said, onCopied, onChanged, onDelete, onBack }: Props) {
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  return (
    <>
      <header class="top">
        <button class="btn btn-quiet back" type="button" onClick={onBack}>
          <Icon is="back" />
          {text('popup_back')}
        </button>
        <button
          class="btn btn-icon end"
          type="button"
          aria-label={text('popup_delete', { name: tokenName(token) })}
          title={text('popup_delete_title')}
          onClick={onDelete}
        >
          <Icon is="bin" />
        </button>
      </header>
      <main class="mid">
        <div class="pad who">
          <Tile {...tileOf(token.provider, knownHostOf(token))} />
          <div>
            <Name {...{ token, onChanged }} />
            <KindAndSite token={token} />
          </div>
        </div>
        <CopyButtons {...{ token, onCopied }} onRevealed={setRevealed} />
        {revealed && <RevealedToken revealed={revealed} />}
        <Marks token={token} />
        <Facts {...{ token, now }} />
        <CheckToken key={token.id} {...{ token, now, onChanged }} />
        <Scopes token={token} />
        <OwnNote key={token.id} {...{ token, onChanged }} />
        <Advice {...{ token, now }} />
      </main>
      <Bottom said={said}>
        <ManageLink token={token} />
      </Bottom>
    </>
  );
}

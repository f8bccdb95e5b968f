import type { ListedToken } from '../../messages/protocol';
import { Icon, Tile } from '../../ui/mark';
import { hostOf, kindName, tileOf, tokenName } from '../../ui/naming';
import type { Copied } from '../copy';
import { Bottom } from '../frame';
import { Advice } from './advice';
import { CopyButtons } from './copy-buttons';
import { Delete } from './delete';
import { Facts } from './facts';
import { ManageLink } from './manage-link';
import { Marks } from './marks';
import { Scopes } from './scopes';

type Props = {
  readonly token: ListedToken;
  readonly now: Date;
  readonly said: string;
  readonly onCopied: (copied: Copied, id: string) => void;
  readonly onDeleted: (words: string) => void;
  readonly onBack: () => void;
};

/** All that is known of one token. */
export function Details({ token, now, said, onCopied, onDeleted, onBack }: Props) {
  const host = hostOf(token);
  return (
    <>
      <header class="top">
        <button class="btn btn-quiet back" type="button" onClick={onBack}>
          <Icon is="back" />
          Tokens
        </button>
      </header>
      <main class="mid">
        <div class="pad who">
          <Tile {...tileOf(token.provider, host)} />
          <div>
            <h1>{tokenName(token)}</h1>
            <p>
              {kindName(token)} on {host}
            </p>
          </div>
        </div>
        <CopyButtons {...{ token, onCopied }} />
        <Marks token={token} />
        <Facts {...{ token, now }} />
        <Scopes token={token} />
        <Advice {...{ token, now }} />
        <Delete {...{ token, onDeleted }} />
      </main>
      <Bottom said={said}>
        <ManageLink token={token} />
      </Bottom>
    </>
  );
}

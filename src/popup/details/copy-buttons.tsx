import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListedToken } from '../../messages/protocol';
import { previewOf, snippetsOf } from '../../providers';
import { text } from '../../text/text';
import { Icon } from '../../ui/mark';
import { MenuButton } from '../../ui/menu';
import { tokenName } from '../../ui/naming';
import { copyToken, type Copied } from '../copy';
import { RevealButton, type Revealed } from './reveal';

type Props = {
  readonly token: ListedToken;
  readonly onCopied: (copied: Copied, id: string) => void;
  readonly onRevealed: (revealed: Revealed | null) => void;
};

/** "Copy", which has the focus, "Copy as", and "Show". */
export function CopyButtons({ token, onCopied, onRevealed }: Props) {
  const copyButton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => copyButton.current?.focus(), [token.id]);
  const masked = `••••${token.ends}`;
  const items = snippetsOf(token).map((snippet) => {
    const preview = previewOf(snippet, token, masked).trim().replace(/\s+/g, ' ');
    return { id: snippet.id, label: snippet.label, lang: 'en', preview };
  });
  const copy = async (snippet: Parameters<typeof copyToken>[1]) =>
    onCopied(await copyToken(token.id, snippet), token.id);
  return (
    <div class="pad copies">
      <button
        class="btn btn-primary"
        type="button"
        ref={copyButton}
        aria-label={text('popup_copy_name', { name: tokenName(token) })}
        onClick={() => void copy(null)}
      >
        <Icon is="copy" />
        {text('popup_copy')}
      </button>
      {items.length > 0 && (
        <MenuButton label={text('popup_copy_as')} items={items} onPick={(item) => void copy(item)} />
      )}
      <RevealButton {...{ token, onRevealed }} />
    </div>
  );
}

import type { Status, VaultState } from '../messages/protocol';
import { text } from '../text/text';
import { Icon } from '../ui/mark';
import { isOfNewer } from '../ui/repair/words';

type Props = { readonly vault: Exclude<VaultState, 'none'>; readonly trouble: Status['trouble'] };
type Way = { readonly words: string; readonly href: string; readonly link: string };

const TOKENS = '../popup/popup.html';
const VAULT = '../options/options.html#vault';

/** Where an existing vault leads to, whatever its state. */
function wayTo({ vault, trouble }: Props): Way {
  if (vault === 'unlocked')
    return { words: text('welcome_exists'), href: TOKENS, link: text('welcome_show_tokens') };
  if (vault === 'locked')
    return { words: text('welcome_exists_locked'), href: TOKENS, link: text('welcome_unlock') };
  return isOfNewer(trouble)
    ? { words: text('welcome_exists_newer'), href: VAULT, link: text('welcome_what_happened') }
    : { words: text('welcome_exists_repair'), href: VAULT, link: text('welcome_repair') };
}

/** Another page made the vault while somebody chose a passphrase here: that passphrase is not the vault's. */
export function ExistsNote(props: Props) {
  const { words, href, link } = wayTo(props);
  return (
    <div class="note exists" role="status">
      <Icon is={props.vault === 'broken' ? 'warn' : 'check'} />
      <p>
        <span class="strong">{words}</span> {text('welcome_exists_kept')}{' '}
        <a class="link" href={href}>
          {link}
        </a>
      </p>
    </div>
  );
}

import type { Status, VaultState } from '../messages/protocol';
import { gap } from '../text/dates';
import { text } from '../text/text';
import { Lead } from '../ui/lead';
import { Icon } from '../ui/mark';
import { needsOf } from '../ui/repair/words';

type Props = { readonly vault: Exclude<VaultState, 'none'>; readonly trouble: Status['trouble'] };
type Way = { readonly words: string; readonly href: string; readonly link: string };

/** Where an existing vault leads to, whatever its state. */
function wayTo({ vault, trouble }: Props): Way {
  if (vault !== 'broken')
    return {
      words: text(`welcome_exists_${vault}`),
      href: '../popup/popup.html',
      link: text(`welcome_exists_${vault}_link`),
    };
  const { needs, link } = needsOf(trouble);
  return { words: text(`welcome_exists_${needs}`), href: '../options/options.html#vault', link };
}

/** Another page made the vault while somebody chose a passphrase here: that passphrase is not the vault's. */
export function ExistsNote(props: Props) {
  const { words, href, link } = wayTo(props);
  return (
    <div class="note exists" role="status">
      <Icon is={props.vault === 'broken' ? 'warn' : 'check'} />
      <p>
        <Lead>{words}</Lead>
        {text('welcome_exists_kept')}
        {gap()}
        <a class="link" href={href}>
          {link}
        </a>
      </p>
    </div>
  );
}

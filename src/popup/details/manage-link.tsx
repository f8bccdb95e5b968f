import { text } from '../../text/text';
import type { Token } from '../../tokens/token';
import { Icon } from '../../ui/mark';
import { hostOf, providerById } from '../../ui/naming';

/** The way to the provider's own page for the token, where it is changed and revoked. */
export function ManageLink({ token }: { token: Token }) {
  const provider = providerById(token.provider);
  if (!provider) return null;
  return (
    <>
      <a class="link keep" href={provider.manageUrl(token)} target="_blank" rel="noreferrer">
        {text('popup_revoke', { host: hostOf(token) })}
        <Icon is="out" small />
      </a>
      <span class="end">{text('popup_revoke_means')}</span>
    </>
  );
}

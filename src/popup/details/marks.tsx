import type { ListedToken } from '../../messages/protocol';
import { text } from '../../text/text';
import { Lead } from '../../ui/lead';
import { Icon } from '../../ui/mark';
import { providerById } from '../../ui/naming';
import { OTHER } from '../../tokens/token';

/** Whether this version does not know what its row means: a later one saved it, or an import brought it. */
export function isUnknown({ provider, kind }: Pick<ListedToken, 'provider' | 'kind'>): boolean {
  return provider !== OTHER && !Object.hasOwn(providerById(provider)?.kinds ?? {}, kind);
}

/** What the badges of its row mean. */
export function Marks({ token }: { token: ListedToken }) {
  const { fresh, witnessed, replaced } = token;
  const marks = [
    { on: replaced, icon: 'again', lead: text('popup_replaced_lead'), rest: text('popup_replaced_rest') },
    { on: fresh && !witnessed, icon: 'clock', lead: text('popup_new_lead'), rest: text('popup_new_rest') },
    {
      on: isUnknown(token),
      icon: 'warn',
      lead: text('popup_unknown_lead'),
      rest: text('popup_unknown_rest'),
    },
  ] as const;
  const shown = marks.filter(({ on }) => on);
  if (shown.length === 0) return null;
  return (
    <div class="marks">
      {shown.map(({ icon, lead, rest }) => (
        <div class="note" key={icon}>
          <Icon is={icon} />
          <p>
            <Lead>{lead}</Lead>
            {rest}
          </p>
        </div>
      ))}
    </div>
  );
}

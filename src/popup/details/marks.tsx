import type { ListedToken } from '../../messages/protocol';
import { Icon } from '../../ui/mark';

/** What the badges of its row mean. */
export function Marks({ token: { fresh, witnessed, replaced } }: { token: ListedToken }) {
  const unseen = fresh && !witnessed;
  if (!unseen && !replaced) return null;
  return (
    <div class="marks">
      {replaced && (
        <div class="note">
          <Icon is="again" />
          <p>
            <span class="strong">Replaced:</span> the site has made a new token in its place.
          </p>
        </div>
      )}
      {unseen && (
        <div class="note">
          <Icon is="clock" />
          <p>
            <span class="strong">New:</span> it came into the vault since you unlocked it the time before. If
            you did not save it, somebody else put it here: do not use it.
          </p>
        </div>
      )}
    </div>
  );
}

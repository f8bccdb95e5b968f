import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { ListedToken } from '../../messages/protocol';
import { text } from '../../text/text';
import { suggestedLabel } from '../../tokens/label';
import { failureLine } from '../../ui/failure';
import { Icon } from '../../ui/mark';
import { providerById, tokenName } from '../../ui/naming';

type Props = {
  readonly token: ListedToken;
  /** Called with the token as it is now. */
  readonly onChanged: (token: ListedToken) => void;
};

/** What the token is called, and the box in which the user calls it something else. */
export function Name({ token, onChanged }: Props) {
  const [editing, setEditing] = useState(false);
  const pen = useRef<HTMLButtonElement>(null);
  const name = tokenName(token);

  function close(): void {
    setEditing(false);
    setTimeout(() => pen.current?.focus());
  }

  if (editing)
    return (
      <Rename
        token={token}
        onClose={close}
        onRenamed={(renamed) => {
          onChanged(renamed);
          close();
        }}
      />
    );
  return (
    <div class="named">
      <h1>{name}</h1>
      <button
        class="btn btn-icon btn-s"
        type="button"
        ref={pen}
        aria-label={text('popup_rename', { name })}
        title={text('popup_rename_title')}
        onClick={() => setEditing(true)}
      >
        <Icon is="pen" />
      </button>
    </div>
  );
}

type RenameProps = {
  readonly token: ListedToken;
  readonly onClose: () => void;
  readonly onRenamed: (token: ListedToken) => void;
};

function Rename({ token, onClose, onRenamed }: RenameProps) {
  const [label, setLabel] = useState(tokenName(token));
  const [wrong, setWrong] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => box.current?.select(), []);

  async function keep(event: Event): Promise<void> {
    event.preventDefault();
    // The name that its maker gave it needs no label.
    const own = label.trim() === token.name ? '' : label.trim();
    const answer = await send('ui:edit', { id: token.id, label: own });
    if (!answer.ok) return setWrong(failureLine(answer.failure));
    onRenamed({ ...token, label: own || undefined });
  }

  return (
    <form
      class="rename"
      onSubmit={(event) => void keep(event)}
      onKeyDown={(event) =>
        event.key === 'Escape' && (event.stopPropagation(), event.preventDefault(), onClose())
      }
    >
      <h1 class="unseen">{tokenName(token)}</h1>
      <label>
        <span class="unseen">{text('popup_name')}</span>
        <input
          class="field"
          type="text"
          ref={box}
          maxLength={200}
          spellcheck={false}
          autocomplete="off"
          value={label}
          onInput={({ currentTarget }) => setLabel(currentTarget.value)}
        />
      </label>
      <button class="btn btn-primary" type="submit">
        {text('popup_rename_do')}
      </button>
      <button class="btn" type="button" onClick={onClose}>
        {text('popup_cancel')}
      </button>
      <p class="help whole">
        {token.name === null ? text('popup_rename_help') : text('popup_rename_site', { name: token.name })}
      </p>
      <Suggestion
        {...{ token, label }}
        onTake={(suggested) => {
          setLabel(suggested);
          box.current?.focus();
        }}
      />
      {wrong !== null && (
        <p class="help help-loss whole" role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}

type SuggestionProps = {
  readonly token: ListedToken;
  /** What stands in the box now. */
  readonly label: string;
  readonly onTake: (suggested: string) => void;
};

/** A name that tells what the token can do and where. */
function Suggestion({ token, label, onTake }: SuggestionProps) {
  const named = { ...token, name: token.label ?? token.name };
  const suggested = suggestedLabel(named, providerById(token.provider));
  if (suggested === label) return null;
  return (
    <button class="link small whole" type="button" onClick={() => onTake(suggested)}>
      {text('popup_rename_suggested', { label: suggested })}
    </button>
  );
}

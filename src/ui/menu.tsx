import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './mark';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  /** Of the label, where it is not that of the page. */
  readonly lang?: string;
  readonly preview: string;
};

type Props = {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onPick: (item: MenuItem) => void;
};

/** Where a key leads in a menu: an item's index, `'close'`, or `null` for a key that is not the menu's. */
export function menuMove(key: string, at: number, labels: readonly string[]): number | 'close' | null {
  const count = labels.length;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'Escape' || key === 'Tab') return 'close';
  if (key.length !== 1 || key === ' ') return null;
  const from = labels.map((_, step) => (at + 1 + step) % count);
  return from.find((index) => labels[index]?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}

/** A button that opens a menu of labels with a preview under each. */
export function MenuButton({ label, items, onPick }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <div class="menu-place">
      <button
        class="btn"
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
        <Icon is="down" />
      </button>
      {open && (
        <Menu
          {...{ id, label, items }}
          onPick={(item) => {
            setOpen(false);
            button.current?.focus();
            onPick(item);
          }}
          onClose={(refocus) => {
            setOpen(false);
            if (refocus) button.current?.focus();
          }}
        />
      )}
    </div>
  );
}

type MenuProps = Props & { readonly id: string; readonly onClose: (refocus: boolean) => void };

function Menu({ id, label, items, onPick, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  useLayoutEffect(() => {
    list.current?.querySelectorAll<HTMLElement>('[role=menuitem]')[at]?.focus();
  }, [at]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const move = menuMove(
      event.key,
      at,
      items.map((item) => item.label),
    );
    // The popup has keys of its own for what the menu does not use; none may work behind an open menu.
    event.stopPropagation();
    if (move === null) return;
    event.preventDefault();
    if (move === 'close') onClose(true);
    else setAt(move);
  }

  function onFocusOut({ relatedTarget }: FocusEvent): void {
    const next = relatedTarget instanceof Node ? relatedTarget : null;
    if (!list.current?.parentElement?.contains(next)) onClose(false);
  }

  return (
    <div class="menu" id={id} role="menu" aria-label={label} ref={list} {...{ onKeyDown, onFocusOut }}>
      {items.map((item, index) => (
        <button
          class="menu-item"
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onPointerMove={() => setAt(index)}
          onClick={() => onPick(item)}
        >
          {/* Both are its name: somebody who speaks to the browser may say what stands there. */}
          <span lang={item.lang}>{item.label}</span> <code>{item.preview}</code>
        </button>
      ))}
    </div>
  );
}

/** A line of a section whose button opens a form below it, in its place. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../text/text';
import { FailureNote } from '../ui/failure-note';
import type { FailureWords } from '../ui/failure';
import { Icon } from '../ui/mark';
import { Setting } from './setting';

type RowProps = {
  readonly title: string;
  readonly about: string;
  /** What its button says. */
  readonly opens: string;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** What came of the form, once it is closed. */
  readonly said: string;
  /** The form. */
  readonly children: ComponentChildren;
  /** Drawn above the form, and below what came of it. */
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
};

export function FormRow(props: RowProps) {
  const { title, about, opens, open, setOpen, said, children, before, after } = props;
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    // The form is gone with the button that had the focus: it goes back to where it came from.
    if (wasOpen.current && !open && document.activeElement === document.body) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <Setting
      {...{ title, about }}
      below={
        <>
          {before}
          {open && children}
          <p class="ok" role="status">
            {said !== '' && <Icon is="check" />}
            {said}
          </p>
          {after}
        </>
      }
    >
      {!open && (
        <button class="btn" type="button" ref={opener} onClick={() => setOpen(true)}>
          {opens}
        </button>
      )}
    </Setting>
  );
}

type FormProps = {
  /** What its one button says. */
  readonly does: string;
  readonly busy: boolean;
  readonly busyWords: string;
  readonly problem: FailureWords | null;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
};

export function RowForm({ does, busy, busyWords, problem, onSubmit, onCancel, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return (
    <form
      class="row-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      {children}
      {problem && <FailureNote words={problem} />}
      <div class="row-form-do">
        <button class="btn btn-primary" type="submit" aria-disabled={busy}>
          {does}
        </button>
        {!busy && (
          <button class="btn" type="button" onClick={onCancel}>
            {text('form_cancel')}
          </button>
        )}
        <span class="muted small" role="status">
          {busy ? busyWords : ''}
        </span>
      </div>
    </form>
  );
}

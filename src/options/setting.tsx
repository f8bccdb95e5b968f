import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type SettingProps = {
  readonly title: string;
  readonly about: string;
  /** Of the title; the text about it has this and `-about`. */
  readonly id?: string;
  /** At the end of the line. */
  readonly children?: ComponentChildren;
  /** Below, over the whole width: a form, and what came of it. */
  readonly below?: ComponentChildren;
};

/** One line of a section: what it is, and the control that changes it. */
export function Setting({ title, about, id, children, below }: SettingProps) {
  return (
    <div>
      <div>
        <p class="strong" id={id}>
          {title}
        </p>
        <p class="small muted" id={id && `${id}-about`}>
          {about}
        </p>
      </div>
      <div class="control">{children}</div>
      {below !== undefined && <div class="below">{below}</div>}
    </div>
  );
}

type SwitchProps = Pick<SettingProps, 'title' | 'about' | 'below'> & {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

export function Switch({ title, about, below, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <Setting {...{ title, about, id, below }}>
      <input
        class="check"
        type="checkbox"
        aria-labelledby={id}
        aria-describedby={`${id}-about`}
        checked={on}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    </Setting>
  );
}

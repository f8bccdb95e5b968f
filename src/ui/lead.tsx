import type { ComponentChildren } from 'preact';
import { gap } from '../text/dates';

/** How a note begins: in strong letters, and as far from the rest as sentences are in the language. */
export function Lead({ children }: { children: ComponentChildren }) {
  return (
    <>
      <span class="strong">{children}</span>
      {gap()}
    </>
  );
}

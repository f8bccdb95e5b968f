/** Our pages say which language they are in. Their files cannot: it is known only when they are opened. */
import type { Texts } from '../text/names';
import { direction, language, text } from '../text/text';

/** The names of messages without values. */
type Plain = { [N in keyof Texts]: Texts[N] extends null ? N : never }[keyof Texts];

/**
 * Called before a page of ours is first drawn.
 * @param title the message that names the page; without it the page is called SeenOnce
 */
export function speak(title?: Plain): void {
  const { documentElement: root } = document;
  root.lang = language();
  root.dir = direction();
  // Of a union of names the types do not tell that none has values.
  if (title) document.title = (text as (name: Plain) => string)(title);
}

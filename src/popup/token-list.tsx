import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { ListedToken } from '../messages/protocol';
import { text } from '../text/text';
import { chunksOf, rowsToDraw, type Scroll } from './list-window';
import { tokenAt, type Listed } from './listing';
import { Row } from './row';

/** `--so-row` in theme.css, in design pixels. */
const ROW_HEIGHT = 54;

/** A row's height in px: it follows the reader's font size. */
function rowHeight(): number {
  return (ROW_HEIGHT / 16) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export function scrollOf(box: HTMLElement | null): Scroll {
  return { top: box?.scrollTop ?? 0, height: box?.clientHeight ?? 0, rowHeight: rowHeight() };
}

type Props = {
  readonly listed: Listed;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly active: number;
  readonly now: Date;
  readonly copiedId: string | null;
  readonly onCopy: (token: ListedToken) => void;
  readonly onDetails: (token: ListedToken, at: number) => void;
};

/** The list "Tokens", of which only the rows in view exist. */
export function TokenList({ listed, box, active, now, copiedId, onCopy, onDetails }: Props) {
  const [scroll, setScroll] = useState<Scroll>(() => scrollOf(box.current));
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setScroll(scrollOf(element));
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      sizes.disconnect();
    };
  }, [box]);

  const { known, need } = listed;
  const count = known?.matching ?? 0;
  const rows = rowsToDraw(scroll, count, active);
  const chunks = chunksOf(rows);
  useEffect(() => need(chunks), [need, chunks.join(), known]);

  if (!known) return null;
  const stop = Math.min(active, count - 1);
  return (
    <ul
      class="tokens"
      aria-label={text('popup_tokens')}
      style={{ blockSize: `calc(${count} * var(--so-row))` }}
    >
      {rows.map((at) => {
        const token = tokenAt(known, at);
        return (
          token && (
            <Row
              key={token.id}
              {...{ token, at, count, now, onCopy, onDetails }}
              query={known.query}
              stop={at === stop}
              copied={token.id === copiedId}
            />
          )
        );
      })}
    </ul>
  );
}

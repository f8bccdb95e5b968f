/** Which rows of a long list are drawn, and which parts of it are asked for. Rows have one height. */
import { LIST_CHUNK } from '../messages/limits';

/** Rows drawn above and below the visible ones, so that scrolling shows no gap. */
const BEYOND = 12;

export type Scroll = {
  /** px */
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
};

/**
 * The indices to draw, in rising order: all of a list that one answer holds.
 * @param active the row that has or had the focus: it stays drawn, or the focus would be lost
 */
export function rowsToDraw(scroll: Scroll, count: number, active: number): number[] {
  if (count <= LIST_CHUNK) return Array.from({ length: count }, (_, index) => index);
  const first = Math.max(0, Math.floor(scroll.top / scroll.rowHeight) - BEYOND);
  const last = Math.min(count - 1, Math.ceil((scroll.top + scroll.height) / scroll.rowHeight) + BEYOND);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  if (active < 0 || active >= count) return rows;
  if (active < first) return [active, ...rows];
  return active > last ? [...rows, active] : rows;
}

/** The chunks (0: rows 0 to 49) that hold these rows. */
export function chunksOf(rows: readonly number[]): number[] {
  return [...new Set(rows.map((row) => Math.floor(row / LIST_CHUNK)))];
}

/** Where to scroll so that a row is wholly visible, with as little movement as possible. */
export function scrollTopFor(row: number, { top, height, rowHeight }: Scroll): number {
  const start = row * rowHeight;
  if (start < top) return start;
  return Math.max(top, start + rowHeight - height);
}

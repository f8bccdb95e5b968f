/** How a server of somebody's own is told: for the options page alone. Where nobody runs one, delete this file. */
import type { Page } from '../../provider';

/** Fill in: what every page of such a server has, and where and when that was seen. */
const GENERATOR = 'meta[name="generator"][content^="Example"]';

export function recognises({ document }: Page): boolean {
  return document.querySelector(GENERATOR) !== null;
}

/** The document in which Chromium lets the clipboard be cleared: its service worker has none. The background opens and closes it. */
import { send } from '../browser';
import { clear } from './clear';

/** The browser takes what is copied a moment later, and from a document that is gone perhaps never, ms. */
const TAKEN_MS = 200;

const due = await send('ui:clear-what', null);
if (due.ok && due.value) {
  const cleared = await clear(due.value.mark);
  await new Promise((resolve) => {
    setTimeout(resolve, TAKEN_MS);
  });
  await send('ui:cleared', { cleared });
}

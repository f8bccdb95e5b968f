/** What the popup draws depends on two answers. They are asked for as this file is loaded, before anything else is. */
import { send } from '../browser';
import { LIST_CHUNK } from '../messages/limits';
import type { Answer } from '../messages/protocol';

export const status = send('ui:status', null);
let list: Promise<Answer<'ui:list'>> | undefined = send('ui:list', { query: '', from: 0, count: LIST_CHUNK });

/** Gives the answer once: a later list is asked for anew. */
export function takeEarly(): Promise<Answer<'ui:list'>> | undefined {
  const taken = list;
  list = undefined;
  return taken;
}

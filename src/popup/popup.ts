/** The popup's first step: it asks for what it will draw before it loads what draws it. */
import { send } from '../browser';
import { LIST_CHUNK } from '../messages/limits';
import type { Answer } from '../messages/protocol';

const status = send('ui:status', null);
let list: Promise<Answer<'ui:list'>> | undefined = send('ui:list', { query: '', from: 0, count: LIST_CHUNK });

/** Gives the answer once: a later list is asked for anew. */
function takeEarly(): Promise<Answer<'ui:list'>> | undefined {
  const taken = list;
  list = undefined;
  return taken;
}

const { show } = await import('./view');
show({ status: await status, takeEarly });

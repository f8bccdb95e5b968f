/** The life of a check in the popup: what was found before, the click, the browser's question, the answer. */
import { useEffect, useState } from 'preact/hooks';
import browser, { send } from '../../browser';
import type { Check, ListedToken } from '../../messages/protocol';
import type { Verify } from '../../providers/provider';
import { failureLine } from '../../ui/failure';

/** `browser`: its question for the host stands, and may hide or close the popup. `site`: the question is under way. */
export type Waiting = 'no' | 'browser' | 'site';

/** Where the token's API is. */
export const apiOf = (token: ListedToken, verify: Verify): URL => new URL(verify.questions(token)[0].url);

/**
 * Asks the browser for the API's host where that is of use. The background is told before: the question may
 * end this page, and then the check goes on there. Called in a click, before anything is awaited.
 */
function askBrowser(token: ListedToken, verify: Verify, click: string): Promise<boolean> {
  if (verify.permission(token) === 'no') return Promise.resolve(true);
  void send('ui:check-when-allowed', { id: token.id, click });
  const origins = [`${apiOf(token, verify).origin}/*`];
  // Where somebody else decides it, as on a managed computer, it throws.
  return browser.permissions.request({ origins }).catch(() => false);
}

export function useCheck(token: ListedToken, verify: Verify) {
  const { id } = token;
  const [check, setCheck] = useState<Check | null>(null);
  const [waiting, setWaiting] = useState<Waiting>('no');
  const [wrong, setWrong] = useState<string | null>(null);

  useEffect(() => {
    // An answer for the token of before must not be drawn at this one.
    let isShown = true;
    void send('ui:last-check', { id }).then((answer) => isShown && answer.ok && setCheck(answer.value));
    return () => void (isShown = false);
  }, [id]);

  async function ask(): Promise<void> {
    const click = crypto.randomUUID();
    const allowed = askBrowser(token, verify, click);
    setWaiting(verify.permission(token) === 'no' ? 'site' : 'browser');
    setWrong(null);
    // Whatever it says: the background knows what can be asked without.
    await allowed;
    setWaiting('site');
    const answer = await send('ui:check', { id, click });
    setWaiting('no');
    if (answer.ok) setCheck(answer.value);
    else setWrong(failureLine(answer.failure));
  }

  return { check, waiting, wrong, ask };
}

/** Stands where the background stands, for the practice page: it answers like it and stores no token. */
import type { Answer, Ask, MessageName, Offer, Seen } from '../messages/protocol';
import type { Send } from '../messages/send';
import { text } from '../text/text';

const OFFER_ID = 'practice';

function offerOf({ secret, details }: Seen): Offer {
  return {
    id: OFFER_ID,
    kindName: text('welcome_try_kind'),
    letter: 'P',
    testHost: true,
    host: text('welcome_try_host'),
    ends: secret.slice(-4),
    details,
    expires: text('expires_never'),
    scopes: (details.scopes ?? []).map((scope) => ({
      scope,
      risk: scope.endsWith('write') ? 'writes' : 'reads',
    })),
    warning: null,
    inPrivate: false,
    unknownForm: null,
    vault: 'unlocked',
  };
}

type Answers = { readonly [N in MessageName]?: (ask: Ask<N>) => Answer<N> };

const saved = { state: 'saved', locked: false, before: null } as const;

/** @param onSaved called when somebody pressed "Save token" */
function answersOf(onSaved: () => void): Answers {
  return {
    'page:seen': (seen) => ({
      ok: true,
      value: { offer: offerOf(seen), sighting: { state: 'held' }, guard: { hold: true, leave: false } },
    }),
    'page:save': () => {
      onSaved();
      return { ok: true, value: { id: OFFER_ID, sighting: saved } };
    },
    'page:state': () => ({ ok: true, value: { state: 'held' } }),
  };
}

/** Like `send` of the background's own messages; what needs the vault is quietly answered with nothing. */
export function practiceAnswers(onSaved: () => void): Send {
  const answers = answersOf(onSaved);
  return async <N extends MessageName>(name: N, ask: Ask<N>): Promise<Answer<N>> => {
    const answer = answers[name];
    return answer ? answer(ask) : { ok: false, failure: 'refused' };
  };
}

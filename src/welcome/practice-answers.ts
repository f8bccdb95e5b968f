/** Stands where the background stands, for the practice page: it answers like it and stores nothing. */
import type { Answer, Ask, MessageName, Offer, Seen } from '../messages/protocol';
import type { Send } from '../messages/send';

const OFFER_ID = 'practice';

function offerOf({ secret, details }: Seen): Offer {
  return {
    id: OFFER_ID,
    kindName: 'Practice token',
    letter: 'P',
    testHost: true,
    host: 'this practice page',
    ends: secret.slice(-4),
    details,
    expires: 'never',
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

const answers: Answers = {
  'page:seen': (seen) => ({
    ok: true,
    value: { offer: offerOf(seen), sighting: { state: 'held' }, guard: { hold: true, leave: false } },
  }),
  'page:save': () => ({ ok: true, value: { id: OFFER_ID, sighting: saved } }),
  'page:state': () => ({ ok: true, value: { state: 'held' } }),
};

/** Like `send` of the background's own messages; what needs the vault is quietly answered with nothing. */
export const practiceAnswers: Send = async <N extends MessageName>(
  name: N,
  ask: Ask<N>,
): Promise<Answer<N>> => {
  const answer = answers[name];
  return answer ? answer(ask) : { ok: false, failure: 'refused' };
};

/** What each message does: one line of it per message, the work in the files beside this one. */
import type { Offer, VaultState } from '../messages/protocol';
import type { PageHandlers, UiHandlers } from '../messages/receive';
import { Refusal } from '../messages/receive';
import { base64 } from '@scure/base';
import { settings } from '../storage/items';
import { sealedIds } from '../storage/records';
import { rememberForm } from './forms';
import { discard, dismiss, heldTokens, hold, pageGone, stateOf } from './held';
import { listing, reopen, revealed, scopeUse, tokenOf } from './listing';
import { allNotes, setNote } from './notes';
import { offerOf } from './offer';
import { remindHeld } from './orphans';
import { openPage, openTokens } from './pages';
import { queue } from './queue';
import { save, saveHeld, sealWaiting } from './saving';
import { providerById, senderProvider } from './sites';
import { drawToolbar } from './toolbar';
import { create, existingHeader, lock, lockTimes, touch, unlock, vaultState } from './unlock';

const inTurn = queue();

/** Runs a task that changes what is held, saved or open, in turn, and redraws the toolbar after it. */
export function changing<T>(task: () => Promise<T>): Promise<T> {
  return inTurn(async () => {
    try {
      return await task();
    } finally {
      // Not waited for: an acknowledgement is worth more than a picture of it.
      void redraw();
    }
  });
}

async function redraw(): Promise<void> {
  try {
    await drawToolbar((await heldTokens()).length, await vaultState());
  } catch {
    // The mark is a courtesy; a browser whose storage fails says so where it matters.
  }
}

export const pageAnswers: PageHandlers = {
  'page:form': async ({ provider, details }, from) => {
    const known = senderProvider(from, provider);
    await inTurn(() => rememberForm(known, details, from));
    return null;
  },
  'page:seen': async (seen, from) => {
    const provider = senderProvider(from, seen.provider);
    if (!Object.hasOwn(provider.kinds, seen.kind)) throw new Refusal('refused');
    const { entry, state } = await changing(() => hold(seen, from));
    const vault: VaultState = await vaultState();
    const offer: Offer = offerOf(provider, entry, seen.secret, vault);
    const { hold: holds, leaveGuard } = await settings.get();
    return { offer, sighting: state, guard: { hold: holds, leave: leaveGuard } };
  },
  'page:save': async ({ seen }, from) => {
    senderProvider(from, seen.provider);
    const saved = await changing(() => save(seen, from));
    reopen(saved.id);
    if (saved.sighting.state === 'waits-for-vault') await openPage('vault');
    return saved;
  },
  'page:dismiss': async ({ id }, from) => {
    await changing(() => dismiss(id, from));
    return null;
  },
  'page:state': ({ id }, from) => inTurn(() => stateOf(id, from)),
  'page:gone': async ({ id }, from) => {
    await inTurn(() => pageGone(id, from));
    return null;
  },
  'page:open': async ({ what }, from) => {
    senderProvider(from);
    await (what === 'vault' && (await vaultState()) === 'none' ? openPage('vault') : openTokens());
    return null;
  },
};

export const uiAnswers: UiHandlers = {
  'ui:status': async () => ({
    vault: await vaultState(),
    held: await heldTokens(),
    count: (await sealedIds('records')).length,
    ...(await lockTimes()),
  }),
  'ui:create': async (made) => {
    await changing(async () => {
      await create(made);
      await sealWaiting();
    });
    return null;
  },
  'ui:slots': async () => (await existingHeader()).slots.map(({ data }) => base64.encode(data)),
  'ui:unlock': async ({ identity }) => {
    await changing(() => unlock(identity));
    // The vault is open, whatever becomes of these.
    await changing(remindHeld).catch(() => undefined);
    return null;
  },
  'ui:lock': async () => {
    await changing(lock);
    return null;
  },
  'ui:list': ({ query, from, count }) => listing(query, from, count),
  'ui:token': ({ id }) => tokenOf(id),
  'ui:copy': async ({ id, snippet }) => {
    const { token, secret } = await revealed(id);
    await touch();
    if (snippet === null) return secret;
    const written = providerById(token.provider)?.snippets.find((offered) => offered.id === snippet);
    if (!written) throw new Refusal('not-found');
    return written.write(token, secret);
  },
  'ui:save-held': async ({ id }) => {
    const state = await changing(() => saveHeld(id));
    reopen(id);
    return state;
  },
  'ui:discard-held': async ({ id }) => {
    await changing(() => discard(id));
    return null;
  },
  'ui:scope-use': scopeUse,
  'ui:notes': allNotes,
  'ui:set-note': async (note) => {
    await inTurn(() => setNote(note));
    return null;
  },
  'ui:settings': () => settings.get(),
  'ui:set-settings': async (change) => {
    const now = await settings.set(change);
    if ('lockAfter' in change && (await vaultState()) === 'unlocked') await touch();
    return now;
  },
};

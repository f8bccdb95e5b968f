/** What each message does: one line of it per message, the work in the files beside this one. */
import type { Offer, VaultState } from '../messages/protocol';
import type { PageHandlers, UiHandlers } from '../messages/receive';
import { Refusal } from '../messages/receive';
import { base64 } from '@scure/base';
import { settings } from '../storage/items';
import { sealedIds } from '../storage/records';
import { byHand, saveByHand } from './by-hand';
import { changing, inTurn } from './changing';
import { rememberForm } from './forms';
import { discard, dismiss, heldTokens, hold, pageGone, stateOf } from './held';
import { listing, reopen, revealed, scopeUse, tokenOf } from './listing';
import { allNotes, setNote } from './notes';
import { offerOf } from './offer';
import { remindHeld } from './orphans';
import { openPage, openTokens } from './pages';
import { save, saveHeld, sealWaiting } from './saving';
import { addServer, removeServer } from './servers';
import { allSites, providerById, senderProvider, setSite } from './sites';
import { create, existingHeader, lock, lockTimes, touch, unlock, vaultState } from './unlock';

export const pageAnswers: PageHandlers = {
  'page:form': async ({ provider, details }, from) => {
    const known = await senderProvider(from, provider);
    await inTurn(() => rememberForm(known, details, from));
    return null;
  },
  'page:seen': async (seen, from) => {
    const provider = await senderProvider(from, seen.provider);
    if (!Object.hasOwn(provider.kinds, seen.kind)) throw new Refusal('refused');
    const { entry, state } = await changing(() => hold(seen, from));
    const vault: VaultState = await vaultState();
    const offer: Offer = offerOf(provider, entry, seen.secret, vault);
    const { leaveGuard } = await settings.get();
    return { offer, sighting: state, guard: { hold: entry.kept, leave: leaveGuard } };
  },
  'page:save': async ({ seen }, from) => {
    await senderProvider(from, seen.provider);
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
  'page:off': async (_, from) => {
    await senderProvider(from);
    await inTurn(() => setSite(from.origin, false));
    return null;
  },
  'page:open': async ({ what }, from) => {
    await senderProvider(from);
    await (what === 'vault' && (await vaultState()) === 'none' ? openPage('vault') : openTokens());
    return null;
  },
};

export const uiAnswers: UiHandlers = {
  'ui:status': async () => ({
    vault: await vaultState(),
    held: await heldTokens(),
    count: (await sealedIds('records')).length,
    trouble: null,
    problems: 0,
    backup: null,
    resealing: null,
    ...(await lockTimes()),
  }),
  'ui:create': async (made) => {
    await changing(async () => {
      await create(made);
      await sealWaiting();
    });
    return null;
  },
  'ui:slots': async () => ({
    passphrase: (await existingHeader()).slots.map(({ data }) => base64.encode(data)),
    passkeys: [],
    unknown: 0,
    chosen: null,
  }),
  'ui:unlock': async ({ identity }) => {
    await changing(() => unlock(identity));
    // The vault is open, whatever becomes of these.
    await changing(remindHeld).catch(() => undefined);
    return null;
  },
  'ui:repair': () => {
    throw new Refusal('refused');
  },
  'ui:change-passphrase': () => {
    throw new Refusal('refused');
  },
  'ui:add-passkey': () => {
    throw new Refusal('refused');
  },
  'ui:remove-passkey': () => {
    throw new Refusal('refused');
  },
  'ui:start-over': () => {
    throw new Refusal('refused');
  },
  'ui:delete': () => {
    throw new Refusal('refused');
  },
  'ui:problems': () => {
    throw new Refusal('refused');
  },
  'ui:sealed': () => {
    throw new Refusal('refused');
  },
  'ui:acknowledge': () => {
    throw new Refusal('refused');
  },
  'ui:backup-tokens': () => {
    throw new Refusal('refused');
  },
  'ui:backup-notes': () => {
    throw new Refusal('refused');
  },
  'ui:backed-up': () => {
    throw new Refusal('refused');
  },
  'ui:restore': () => {
    throw new Refusal('refused');
  },
  'ui:lock': async () => {
    await changing(lock);
    return null;
  },
  'ui:list': ({ query, from, count }) => listing(query, from, count),
  'ui:token': async ({ id }) => ({ ...(await tokenOf(id)), fresh: false, replaced: false }),
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
  'ui:by-hand': ({ id }) => byHand(id),
  'ui:save-by-hand': async ({ id, name, expires }) => {
    const state = await changing(() => saveByHand(id, name, expires));
    reopen(id);
    return state;
  },
  'ui:scope-use': scopeUse,
  'ui:notes': allNotes,
  'ui:set-note': async (note) => {
    await inTurn(() => setNote(note));
    return null;
  },
  'ui:sites': allSites,
  'ui:add-server': ({ origin, provider }) => inTurn(() => addServer(origin, provider)),
  'ui:remove-server': ({ origin }) => inTurn(() => removeServer(origin)),
  'ui:set-site': ({ site, on }) => inTurn(() => setSite(site, on)),
  'ui:settings': () => settings.get(),
  'ui:set-settings': async (change) => {
    const now = await settings.set(change);
    if ('lockAfter' in change && (await vaultState()) === 'unlocked') await touch();
    return now;
  },
};

/** What each message does: one line of it per message, the work in the files beside this one. */
import type { Offer, VaultState } from '../messages/protocol';
import type { PageHandlers, UiHandlers } from '../messages/receive';
import { Refusal } from '../messages/receive';
import { snippetsOf } from '../providers';
import { settings, sites } from '../storage/items';
import { isOneLine } from '../tokens/shape';
import type { Token } from '../tokens/token';
import { mayLook, watchedProvider } from './access';
import { backedUp, backupNotes, backupTokens, restore } from './backup';
import { byHand, saveByHand } from './by-hand';
import { changing, inTurn } from './changing';
import { acknowledgeNotices, giveUp, problems, sealedBytes } from './checking';
import { clearWhat, documentCleared } from './clearing-document';
import { clearNow, copied, willBeCopied } from './clipboard';
import { deleteToken, undoDelete } from './deleting';
import { edit } from './editing';
import { rememberForm } from './forms';
import { discard, dismiss, hold, pageGone, stateOf } from './held';
import { endingTokens, listing, revealed, scopeUse, tokenOf } from './listing';
import { allNotes, setNote } from './notes';
import { offerOf } from './offer';
import { adoptOrphans } from './orphans';
import { openPage, openTokens } from './pages';
import { daysFollowSettings, learnEndsSoon, remindersSeen } from './reminders';
import { repair } from './repair';
import { startOver } from './reseal';
import { save, saveHeld, sealWaiting } from './saving';
import { addServer, removeServer } from './servers';
import { senderProvider, setSite } from './sites';
import { addPasskey, changePassphrase, removePasskey, slots } from './slots';
import { status } from './status';
import { create, lock, touch, unlock, vaultState } from './unlock';
import { afterUnlock, afterUnlockSoon } from './unlocked';
import { check, checkWhenAllowed, fillIn, lastCheck } from './verify';

export const pageAnswers: PageHandlers = {
  'page:form': async ({ provider, details }, from) => {
    const known = await watchedProvider(from, provider);
    await inTurn(() => rememberForm(known, details, from));
    return null;
  },
  'page:seen': async (seen, from) => {
    const provider = await watchedProvider(from, seen.provider);
    if (!Object.hasOwn(provider.kinds, seen.kind)) throw new Refusal('refused');
    const { entry, state } = await changing(() => hold(seen, from));
    const vault: VaultState = await vaultState();
    const offer: Offer = offerOf(provider, entry, seen.secret, vault);
    const { leaveGuard } = await settings.get();
    return { offer, sighting: state, guard: { hold: entry.kept, leave: leaveGuard } };
  },
  // A click of the user on what was offered before: also where the host was taken back a moment ago.
  'page:save': async ({ seen }, from) => {
    await senderProvider(from, seen.provider);
    const saved = await changing(() => save(seen, from));
    if (saved.sighting.state === 'waits-for-vault') await openPage('vault');
    learnEndsSoon();
    return saved;
  },
  'page:dismiss': async ({ id }, from) => {
    await changing(() => dismiss(id, from));
    return null;
  },
  'page:state': async ({ id }, from) => {
    const state = await inTurn(() => stateOf(id, from));
    // Its host was taken back meanwhile: the prompt goes, and what is held waits in the popup.
    return state.state === 'held' && !(await mayLook(from)) ? { state: 'answered' } : state;
  },
  'page:gone': async ({ id }, from) => {
    await inTurn(() => pageGone(id, from));
    return null;
  },
  'page:off': async (_, from) => {
    await senderProvider(from);
    await changing(() => setSite(from.origin, false));
    return null;
  },
  'page:open': async ({ what }, from) => {
    await senderProvider(from);
    await (what === 'vault' && (await vaultState()) === 'none' ? openPage('vault') : openTokens());
    return null;
  },
};

export const uiAnswers: UiHandlers = {
  'ui:status': status,
  'ui:create': async (made) => {
    await changing(async () => {
      await create(made);
      await sealWaiting();
    });
    return null;
  },
  'ui:slots': slots,
  'ui:unlock': async ({ identity }) => {
    await changing(() => unlock(identity));
    // The vault is open, whatever becomes of these.
    await changing(adoptOrphans).catch(() => undefined);
    afterUnlockSoon();
    return null;
  },
  'ui:repair': async ({ identity }) => {
    await changing(async () => {
      await repair(identity);
      await sealWaiting();
    });
    void afterUnlock();
    return null;
  },
  'ui:change-passphrase': async ({ identity, slot }) => {
    await inTurn(() => changePassphrase(identity, slot));
    return null;
  },
  'ui:add-passkey': async ({ identity, passkey }) => {
    await inTurn(() => addPasskey(identity, passkey));
    return null;
  },
  'ui:remove-passkey': async ({ credentialId }) => {
    await inTurn(() => removePasskey(credentialId));
    return null;
  },
  'ui:start-over': async ({ identity, next }) => {
    await inTurn(() => startOver(identity, next));
    return null;
  },
  'ui:lock': async () => {
    await changing(lock);
    return null;
  },
  'ui:list': ({ query, from, count, filter }) => listing(query, from, count, filter),
  'ui:token': ({ id }) => tokenOf(id),
  'ui:reveal': async ({ id }) => {
    const { secret } = await revealed(id);
    await touch();
    return secret;
  },
  'ui:copy': async ({ id, snippet }) => {
    const { token, secret } = await revealed(id);
    await touch();
    const text = snippet === null ? secret : written(snippet, token, secret);
    await willBeCopied(text);
    return text;
  },
  'ui:copied': ({ done }) => copied(done),
  'ui:clear-now': clearNow,
  'ui:clear-what': async () => clearWhat(),
  'ui:cleared': async ({ cleared }) => {
    documentCleared(cleared);
    return null;
  },
  'ui:delete': async ({ id }) => {
    await inTurn(() => deleteToken(id));
    await touch();
    learnEndsSoon();
    return null;
  },
  'ui:undo-delete': async ({ id }) => {
    await inTurn(() => undoDelete(id));
    await touch();
    learnEndsSoon();
    return null;
  },
  'ui:edit': async ({ id, ...change }) => {
    await inTurn(() => edit(id, change));
    await touch();
    learnEndsSoon();
    return null;
  },
  'ui:last-check': ({ id }) => lastCheck(id),
  'ui:check-when-allowed': async ({ id, click }) => {
    await checkWhenAllowed(id, click);
    return null;
  },
  // Not in turn: a site may take its time, and a token that appears meanwhile is not to wait for it.
  'ui:check': ({ id, click }) => check(id, click),
  'ui:fill-in': async ({ id, click }) => {
    const token = await inTurn(() => fillIn(id, click));
    await touch();
    learnEndsSoon();
    return token;
  },
  'ui:problems': problems,
  'ui:sealed': ({ id }) => sealedBytes(id),
  'ui:acknowledge': async (read) => {
    await inTurn(() => ('id' in read ? giveUp(read.id) : acknowledgeNotices()));
    return null;
  },
  'ui:backup-tokens': ({ from, count }) => backupTokens(from, count),
  'ui:backup-notes': backupNotes,
  'ui:backed-up': async () => {
    await backedUp(new Date());
    return null;
  },
  'ui:restore': async ({ tokens, notes }) => {
    const restored = await inTurn(() => restore(tokens, notes));
    learnEndsSoon();
    return restored;
  },
  'ui:ending': ({ days }) => endingTokens(days, new Date()),
  'ui:ending-seen': async () => {
    await remindersSeen();
    return null;
  },
  'ui:save-held': async ({ id }) => {
    const saved = await changing(() => saveHeld(id));
    learnEndsSoon();
    return saved;
  },
  'ui:discard-held': async ({ id }) => {
    await changing(() => discard(id));
    return null;
  },
  'ui:by-hand': ({ id }) => byHand(id),
  'ui:save-by-hand': async ({ id, name, expires }) => {
    const saved = await changing(() => saveByHand(id, name, expires));
    learnEndsSoon();
    return saved;
  },
  'ui:scope-use': scopeUse,
  'ui:notes': allNotes,
  'ui:set-note': async (note) => {
    await inTurn(() => setNote(note));
    return null;
  },
  'ui:sites': () => sites.getKnown(),
  'ui:add-server': ({ origin, provider }) => changing(() => addServer(origin, provider)),
  'ui:remove-server': ({ origin }) => changing(() => removeServer(origin)),
  'ui:set-site': ({ site, on }) => changing(() => setSite(site, on)),
  'ui:settings': () => settings.getKnown(),
  'ui:set-settings': async (change) => {
    const now = await settings.set(change);
    if ('daysInClear' in change) await daysFollowSettings();
    if ('lockAfter' in change && (await vaultState()) === 'unlocked') await touch();
    return now;
  },
};

/** Refuses with `not-found` where the token's provider has no such snippet, and `unwritable` where that cannot say this secret. */
function written(snippet: string, token: Token, secret: string): string {
  const offered = snippetsOf(token).find(({ id }) => id === snippet);
  if (!offered) throw new Refusal('not-found');
  const text = isOneLine(secret) ? offered.write(token, secret) : null;
  if (text === null) throw new Refusal('unwritable');
  return text;
}

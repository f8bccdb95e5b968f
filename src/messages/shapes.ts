/** The shape of every message, checked on arrival. A message that does not fit is refused. */
import * as v from 'valibot';
import { LIST_CHUNK } from './limits';
import { detailsShape as details, shortText as short, tokenShape } from '../tokens/shape';
import type { Ask, MessageName } from './protocol';

const id = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));
/** As a match pattern can name it: no wildcard, no IPv6 address. */
const origin = v.pipe(v.string(), v.maxLength(300), v.regex(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/));
/** A random UUID. */
const click = v.pipe(v.string(), v.uuid());
const base64 = v.pipe(v.string(), v.maxLength(8_192), v.base64());
const none = v.null();
const identity = v.pipe(v.string(), v.startsWith('AGE-SECRET-KEY-1'), v.maxLength(100));

const seen = v.object({
  provider: short,
  kind: short,
  secret: v.pipe(v.string(), v.minLength(8), v.maxLength(4_096)),
  path: v.pipe(v.string(), v.maxLength(2_048)),
  details,
});

const newVault = v.object({
  identity,
  recipient: v.pipe(v.string(), v.startsWith('age1'), v.maxLength(100)),
  slot: base64,
});

/** As lenient as the vault itself: unknown fields are kept. */
const backupToken = v.looseObject({
  ...tokenShape.entries,
  id,
  secret: v.pipe(v.string(), v.minLength(1), v.maxLength(4_096)),
});

const note = { provider: short, scope: short, text: v.pipe(v.string(), v.maxLength(4_000)) };

export const settingsShape = v.object({
  lockAfter: v.exactOptional(v.nullable(v.picklist([1, 5, 10, 30, 60]))),
  lockWithScreen: v.exactOptional(v.boolean()),
  hold: v.exactOptional(v.boolean()),
  leaveGuard: v.exactOptional(v.boolean()),
  clearClipboard: v.exactOptional(v.nullable(v.picklist([15, 30, 45, 120]))),
  toldMayRemove: v.exactOptional(v.boolean()),
  toldHistory: v.exactOptional(v.boolean()),
  practised: v.exactOptional(v.boolean()),
  daysInClear: v.exactOptional(v.boolean()),
});

export const shapes: { readonly [N in MessageName]: v.GenericSchema<unknown, Ask<N>> } = {
  'page:form': v.object({ provider: short, details }),
  'page:seen': seen,
  'page:save': v.object({ id: v.nullable(id), seen }),
  'page:dismiss': v.object({ id }),
  'page:state': v.object({ id }),
  'page:gone': v.object({ id }),
  'page:off': none,
  'page:open': v.object({ what: v.picklist(['tokens', 'vault']) }),
  'ui:status': none,
  'ui:create': newVault,
  'ui:slots': none,
  'ui:unlock': v.object({ identity }),
  'ui:repair': v.object({ identity }),
  'ui:change-passphrase': v.object({ identity, slot: base64 }),
  'ui:add-passkey': v.object({
    identity,
    passkey: v.object({ credentialId: short, salt: base64, slot: base64 }),
  }),
  'ui:remove-passkey': v.object({ credentialId: short }),
  'ui:start-over': v.object({ identity, next: newVault }),
  'ui:lock': none,
  'ui:list': v.object({
    query: short,
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIST_CHUNK)),
    filter: v.exactOptional(
      v.union([v.strictObject({ provider: short }), v.strictObject({ ending: v.literal(true) })]),
    ),
  }),
  'ui:token': v.object({ id }),
  'ui:reveal': v.object({ id }),
  'ui:copy': v.object({ id, snippet: v.nullable(short) }),
  'ui:copied': v.object({ done: v.boolean() }),
  'ui:clear-now': none,
  'ui:clear-what': none,
  'ui:cleared': v.object({ cleared: v.picklist(['cleared', 'other', 'failed']) }),
  'ui:delete': v.object({ id }),
  'ui:undo-delete': v.object({ id }),
  'ui:edit': v.object({
    id,
    label: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
    note: v.exactOptional(v.pipe(v.string(), v.maxLength(4_000))),
  }),
  'ui:last-check': v.object({ id }),
  'ui:check-when-allowed': v.object({ id, click }),
  'ui:check': v.object({ id, click }),
  'ui:fill-in': v.object({ id, click }),
  'ui:problems': none,
  // What somebody has put among the records may have any key.
  'ui:sealed': v.object({ id: short }),
  'ui:acknowledge': v.union([v.object({ notices: v.literal(true) }), v.object({ id: short })]),
  'ui:backup-tokens': v.object({
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  }),
  'ui:backup-notes': none,
  'ui:backed-up': none,
  'ui:restore': v.object({
    tokens: v.pipe(v.array(backupToken), v.maxLength(100)),
    notes: v.pipe(v.array(v.object({ ...note, at: v.number() })), v.maxLength(100)),
  }),
  'ui:ending': v.object({ days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)) }),
  'ui:ending-seen': none,
  'ui:save-held': v.object({ id }),
  'ui:discard-held': v.object({ id }),
  'ui:by-hand': v.object({ id }),
  'ui:save-by-hand': v.object({ id, name: v.nullable(short), expires: details.entries.expires }),
  'ui:scope-use': none,
  'ui:notes': none,
  'ui:set-note': v.object(note),
  'ui:sites': none,
  'ui:add-server': v.object({ origin, provider: short }),
  'ui:remove-server': v.object({ origin }),
  'ui:set-site': v.object({ site: v.pipe(short, v.minLength(1)), on: v.boolean() }),
  'ui:settings': none,
  'ui:set-settings': settingsShape,
};

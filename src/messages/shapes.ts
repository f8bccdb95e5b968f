/** The shape of every message, checked on arrival. A message that does not fit is refused. */
import * as v from 'valibot';
import type { Ask, MessageName } from './protocol';

const short = v.pipe(v.string(), v.maxLength(1_000));
const id = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));
/** As a match pattern can name it: no wildcard, no IPv6 address. */
const origin = v.pipe(v.string(), v.maxLength(300), v.regex(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/));
const base64 = v.pipe(v.string(), v.maxLength(8_192), v.base64());
const none = v.null();

const expires = v.nullable(v.union([v.literal('never'), v.object({ at: short })]));

const details = v.object({
  name: v.nullable(short),
  scopes: v.nullable(v.pipe(v.array(short), v.maxLength(500))),
  expires,
  account: v.nullable(short),
  owner: v.nullable(short),
  manageId: v.nullable(short),
});

const seen = v.object({
  provider: short,
  kind: short,
  secret: v.pipe(v.string(), v.minLength(8), v.maxLength(4_096)),
  path: v.pipe(v.string(), v.maxLength(2_048)),
  details,
});

const settings = v.object({
  lockAfter: v.exactOptional(v.nullable(v.picklist([1, 5, 10, 30, 60]))),
  lockWithScreen: v.exactOptional(v.boolean()),
  hold: v.exactOptional(v.boolean()),
  leaveGuard: v.exactOptional(v.boolean()),
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
  'ui:create': v.object({
    identity: v.pipe(v.string(), v.startsWith('AGE-SECRET-KEY-1'), v.maxLength(100)),
    recipient: v.pipe(v.string(), v.startsWith('age1'), v.maxLength(100)),
    slot: base64,
  }),
  'ui:slots': none,
  'ui:unlock': v.object({ identity: v.pipe(v.string(), v.startsWith('AGE-SECRET-KEY-1'), v.maxLength(100)) }),
  'ui:lock': none,
  'ui:list': v.object({
    query: short,
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
  }),
  'ui:token': v.object({ id }),
  'ui:copy': v.object({ id, snippet: v.nullable(short) }),
  'ui:save-held': v.object({ id }),
  'ui:discard-held': v.object({ id }),
  'ui:by-hand': v.object({ id }),
  'ui:save-by-hand': v.object({ id, name: v.nullable(short), expires }),
  'ui:scope-use': none,
  'ui:notes': none,
  'ui:set-note': v.object({ provider: short, scope: short, text: v.pipe(v.string(), v.maxLength(4_000)) }),
  'ui:sites': none,
  'ui:add-server': v.object({ origin, provider: short }),
  'ui:remove-server': v.object({ origin }),
  'ui:set-site': v.object({ site: v.pipe(short, v.minLength(1)), on: v.boolean() }),
  'ui:settings': none,
  'ui:set-settings': settings,
};

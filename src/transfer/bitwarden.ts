/**
 * Bitwarden's unencrypted JSON export (bitwarden.com/help/condition-bitwarden-import, and what readers
 * of many projects declare, November 2026): `folders`, and `items` with `type` 1 login, 2 secure note,
 * 3 card, 4 identity, 5 SSH key; `fields` with `type` 0 text, 1 hidden, 2 boolean, 3 linked. Its
 * encrypted export says `"encrypted": true`.
 */
import type { BackupToken } from '../messages/protocol';
import { refused, type Entry, type Reading } from './entry';
import { FACTS, factsOf, titled, toldBy, type Fact, type Facts } from './facts';
import { readJson, type Json } from './json';

const LOGIN = 1;
const SECURE_NOTE = 2;
const TEXT = 0;
const HIDDEN = 1;
/** Only the file's own: Bitwarden gives folders new ids when it reads them. */
const FOLDER = { id: '5ee00ce0-0000-4000-8000-000000000000', name: 'SeenOnce' };

/** Thrown where a text has to stand, and something else does. */
class NotText extends Error {
  readonly line: number;
  constructor(line: number) {
    super('not_text');
    this.line = line;
  }
}

const part = (json: Json | undefined, name: string): Json | undefined =>
  json?.is === 'object' ? json.members.get(name) : undefined;
const list = (json: Json | undefined): readonly Json[] => (json?.is === 'list' ? json.items : []);
const plain = (json: Json | undefined) => (json?.is === 'plain' ? json.value : undefined);

/** `''` where it is missing or `null`. */
function textOf(json: Json | undefined): string {
  if (!json || (json.is === 'plain' && json.value === null)) return '';
  if (json.is === 'plain' && typeof json.value === 'string') return json.value;
  throw new NotText(json.line);
}

type Field = { readonly json: Json; readonly name: string; readonly hidden: boolean };

const isFact = (name: string): name is Fact => FACTS.some((fact) => fact === name);

/** What the item tells of itself, with our own fields where it came from here. */
function factsOfItem(item: Json, fields: readonly Field[]): Facts {
  const login = part(item, 'login');
  const own = fields.filter(({ name, hidden }) => !hidden && isFact(name));
  return {
    name: textOf(part(item, 'name')),
    site: textOf(part(list(part(login, 'uris'))[0], 'uri')),
    account: textOf(part(login, 'username')),
    note: textOf(part(item, 'notes')),
    ...Object.fromEntries(own.map(({ name, json }) => [name, textOf(part(json, 'value'))])),
  };
}

/** The password; the whole of a note that is a single word; and hidden fields, where people keep a second token. */
function entriesOf(item: Json): Entry[] {
  const type = plain(part(item, 'type'));
  const fields = list(part(item, 'fields')).map((json) => ({
    json,
    name: textOf(part(json, 'name')),
    hidden: plain(part(json, 'type')) === HIDDEN,
  }));
  const facts = factsOfItem(item, fields);
  const title = textOf(part(item, 'name'));
  const note = textOf(part(item, 'notes')).trim();
  const entry = (json: Json | undefined, secret: string, addition = ''): Entry[] => {
    if (!json || secret === '') return [];
    const name = [facts.name, addition].filter(Boolean).join(', ');
    const told = toldBy({ ...facts, name });
    return [{ line: json.line, title: [title, addition].filter(Boolean).join(', '), secret, told }];
  };
  const password = part(part(item, 'login'), 'password');
  return [
    ...(type === LOGIN ? entry(password, textOf(password)) : []),
    ...(type === SECURE_NOTE && /^\S+$/.test(note) ? entry(part(item, 'notes'), note) : []),
    ...fields
      .filter(({ hidden }) => hidden)
      .flatMap(({ json, name }) => entry(json, textOf(part(json, 'value')), name)),
  ];
}

export function readBitwarden(text: string): Reading {
  const read = readJson(text);
  if (!read.ok) return read;
  if (plain(part(read.value, 'encrypted')) === true) return refused('encrypted');
  const items = part(read.value, 'items');
  if (items?.is !== 'list') return refused('not_bitwarden', items?.line ?? null);
  const stranger = items.items.find((item) => typeof plain(part(item, 'type')) !== 'number');
  if (stranger) return refused('not_bitwarden', stranger.line);
  try {
    return { ok: true, entries: items.items.flatMap(entriesOf) };
  } catch (error) {
    if (error instanceof NotText) return refused('not_text', error.line);
    throw error;
  }
}

function itemOf(token: BackupToken) {
  const { site, path, account, note, ...facts } = factsOf(token);
  const { title, rest } = titled(facts, new URL(token.origin).host);
  return {
    folderId: FOLDER.id,
    organizationId: null,
    collectionIds: null,
    type: LOGIN,
    reprompt: 0,
    favorite: false,
    name: title,
    notes: note ?? null,
    fields: Object.entries(rest).map(([fact, value]) => ({ name: fact, value, type: TEXT })),
    login: {
      username: account ?? null,
      password: token.secret,
      totp: null,
      uris: [{ match: null, uri: `${site ?? ''}${path ?? ''}` }],
    },
  };
}

export function writeBitwarden(tokens: readonly BackupToken[]): string {
  const file = { encrypted: false, folders: [FOLDER], items: tokens.map(itemOf) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Where tests run no extension: the English messages, as the browser would give them. */
import english from '../../public/_locales/en/messages.json' with { type: 'json' };

const messages: Readonly<Record<string, { readonly message: string }>> = english;

const i18n = { getMessage: (name: string) => messages[name]?.message ?? '' };

Object.assign(globalThis, { chrome: { ...(globalThis as { chrome?: object }).chrome, i18n } });

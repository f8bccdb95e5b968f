/**
 * Every message, in one type, filed by who may send it: `page:` comes from a content script and no
 * answer to it carries a secret; `ui:` comes from one of our own pages. The background never speaks
 * first. All values are JSON: bytes travel as base64.
 */
import type { Result } from './failure';
import type { PageMessages } from './page';
import type { UiMessages } from './ui';

export type * from './check';
export type * from './failure';
export type * from './page';
export type * from './ui';
export type * from './vault';

export type Messages = PageMessages & UiMessages;

export type MessageName = keyof Messages;

export type PageMessageName = keyof PageMessages;

export type UiMessageName = keyof UiMessages;

export type Ask<N extends MessageName> = Messages[N]['ask'];

export type Answer<N extends MessageName> = Result<Messages[N]['answer']>;

/** What travels over `runtime.sendMessage`. */
export type Envelope<N extends MessageName = MessageName> = { readonly name: N; readonly ask: Ask<N> };

/** What a practice site is: it answers requests for its hosts as the real one does, in our own words. */

export type Ask = {
  readonly method: string;
  readonly url: URL;
  /** The body of a form that was sent. */
  readonly body: URLSearchParams;
  /** The body as it came. */
  readonly text: string;
  /** Lower-case names; absent: not sent. */
  readonly headers: Readonly<Record<string, string | undefined>>;
};

export type Reply = {
  readonly status?: number;
  readonly location?: string;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A token that a practice site made. Tests compare with it; the page shows it once. */
export type Issued = {
  readonly host: string;
  readonly kind: string;
  readonly name: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  /** ISO 8601 instant; `null`: never. */
  readonly expires: string | null;
};

/** Makes a synthetic token of that kind for a host, and remembers it. */
export type Issue = (
  host: string,
  kind: string,
  name: string,
  about?: Partial<Pick<Issued, 'scopes' | 'expires'>>,
) => string;

export type Site = {
  readonly hosts: readonly string[];
  readonly answer: (ask: Ask, issue: Issue) => Reply;
};

/** Text for HTML: names are whatever somebody typed. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1f2328; background: #fff; }
  .practice { padding: 6px 24px; background: #fff3cd; border-bottom: 1px solid #d9b84a; font-weight: 600; }
  main, .page { max-width: 760px; padding: 24px; }
  input[type=text], input:not([type]) { font: inherit; padding: 5px 8px; width: 26em; max-width: 100%; }
  button { font: inherit; padding: 5px 12px; } label { display: block; margin: 6px 0; }
  .box, .access-token, .segment { border: 1px solid #d1d9e0; border-radius: 6px; padding: 12px; margin: 12px 0; }
  code { background: #eef1f4; padding: 2px 5px; border-radius: 4px; overflow-wrap: anywhere; }
  .cover { position: fixed; inset: 0; background: #0008; display: grid; place-items: center; }
  .panel { background: #fff; padding: 20px; border-radius: 8px; width: 480px; max-width: 90vw; }
  .row { display: grid; grid-template-columns: 2fr 1fr 3fr; gap: 8px; padding: 8px 0; border-top: 1px solid #d1d9e0; }
  nav a { margin-right: 14px; }`;

/** A page that says visibly that it is a practice page. */
export function page(parts: {
  readonly title: string;
  readonly head?: string;
  readonly body: string;
  readonly script?: string;
}): Reply {
  const script = parts.script ? `<script>${parts.script}</script>` : '';
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(parts.title)}</title>${parts.head ?? ''}<style>${STYLE}</style></head>
<body><div class="practice">Practice page of SeenOnce. This is not the real site, and its tokens open nothing.</div>
${parts.body}${script}</body></html>`,
  };
}

export const NOT_FOUND: Reply = { status: 404, type: 'text/plain', body: 'There is no such practice page.' };

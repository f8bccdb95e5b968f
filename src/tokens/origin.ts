/** Origins as text: they come from pages, files, the disk and messages, and decide where a token is sent. */

/** `https://sandbox.zenodo.org`, and nothing around it: the text is what a browser writes for the origin that it reads in it. */
export function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return /^https?:$/.test(protocol) && origin === text;
}

/** The address of a path on a site, or `null` where the path leads elsewhere: it is what a page or a file said. */
export function addressAt(origin: string, path: string): string | null {
  if (!isOrigin(origin) || !URL.canParse(path, origin)) return null;
  const address = new URL(path, origin);
  return address.origin === origin ? address.href : null;
}

/** A worker's whole code as a text, by scripts/bundled.mjs. */
declare module 'virtual:bundled-worker/*' {
  const code: string;
  export default code;
}

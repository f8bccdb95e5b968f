/** A worker's whole code as a text, by scripts/bundled-worker.mjs. */
declare module '*?bundled-worker' {
  const code: string;
  export default code;
}

/** Words that our types write with hyphens, as the names of messages have them. */
export type Named<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Named<B>}` : S;

/** `no-vault` -> `no_vault`. */
export function named<S extends string>(word: S): Named<S> {
  // The type says the same as the call.
  return word.replaceAll('-', '_') as Named<S>;
}

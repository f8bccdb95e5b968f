import { useKey } from './use-key';

/** For every site that is not in the table. */
export function ByHandNote() {
  const key = useKey('save-by-hand');
  return (
    <p class="by-hand small muted">
      <span class="strong">On any other site:</span> select the token, or click into its field, and choose
      “Save as token” in the menu of the right mouse button{key ? `, or press ${key}` : ''}. SeenOnce sees
      that page at that moment only.
    </p>
  );
}

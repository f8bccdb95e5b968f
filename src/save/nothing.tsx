import { Icon } from '../ui/mark';

/** Why there is nothing to save: what happened, and what to do. The keys are those of the background. */
export const NOTHING: Readonly<Record<string, readonly [what: string, next: string]>> = {
  nothing: [
    'Nothing is selected.',
    'Select the token, or click into the field that shows it. Then choose “Save as token” again.',
  ],
  'no-site': [
    'This page belongs to no site.',
    'Tokens are saved with the address of their site, so this works on http and https pages.',
  ],
  'no-access': [
    'The browser lets no extension look into this page, or into this part of it.',
    'Select the token and choose “Save as token” in the menu of the right mouse button.',
  ],
  'wrong-length': [
    'What is selected has not the length of a token.',
    'Select the whole token and nothing else: 8 to 4,096 characters. Then choose “Save as token” again.',
  ],
};

export function NothingToSave({ why, onClose }: { why: string; onClose: () => void }) {
  const [what, next] = NOTHING[why] ?? ['', ''];
  return (
    <>
      <div class="note" role="alert">
        <Icon is="warn" />
        <p>
          <span class="strong">{what}</span> Nothing was saved. {next}
        </p>
      </div>
      <div class="do">
        <button class="btn" type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </>
  );
}

import { useEffect, useState } from 'preact/hooks';
import browser from '../browser';
import { text } from '../text/text';
import { Lead } from '../ui/lead';

/** Both browsers keep extensions out of private windows until the user allows it, on a page of their own. */
export function PrivateNote() {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => void browser.extension.isAllowedIncognitoAccess().then(setAllowed), []);
  if (allowed === null) return null;
  return (
    <p class="by-hand small muted">
      <Lead>{text('sites_private_lead')}</Lead>
      {text(allowed ? 'sites_private_allowed' : 'sites_private_withheld')}
    </p>
  );
}

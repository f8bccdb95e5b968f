/** The practice page: the real script and the real prompt on a made-up token. */
import { visit } from '../content/visit';
import { UNTOLD, type Detector } from '../providers/provider';
import { practiceAnswers } from './practice-answers';

const TOKEN_ID = 'practice-token';

const detector: Detector = {
  id: 'practice',
  tripwire: (page) => page.getElementById(TOKEN_ID)?.firstChild ?? null,
  detect: ({ document: page }) => {
    const anchor = page.getElementById(TOKEN_ID);
    const secret = anchor?.textContent?.trim();
    if (!anchor || !secret) return null;
    const form = new FormData(page.forms[0]);
    const typed = form.get('name');
    const name = typeof typed === 'string' ? typed.trim() || null : null;
    const details = { ...UNTOLD, name, scopes: form.getAll('scope').map(String), expires: 'never' } as const;
    return { kind: 'personal', secret, anchor, details };
  },
};

/** Synthetic, and different every time, so that each one is offered. */
function practiceToken(): string {
  const noise = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return `practice_EXAMPLE${'A'.repeat(20)}${noise.join('')}`;
}

document.forms[0]?.addEventListener('submit', (event) => {
  event.preventDefault();
  const display = document.getElementById('display');
  const token = document.getElementById(TOKEN_ID);
  if (!display || !token) return;
  display.hidden = false;
  token.textContent = practiceToken();
});

visit({ document, detector, send: practiceAnswers, alive: () => true, allowed: Promise.resolve(true) });

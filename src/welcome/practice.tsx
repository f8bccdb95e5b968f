/** The practice page: the real script and the real prompt on a made-up token. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../browser';
import { visit } from '../content/visit';
import { UNTOLD, type Detector } from '../providers/provider';
import { text } from '../text/text';
import { speak } from '../ui/language';
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

/** A site's page, as plain as they are. */
function PracticePage() {
  const [token, setToken] = useState<string | null>(null);
  return (
    <>
      <header class="practice-band">{text('welcome_try_band')}</header>
      <main class="practice">
        <h1>{text('welcome_try_heading')}</h1>
        <p class="muted">{text('welcome_try_lede')}</p>
        <CreateForm onCreate={() => setToken(practiceToken())} />
        {/* A new element for each token, as the sites do it. */}
        {token !== null && <Display key={token} token={token} />}
        <p class="back">
          <a class="link" href="./welcome.html#setup">
            {text('welcome_try_back')}
          </a>
        </p>
      </main>
    </>
  );
}

function CreateForm({ onCreate }: { onCreate: () => void }) {
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onCreate();
      }}
    >
      <label>
        <span class="label">{text('welcome_try_name')}</span>
        <input class="field" name="name" defaultValue={text('welcome_try_name_value')} />
      </label>
      <fieldset>
        <legend class="label">{text('welcome_try_scopes')}</legend>
        <label class="pick">
          <input type="checkbox" name="scope" value="records:read" defaultChecked /> <code>records:read</code>
        </label>
        <label class="pick">
          <input type="checkbox" name="scope" value="records:write" /> <code>records:write</code>
        </label>
      </fieldset>
      <p>
        <button class="btn" type="submit">
          {text('welcome_try_create')}
        </button>
      </p>
    </form>
  );
}

function Display({ token }: { token: string }) {
  return (
    <section id="display">
      <h2>{text('welcome_try_new')}</h2>
      <p>
        <code id={TOKEN_ID}>{token}</code>
      </p>
      <p class="muted">{text('welcome_try_new_means')}</p>
    </section>
  );
}

speak('welcome_try_title');
render(<PracticePage />, document.body);
visit({
  document,
  detector,
  send: practiceAnswers(() => void send('ui:set-settings', { practised: true })),
  alive: () => true,
  allowed: Promise.resolve(true),
});

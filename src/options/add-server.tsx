/** "Add a server": GitHub Enterprise, InvenioRDM and Speckle run on addresses that only their users know. */
import { useId, useRef, useState } from 'preact/hooks';
import browser, { send } from '../browser';
import type { Answer, Sites } from '../messages/protocol';
import { providers } from '../providers';
import { text } from '../text/text';
import { failureWords } from '../ui/failure';
import { serverAddress } from './address';
import { askServer } from './ask-server';

/** Let the server say what it runs. */
const BY_ITSELF = '';
const KINDS = providers.filter(({ selfHosted }) => selfHosted !== null);

type Said = { readonly good: boolean; readonly words: string };
type Props = {
  readonly known: Sites;
  /** Takes the list out of an answer. */
  readonly take: (asking: Promise<Answer<'ui:sites'>>) => Promise<Answer<'ui:sites'>>;
};

const problem = (words: string): Said => ({ good: false, words });

/** The kind that was chosen, or that the server's page tells; else what is missing, in words. */
async function kindOf(chosen: string, origin: string, host: string): Promise<string | Said> {
  if (chosen !== BY_ITSELF) return chosen;
  const asked = await askServer(origin);
  if (!asked.ok) return problem(text('server_no_answer', { host }));
  return asked.provider ?? problem(text('server_does_not_say', { host }));
}

/** Asks for the permission first: browsers only do so right after a click. */
async function add(typed: string, chosen: string, { known, take }: Props): Promise<Said> {
  const address = serverAddress(typed, known);
  if (!address.ok) return problem(address.problem);
  const { origin, host } = address;
  const origins = [`${origin}/*`];
  if (!(await browser.permissions.request({ origins }))) return problem(text('server_not_allowed', { host }));
  const provider = await kindOf(chosen, origin, host);
  if (typeof provider !== 'string') {
    // A permission without a use is given back.
    await browser.permissions.remove({ origins });
    return provider;
  }
  const answer = await take(send('ui:add-server', { origin, provider }));
  if (!answer.ok) return problem(failureWords(answer.failure).what);
  const kind = providers.find(({ id }) => id === provider)?.selfHosted ?? text('site_kind_unknown');
  return { good: true, words: text('server_added', { host, kind }) };
}

export function AddServer(props: Props) {
  const id = useId();
  const [address, setAddress] = useState('');
  const [kind, setKind] = useState(BY_ITSELF);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const adding = add(address, kind, props);
    setBusy(true);
    setSaid(null);
    const now = await adding;
    setBusy(false);
    setSaid(now);
    if (now.good) setAddress('');
    else field.current?.focus();
  }

  return (
    <form class="add" onSubmit={(event) => void submit(event)} noValidate>
      <label>
        <span class="label">{text('server_address')}</span>
        <input
          class="field"
          ref={field}
          type="url"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="https://speckle.example.edu"
          value={address}
          aria-invalid={said?.good === false}
          aria-describedby={id}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
      </label>
      <label>
        <span class="label">{text('server_runs')}</span>
        <select class="field" value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value)}>
          <option value={BY_ITSELF}>{text('server_find_out')}</option>
          {KINDS.map((each) => (
            <option key={each.id} value={each.id}>
              {each.selfHosted}
            </option>
          ))}
        </select>
      </label>
      <button class="btn" type="submit" aria-disabled={busy}>
        {text('server_add')}
      </button>
      <p class={said?.good === false ? 'help help-loss' : 'help'} id={id} role="status">
        {said?.words ?? text(busy ? 'server_busy' : 'server_help')}
      </p>
    </form>
  );
}

import { useRef, useState } from 'preact/hooks';
import type { ListedToken } from '../../messages/protocol';
import type { Provider, Verify } from '../../providers/provider';
import { text } from '../../text/text';
import { Lead } from '../../ui/lead';
import { Icon } from '../../ui/mark';
import { hostOf, providerById } from '../../ui/naming';
import { verdictWords, type VerdictWords } from './check-words';
import { FillIn } from './fill-in';
import { apiOf, useCheck, type Waiting } from './use-check';

type Props = {
  readonly token: ListedToken;
  readonly now: Date;
  /** Called with the token as it is once what the site told was written. */
  readonly onChanged: (token: ListedToken) => void;
};

/** Nothing for a token of a site that no provider covers: it has no API that we know. */
export function CheckToken(props: Props) {
  const provider = providerById(props.token.provider);
  return provider && <KnownCheck {...props} provider={provider} />;
}

/** "Check this token": asks its own site, on the click only, and says what came of it. */
function KnownCheck({ token, now, onChanged, provider }: Props & { provider: Provider }) {
  const { check, waiting, wrong, ask } = useCheck(token, provider.verify);
  const button = useRef<HTMLButtonElement>(null);
  /** The click whose findings were written. */
  const [filled, setFilled] = useState<string | null>(null);
  const { host } = apiOf(token, provider.verify);
  const busy = waiting !== 'no';
  const shown = busy ? null : check;
  // What was pressed is gone with what it wrote.
  const onFilled: Props['onChanged'] = (written) => {
    button.current?.focus();
    setFilled(check?.click ?? null);
    onChanged(written);
  };
  return (
    <section class="sec check-token" aria-label={text('check_button')}>
      <button
        class="btn btn-s"
        type="button"
        ref={button}
        aria-disabled={busy}
        onClick={() => void (busy || ask())}
      >
        {check ? text('check_again') : text('check_button')}
      </button>
      <div class="verdict" role="status">
        {shown && <Verdict {...verdictWords(shown, hostOf(token), now)} />}
        {shown && shown.click === filled && (
          <p class="help">{text('check_filled', { host: hostOf(token) })}</p>
        )}
        {!shown && <p class="help">{waitingWords(waiting, host) ?? beforeWords(provider.verify, token)}</p>}
      </div>
      {shown?.found.is === 'valid' && (
        <p class="help" lang="en">
          {provider.verify.remark(token)}
        </p>
      )}
      {shown?.found.is === 'refused' && <MakeNew {...{ token, provider }} />}
      {shown?.found.is === 'valid' && (
        <FillIn key={shown.click} {...{ token, onFilled }} check={shown} told={shown.found.told} />
      )}
      {wrong !== null && (
        <p class="help help-loss" role="alert">
          {wrong}
        </p>
      )}
    </section>
  );
}

function waitingWords(waiting: Waiting, host: string): string | null {
  if (waiting === 'no') return null;
  return text(waiting === 'browser' ? 'check_asking_browser' : 'check_asking', { host });
}

function beforeWords(verify: Verify, token: ListedToken): string {
  const { host } = apiOf(token, verify);
  switch (verify.permission(token)) {
    case 'tells-more':
      return text('check_before_more', { host });
    case 'needed':
      return text('check_before_needed', { host });
    case 'no':
      return text('check_before', { host });
  }
}

const LOOKS = {
  good: { note: 'note note-safe', icon: 'check' },
  bad: { note: 'note note-loss', icon: 'stop' },
  open: { note: 'note', icon: 'clock' },
} as const;

function Verdict({ tone, lead, rest }: VerdictWords) {
  const { note, icon } = LOOKS[tone];
  return (
    <div class={note}>
      <Icon is={icon} />
      <p>
        <Lead>{lead}</Lead>
        {rest}
      </p>
    </div>
  );
}

function MakeNew({ token, provider }: { token: ListedToken; provider: Provider }) {
  const host = hostOf(token);
  return (
    <p class="help">
      <a class="link" href={provider.createUrl(host)} target="_blank" rel="noreferrer">
        {text('check_make_new', { host })}
        <Icon is="out" small />
      </a>
    </p>
  );
}

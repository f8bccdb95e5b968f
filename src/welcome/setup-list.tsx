import { useEffect, useState } from 'preact/hooks';
import browser, { send } from '../browser';
import type { Status } from '../messages/protocol';
import { gap } from '../text/dates';
import { counted, text } from '../text/text';
import { Eye, Icon, lidOf } from '../ui/mark';
import { needsOf } from '../ui/repair/words';
import { askForHosts } from '../ui/withheld';
import { missingIn, setupLines, type Line, type Standing } from './setup';

const ICONS = { done: 'check', missing: 'warn', untold: 'clock' } as const;
const standingWord = (standing: Standing): string => text(`welcome_list_${standing}`);

type Props = {
  readonly status: Status;
  readonly practised: boolean;
  readonly onVault: () => void;
  /** Called when there may be something new to tell. */
  readonly onAsked: () => void;
  readonly onClose: () => void;
};

/** What is known of backups comes with the tokens, which are opened for whoever asks for them first. */
function useOpening({ vault, backup }: Status, onOpened: () => void): void {
  const asks = vault === 'unlocked' && backup === null;
  useEffect(() => {
    if (asks) void send('ui:list', { query: '', from: 0, count: 0 }).then(onOpened);
  }, [asks]);
}

/** The end of the steps, and the beginning of every later visit: what is there, and what is not. */
export function SetupList({ status, practised, onVault, onAsked, onClose }: Props) {
  useOpening(status, onAsked);
  const lines = setupLines(status, practised);
  const missing = missingIn(lines);
  const first = lines.find(({ standing }) => standing === 'missing');
  return (
    <main class="main wide">
      <div class="say say-set">
        <div>
          <h1 tabIndex={-1}>
            {missing === 0 ? text('welcome_all_set') : counted('welcome_missing', missing)}
          </h1>
          <p class="lede">{missing === 0 ? text('welcome_all_set_lede') : text('welcome_missing_lede')}</p>
        </div>
        {missing === 0 && <Eye lid={lidOf(status.vault, status.held.length)} />}
      </div>
      <ul class="setup" aria-label={text('welcome_list')}>
        {lines.map((line) => (
          <SetupLine key={line.id} {...{ line, status, onVault, onAsked }} primary={line === first} />
        ))}
      </ul>
      <PrivateHint />
      <div class="do">
        <button class={missing === 0 ? 'btn btn-primary' : 'btn'} type="button" onClick={onClose}>
          {text('welcome_close')}
        </button>
      </div>
    </main>
  );
}

type LineProps = Pick<Props, 'status' | 'onVault' | 'onAsked'> & {
  readonly line: Line;
  /** It is the first that is missing: Enter on the heading does it. */
  readonly primary: boolean;
};

function SetupLine({ line, status, primary, onVault, onAsked }: LineProps) {
  const [refused, setRefused] = useState(false);
  const { standing, title, means, action } = line;
  const look = `btn btn-s${primary ? ' btn-primary' : ''}`;

  async function allow(): Promise<void> {
    setRefused(!(await askForHosts(status.withheld)));
    onAsked();
  }

  return (
    <li class={standing}>
      <Icon is={ICONS[standing]} />
      <div>
        <p class="strong">
          <span class="unseen">{standingWord(standing)} </span>
          {title}
        </p>
        <p class="muted small" role={action === 'allow' ? 'status' : undefined}>
          {refused && action === 'allow' ? text('welcome_sites_refused_means') : means}
        </p>
      </div>
      {action === 'vault' && (
        <button class={look} type="button" onClick={onVault}>
          {text('welcome_vault_heading')}
        </button>
      )}
      {action === 'allow' && (
        <button class={look} type="button" onClick={() => void allow()}>
          {status.withheld.length > 1 ? text('welcome_sites_allow_all') : text('welcome_sites_allow')}
        </button>
      )}
      {action !== null && action !== 'vault' && action !== 'allow' && (
        <a class={look} href={WAYS[action]}>
          {linkWords(action, status)}
        </a>
      )}
    </li>
  );
}

type Away = keyof typeof WAYS;

const WAYS = {
  repair: '../options/options.html#vault',
  practise: './practice.html',
  backup: '../options/options.html#backup',
  unlock: '../popup/popup.html',
} as const;

function linkWords(action: Away, { trouble }: Status): string {
  if (action === 'repair') return needsOf(trouble).link;
  if (action === 'practise') return text('welcome_practise');
  return action === 'backup' ? text('welcome_backup_make') : text('welcome_exists_locked_link');
}

/** Firefox opens its page for extensions to nobody but the user. */
const hasExtensionsPage = (): boolean => browser.runtime.getURL('').startsWith('chrome-extension:');

/** Not missing, as most people need none of it: only said. */
function PrivateHint() {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => void browser.extension.isAllowedIncognitoAccess().then(setAllowed), []);
  if (allowed === null) return null;
  return (
    <p class="help private">
      {allowed ? text('welcome_private_allowed') : text('welcome_private')}
      {gap()}
      {!allowed && hasExtensionsPage() && (
        <button
          class="link"
          type="button"
          onClick={() => void browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` })}
        >
          {text('welcome_private_open')}
        </button>
      )}
    </p>
  );
}

/** @jsxRuntime classic */
/** @jsx h */
/** The panel in the page. It draws values and holds none: no handler, no state; buttons say what they do in `data-act`. */
import type { Failure, Offer } from '../messages/protocol';
import { Fragment, h } from './h';
import { ClosedEye, OpenEye, Sign } from './marks';
import { Button, Facts, Four, Notes, Said, Scopes, Who } from './parts';
import type { Stance, Stopped, View } from './view';

/** The panel's accessible name, the words in its band, and their tone. */
const AT: Readonly<Record<View['at'], readonly [name: string, words: string, tone: string]>> = {
  offer: ['save this token?', 'Not saved yet', ''],
  saving: ['saving', 'Saving', ''],
  failed: ['not saved', 'Not saved', 'loss'],
  waiting: ['create your vault to save this token', 'Not saved yet', ''],
  saved: ['saved', 'Safe', 'safe'],
};

/** What can fail between Save and "Saved"; anything else is the browser's storage. */
const FAILURES: Partial<Record<Failure, string>> = {
  full: 'The disk has no room left.',
  broken: 'The vault needs repair: open SeenOnce.',
  gone: 'SeenOnce was updated or removed. Reloading would lose the token: copy it by hand first.',
};

const STOPPED: Readonly<Record<Stopped, readonly [title: string, text: string]>> = {
  enter: [
    'Enter would have deleted this token',
    'In the name box of this page, Enter presses Delete. It was stopped, and the token is still there.',
  ],
  delete: [
    'This would have deleted the token',
    'It was stopped, and the token is still there and not saved.',
  ],
  display: [
    'This would have closed the display',
    'It was stopped, because the token is shown only once and is not saved.',
  ],
};

/** The token and the decision. The same layout from offer to saving: nothing moves under the pointer. */
const OfferBody = ({
  offer,
  stopped,
  saving,
}: {
  offer: Offer;
  stopped: Stopped | null;
  saving: boolean;
}) => (
  <Fragment>
    {stopped && (
      <Said sign="enter" tone="once" role="alert" title={STOPPED[stopped][0]}>
        {STOPPED[stopped][1]}
      </Said>
    )}
    <Who offer={offer} />
    {!stopped && <Facts offer={offer} />}
    {offer.scopes && <Scopes scopes={offer.scopes} />}
    {!stopped && <Notes offer={offer} />}
    <div class="do">
      <Button act="save" first={!saving} off={saving}>
        {saving ? 'Saving…' : 'Save token'}
      </Button>
      {saving ? <span class="foot">Keep this page open.</span> : <Button act="dismiss">Not now</Button>}
      {stopped && !saving && <Button act="pass">Let the page do it</Button>}
    </div>
    {!stopped && !saving && <p class="foot">{footOf(offer)}</p>}
  </Fragment>
);

function footOf({ vault }: Offer): string {
  if (vault === 'none') return 'Held in memory. Saving asks you to create a vault first.';
  if (vault === 'broken') return 'Held in memory. The vault needs repair: open SeenOnce.';
  return 'Goes into your vault, encrypted, on this computer. Keyboard: Alt+Shift+S.';
}

type SavedView = Extract<View, { at: 'saved' }>;

function savedTitle({ before, stopped }: SavedView): string {
  if (stopped) return 'Saved. Enter was stopped.';
  return before ? `Saved already, ${before}` : 'Saved. You can close this page.';
}

const Saved = ({ view }: { view: SavedView }) => {
  const { offer, locked, before, stopped } = view;
  const which = (
    <Fragment>
      {offer.details.name ?? offer.kindName}, <Four ends={offer.ends} />.{' '}
      {before ? 'Nothing to do.' : 'Written and read back.'}
    </Fragment>
  );
  return (
    <Fragment>
      <Said sign="check" role="status" title={savedTitle(view)}>
        {stopped
          ? 'In the name box of this page, Enter presses Delete: the token that was just saved would stop working.'
          : locked && !before
            ? 'The vault is locked and stays locked. Unlock it when you want to use the token.'
            : which}
      </Said>
      <div class="do">
        <Button act="show">{locked ? 'Unlock SeenOnce' : 'Show in SeenOnce'}</Button>
        {stopped && <Button act="pass">Let the page do it</Button>}
      </div>
    </Fragment>
  );
};

const Failed = ({ offer, failure }: { offer: Offer; failure: Failure }) => (
  <Fragment>
    <Said sign="stop" tone="lost" role="alert" title="Not saved">
      {FAILURES[failure] ?? 'The browser could not write it.'} The token is still on this page: keep it open
      until this says “Saved”.
    </Said>
    <Who offer={offer} />
    <div class="do">
      {failure !== 'gone' && (
        <Button act="save" first>
          Try again
        </Button>
      )}
      <Button act="dismiss">Not now</Button>
    </div>
  </Fragment>
);

const Waiting = ({ offer }: { offer: Offer }) => (
  <Fragment>
    <Said sign="clock" tone="once" role="alert" title="One step left: your vault">
      Create it in the tab that opened. The token is held in memory, and is saved the moment the vault exists.
    </Said>
    <Who offer={offer} />
    <div class="do">
      <Button act="vault" first>
        Create vault
      </Button>
      <Button act="dismiss">Not now</Button>
    </div>
  </Fragment>
);

function bodyOf(view: View) {
  switch (view.at) {
    case 'offer':
      return <OfferBody offer={view.offer} stopped={view.stopped} saving={false} />;
    case 'saving':
      return <OfferBody offer={view.offer} stopped={null} saving />;
    case 'failed':
      return <Failed offer={view.offer} failure={view.failure} />;
    case 'waiting':
      return <Waiting offer={view.offer} />;
    case 'saved':
      return <Saved view={view} />;
  }
}

const Band = ({ view, stance }: { view: View; stance: Stance }) => {
  const [, words, tone] = AT[view.at];
  const safe = view.at === 'saved';
  return (
    <header class="band">
      {safe ? <ClosedEye gesture={view.before === null} /> : <OpenEye />}
      <span class="strong">SeenOnce</span>
      <span class={`where ${tone}`}>{words}</span>
      {safe ? (
        <button data-act="close" aria-label="Close">
          <Sign of="close" />
        </button>
      ) : (
        <button data-act="menu" aria-label="More choices" aria-expanded={String(stance.menu)}>
          <Sign of="more" />
        </button>
      )}
    </header>
  );
};

const Tucked = () => (
  <header class="band">
    <OpenEye />
    <span class="strong">Not saved yet</span>
    <Button act="save" first>
      Save token
    </Button>
    <button data-act="untuck" aria-label="Show the whole prompt">
      <Sign of="down" />
    </button>
  </header>
);

export const Prompt = ({ view, stance }: { view: View; stance: Stance }) => {
  const tucked = stance.tucked && view.at === 'offer';
  const ready = stance.ready ? { 'data-ready': '' } : {};
  return (
    <section
      class={tucked ? 'root tuck' : 'root'}
      role="dialog"
      aria-label={`SeenOnce: ${AT[view.at][0]}`}
      {...ready}
    >
      {tucked ? <Tucked /> : <Band view={view} stance={stance} />}
      {view.at === 'saving' && <div class="busy" />}
      {stance.menu && !tucked && (
        <div class="menu">
          <Button act="never">Never on this site</Button>
          <Button act="tuck">Move out of the way</Button>
        </div>
      )}
      {!tucked && (
        <div class="in" aria-busy={String(view.at === 'saving')}>
          {bodyOf(view)}
        </div>
      )}
    </section>
  );
};

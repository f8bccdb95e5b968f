/** @jsxRuntime classic */
/** @jsx h */
/** The panel in the page. It draws values and holds none: no handler, no state; buttons say what they do in `data-act`. */
import type { Failure, Offer } from '../messages/protocol';
import { rich } from '../text/rich';
import { direction, language, text } from '../text/text';
import { Fragment, h } from './h';
import { ClosedEye, OpenEye, Sign } from './marks';
import { Button, Facts, Four, Kind, Notes, Said, Scopes, Who } from './parts';
import type { Stance, Stopped, View } from './view';

/** The tone of the words in the band. */
const TONES: Readonly<Partial<Record<View['at'], string>>> = { failed: 'loss', saved: 'safe' };

/** What can fail between Save and "Saved"; anything else is the browser's storage. */
function failedWords(failure: Failure): string {
  const told = failure === 'full' || failure === 'broken' || failure === 'gone';
  return text(`prompt_failed_${told ? failure : 'storage'}`);
}

const NotNow = () => <Button act="dismiss">{text('prompt_dismiss')}</Button>;

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
      <Said sign="enter" tone="once" role="alert" title={text(`prompt_stopped_${stopped}_title`)}>
        {text(`prompt_stopped_${stopped}_text`)}
      </Said>
    )}
    <Who offer={offer} />
    {!stopped && <Facts offer={offer} />}
    {offer.scopes && <Scopes scopes={offer.scopes} />}
    {!stopped && <Notes offer={offer} />}
    <div class="do">
      <Button act="save" first={!saving} off={saving}>
        {text(saving ? 'prompt_saving' : 'prompt_save')}
      </Button>
      {saving ? <span class="foot">{text('prompt_keep_open')}</span> : <NotNow />}
      {stopped && !saving && <Button act="pass">{text('prompt_pass')}</Button>}
    </div>
    {!stopped && !saving && <p class="foot">{footOf(offer)}</p>}
  </Fragment>
);

function footOf({ vault }: Offer): string {
  return text(`prompt_foot_${vault === 'none' || vault === 'broken' ? vault : 'vault'}`);
}

type SavedView = Extract<View, { at: 'saved' }>;

function savedTitle({ before, stopped }: SavedView): string {
  if (stopped) return text('prompt_saved_enter_title');
  return before ?? text('prompt_saved_title');
}

const Saved = ({ view }: { view: SavedView }) => {
  const { offer, locked, before, stopped } = view;
  const which = () =>
    rich(before ? 'prompt_saved_before_text' : 'prompt_saved_text', {
      name: offer.details.name ?? <Kind offer={offer} />,
      ends: <Four ends={offer.ends} />,
    });
  return (
    <Fragment>
      <Said sign="check" role="status" title={savedTitle(view)}>
        {stopped
          ? text('prompt_saved_enter_text')
          : locked && !before
            ? text('prompt_saved_locked_text')
            : which()}
      </Said>
      <div class="do">
        <Button act="show">{text(locked ? 'prompt_unlock' : 'prompt_show')}</Button>
        {stopped && <Button act="pass">{text('prompt_pass')}</Button>}
      </div>
    </Fragment>
  );
};

const Failed = ({ offer, failure }: { offer: Offer; failure: Failure }) => (
  <Fragment>
    <Said sign="stop" tone="lost" role="alert" title={text('prompt_where_failed')}>
      {failedWords(failure)}
    </Said>
    <Who offer={offer} />
    <div class="do">
      {failure !== 'gone' && (
        <Button act="save" first>
          {text('prompt_try_again')}
        </Button>
      )}
      <NotNow />
    </div>
  </Fragment>
);

const Waiting = ({ offer }: { offer: Offer }) => (
  <Fragment>
    <Said sign="clock" tone="once" role="alert" title={text('prompt_waiting_title')}>
      {text('prompt_waiting_text')}
    </Said>
    <Who offer={offer} />
    <div class="do">
      <Button act="vault" first>
        {text('prompt_create_vault')}
      </Button>
      <NotNow />
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
  const safe = view.at === 'saved';
  return (
    <header class="band">
      {safe ? <ClosedEye gesture={view.before === null} /> : <OpenEye />}
      <span class="strong">SeenOnce</span>
      <span class={`where ${TONES[view.at] ?? ''}`}>{text(`prompt_where_${view.at}`)}</span>
      {safe ? (
        <button data-act="close" aria-label={text('prompt_close')}>
          <Sign of="close" />
        </button>
      ) : (
        <button data-act="menu" aria-label={text('prompt_more')} aria-expanded={String(stance.menu)}>
          <Sign of="more" />
        </button>
      )}
    </header>
  );
};

const Tucked = () => (
  <header class="band">
    <OpenEye />
    <span class="strong">{text('prompt_where_offer')}</span>
    <Button act="save" first>
      {text('prompt_save')}
    </Button>
    <button data-act="untuck" aria-label={text('prompt_untuck')}>
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
      lang={language()}
      dir={direction()}
      aria-label={text(`prompt_at_${view.at}`)}
      {...ready}
    >
      {tucked ? <Tucked /> : <Band view={view} stance={stance} />}
      {view.at === 'saving' && <div class="busy" />}
      {stance.menu && !tucked && (
        <div class="menu">
          <Button act="never">{text('prompt_never_here')}</Button>
          <Button act="tuck">{text('prompt_tuck')}</Button>
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

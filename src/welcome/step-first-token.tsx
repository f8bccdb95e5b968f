import { text } from '../text/text';
import { Eye } from '../ui/mark';
import { Skip } from './skip';

const LIDS = ['open', 'half', 'closed'] as const;

/** Step 3: what happens when a site shows a token, and a page to try it on. */
export function StepFirstToken({ practised, onNext }: { practised: boolean; onNext: () => void }) {
  return (
    <main class="main">
      <div class="say">
        <h1 tabIndex={-1}>{text('welcome_practice_heading')}</h1>
        <p class="lede">{text('welcome_practice_lede')}</p>
      </div>
      <ul class="lids">
        {LIDS.map((lid) => (
          <li key={lid}>
            <Eye lid={lid} />
            <span>
              <span class="strong">{text(`welcome_lid_${lid}`)}</span> {text(`welcome_lid_${lid}_means`)}
            </span>
          </li>
        ))}
      </ul>
      <div class="do">
        {practised && (
          <button class="btn btn-primary" type="button" onClick={onNext}>
            {text('welcome_continue')}
          </button>
        )}
        <a class={practised ? 'btn btn-quiet' : 'btn btn-primary'} href="./practice.html">
          {practised ? text('welcome_practice_again') : text('welcome_practice_try')}
        </a>
      </div>
      {!practised && <Skip means={text('welcome_practice_skip')} onSkip={onNext} />}
      <figure class="pic">
        <Browser />
        <figcaption class="help">{text('welcome_pin')}</figcaption>
      </figure>
    </main>
  );
}

/** A drawing of a window: where the icon is, and where the prompt will hang. */
function Browser() {
  return (
    <div class="window" role="img" aria-label={text('welcome_picture')}>
      <div class="window-bar">
        <i />
        <Eye lid="open" />
      </div>
      <div class="window-page">
        <i />
        <i />
        <i class="tall" />
        <i />
        <i />
      </div>
      <div class="window-prompt">
        <b>
          <Eye lid="open" />
          SeenOnce
        </b>
        <i />
        <i />
        <i />
        <em>{text('welcome_picture_button')}</em>
      </div>
    </div>
  );
}

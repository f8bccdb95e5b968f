import { Eye, type Lid } from '../ui/mark';

const LIDS: readonly (readonly [lid: Lid, name: string, means: string])[] = [
  ['open', 'Open:', 'a token was seen and is not saved yet.'],
  ['half', 'Half closed:', 'all is saved, the vault is unlocked.'],
  ['closed', 'Closed:', 'locked. Saving still works.'],
];

/** Step 3: what happens when a site shows a token, and a page to try it on. */
export function StepFirstToken({ onDone }: { onDone: () => void }) {
  return (
    <main class="main">
      <div class="say">
        <h1 tabIndex={-1}>Make a token as usual</h1>
        <p class="lede">
          When the site shows it, SeenOnce asks there. Press Save token, then close the page.
        </p>
      </div>
      <ul class="lids">
        {LIDS.map(([lid, name, means]) => (
          <li key={lid}>
            <Eye lid={lid} />
            <span>
              <span class="strong">{name}</span> {means}
            </span>
          </li>
        ))}
      </ul>
      <div class="do">
        <button class="btn btn-primary" type="button" onClick={onDone}>
          Done
        </button>
        <a class="btn btn-quiet" href="./practice.html">
          Try it on a practice page
        </a>
      </div>
      <figure class="pic">
        <Browser />
        <figcaption class="help">Pin the icon to the toolbar, so that you see the lid.</figcaption>
      </figure>
    </main>
  );
}

/** A drawing of a window: where the icon is, and where the prompt will hang. */
function Browser() {
  return (
    <div
      class="window"
      role="img"
      aria-label="The prompt hangs from the top edge of the page, below the icon"
    >
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
        <em>Save token</em>
      </div>
    </div>
  );
}

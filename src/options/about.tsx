import browser from '../browser';
import { text } from '../text/text';

const KEYS: readonly (readonly [key: string, does: string])[] = [
  ['↑ ↓', 'move in the list'],
  ['Enter', 'copy'],
  ['→', 'details'],
  ['/', 'search'],
  ['Esc', 'back, clear'],
  ['←', 'back to the list'],
];

export function About() {
  return (
    <section class="part" id="about" aria-labelledby="about-title">
      <h2 id="about-title">About</h2>
      <p class="lede">
        SeenOnce {browser.runtime.getManifest().version}. Free software. No account, no telemetry, no network
        request of its own.
      </p>
      <p>
        <a class="link" href="../welcome/welcome.html#setup">
          {text('welcome_setup')}
        </a>
      </p>
      <h3>Keys in the popup</h3>
      <dl class="key-list">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd class="kbd">{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

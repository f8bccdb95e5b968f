import browser from '../browser';
import { text } from '../text/text';

const KEYS = [
  ['↑ ↓', 'arrows'],
  ['Enter', 'copy'],
  ['Shift+Enter', 'copy_as'],
  ['→', 'details'],
  ['/', 'search'],
  ['Esc', 'escape'],
  ['←', 'left'],
  ['Del', 'delete'],
  ['Ctrl+Z', 'undo'],
] as const;

export function About() {
  return (
    <section class="part" id="about" aria-labelledby="about-title">
      <h2 id="about-title">{text('options_about')}</h2>
      <p class="lede">{text('about_lede', { version: browser.runtime.getManifest().version })}</p>
      <p>
        <a class="link" href="../welcome/welcome.html#setup">
          {text('welcome_setup')}
        </a>
      </p>
      <h3>{text('about_keys')}</h3>
      <dl class="key-list">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd class="kbd">{key}</kbd>
            </dt>
            <dd>{text(`about_key_${does}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

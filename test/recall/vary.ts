/**
 * Variations of a provider's page: what a site changes without a word, and what must not matter. Each
 * is made from a seed, so that a failure can be made again.
 */
import { providers } from '../../src/providers';

/** mulberry32: a small seeded generator; numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  de: ['Einstellungen', 'Zugriffsschlüssel', 'jetzt kopieren', 'nur einmal sichtbar', 'Abbrechen', 'Weiter'],
  fr: ['Paramètres', 'jeton d’accès', 'copiez maintenant', 'affiché une seule fois', 'Annuler', 'Suivant'],
  ja: ['設定', 'アクセストークン', '今すぐコピー', '一度だけ表示', 'キャンセル', '次へ'],
  ar: ['الإعدادات', 'رمز الوصول', 'انسخ الآن', 'يظهر مرة واحدة', 'إلغاء', 'التالي'],
};

type Pick = <T>(from: readonly T[]) => T;

/** Puts every element's attributes into another order. */
function reorderAttributes(document: Document, next: () => number): void {
  for (const element of document.querySelectorAll('body *')) {
    const attributes = [...element.attributes].toSorted(() => next() - 0.5);
    for (const { name } of attributes) element.removeAttribute(name);
    for (const attribute of attributes) element.setAttributeNode(attribute);
  }
}

/** Things that stand on any page, around what is there: at the ends of body, and of the main part. */
function addNoise(document: Document, next: () => number, pick: Pick): void {
  const noise = [
    '<nav><a href="/help">Help</a> <input type="search" value="find me"></nav>',
    '<aside><p>An advertisement with <b>bold</b> words.</p></aside>',
    '<footer><small>v13.0 build 0f3a9c1</small></footer>',
    '<div hidden><input readonly value="hidden and short"></div>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    '<div role="alert">Something else happened.</div>',
  ];
  for (let i = 0; i < 1 + next() * 4; i += 1) {
    const place = next() < 0.5 ? 'afterbegin' : 'beforeend';
    document.body.insertAdjacentHTML(place, pick(noise));
  }
}

/** Words of another language instead of the page's own, but where a label or a title is what tells. */
function translate(document: Document, told: readonly string[], pick: Pick): void {
  const words = WORDS[pick(Object.keys(WORDS))] ?? [];
  const kept =
    'code, samp, title, script, style, .truncate, .v-card__title, a, strong, h2, h4, span, option, [role="option"]';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    if (!text || node.parentElement?.closest(kept) || /\d/.test(text)) continue;
    if (told.some((value) => value.includes(text) || text.includes(value))) continue;
    node.nodeValue = pick(words);
  }
}

/** Tokens of other providers in running text, as in a chat box or a help page. */
function addOtherTokens(document: Document, own: string, pick: Pick): void {
  const others = providers.filter(({ id }) => id !== own).flatMap(({ kinds }) => Object.values(kinds));
  const line = document.createElement('p');
  line.textContent = `For another site: ${pick(others).example}`;
  document.body.append(line);
}

/**
 * Changes the document in place.
 * @param own the provider whose page it is
 * @param told texts that the expected details are read from
 */
export function vary(document: Document, seed: number, own: string, told: readonly string[]): void {
  const next = random(seed);
  const pick: Pick = (from) => {
    const found = from[Math.floor(next() * from.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  };
  if (next() < 0.7) addNoise(document, next, pick);
  if (next() < 0.7) translate(document, told, pick);
  if (next() < 0.5) addOtherTokens(document, own, pick);
  if (next() < 0.7) reorderAttributes(document, next);
}

/**
 * The prompt's place in the page: a closed shadow root in the top layer (`popover`), a direct child of
 * `<html>`, so that neither a dialog's "outside click" nor an inert app root touches it; while a native
 * modal is open, a child of that. Constructed style sheets: nothing goes into the page's head, and a
 * Trusted Types policy is no hindrance.
 */
import { Prompt } from './prompt';
import css from './prompt.css?inline';
import { listeners } from './listen';
import { shield } from './shield';
import theme from './theme.css?inline';
import type { Act, Stance, View } from './view';

/** Clicks in this time after it appeared or moved were aimed at the page. */
const NOT_READY_MS = 500;
/** A saved prompt leaves by itself, unless somebody is with it. */
const SAVED_MS = 10_000;
/** How often the panel is kept from vanishing (`prompt.css`, 9 s), which it does where its script is gone. */
const ALIVE_MS = 2_000;

/** SVG and HTML elements take the focus; others do not. */
function focus(element: Element | null): void {
  (element as HTMLElement | null)?.focus?.();
}

/** Alt+Shift+S of a real keyboard, by the place of the key: Alt changes its letter on some. */
export function isFocusKey(event: KeyboardEvent): boolean {
  const { isTrusted, code, altKey, shiftKey, ctrlKey, metaKey } = event;
  return isTrusted && code === 'KeyS' && altKey && shiftKey && !ctrlKey && !metaKey;
}

/**
 * Where the prompt can be used: everything outside of the topmost native modal is inert. Which of several
 * is topmost no browser tells, but its backdrop lies over all others, also over the corner. Modals inside
 * a page's own shadow roots are not looked for.
 */
function placeIn(document: Document): Element {
  const modals = document.querySelectorAll('dialog:modal');
  const last = modals[modals.length - 1];
  const topmost = modals[1] && document.elementFromPoint(0, 0)?.closest('dialog:modal');
  return topmost ?? last ?? document.documentElement;
}

/** The panel of one document. Nothing is in the page until it shows something. */
export class PromptPanel {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #stop = new AbortController();
  readonly #listeners = listeners(this.#stop.signal);
  #sheet: CSSStyleSheet | null = null;
  #view: View | null = null;
  #stance: Stance = { ready: false, tucked: false, menu: false };
  /** What has the focus in here, also while a modal that opens or closes takes it away. */
  #focused: Element | null = null;
  #timer = 0;
  #closing = 0;
  #alive = 0;
  #before: Element | null = null;
  #movedIn = false;
  /** Where it has stood since its buttons are ready. */
  #stood = '';

  constructor(
    private readonly document: Document,
    private readonly onAct: (act: Act) => void,
  ) {
    this.#host = document.createElement('div');
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    const shielded = {
      host: this.#host,
      root: this.#root,
      onClick: (target: Element) => this.#click(target),
      isReady: () => this.#isReady(),
      onKey: (event: KeyboardEvent) => this.#key(event),
      // Not before the page is done with what took it: a modal is removed after that, not before.
      onFocus: () => queueMicrotask(() => this.#focusMoved()),
    };
    const { listen } = this.#listeners;
    // A move inside does not leave the shadow root, so the shield does not see it.
    listen(this.#root, 'focusin', shielded.onFocus);
    const { defaultView: window } = document;
    shield(window, shielded, listen);
    // A modal or popover that opened or closed meanwhile may cover the panel; a page may close the panel's own. In
    // a window of another size it stands elsewhere.
    listen(
      window,
      'toggle close resize',
      ({ target }) => (target === this.#host ? this.keep() : this.raise()),
      true,
    );
  }

  show(view: View): void {
    const fresh = this.#view === null;
    if (!this.#sheet) this.#style();
    this.#view = view;
    this.#draw();
    this.#place(fresh);
    clearTimeout(this.#closing);
    if (view.at === 'saved') this.#closeLater();
  }

  /** Draws for nobody: every word of this view has been asked for then, see `text/text.ts`. */
  rehearse(view: View): void {
    Prompt({ view, stance: { ...this.#stance, tucked: false, menu: true } });
  }

  /** Not before there is something to show: most pages never pay for it. */
  #style(): void {
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(theme + css);
    this.#root.adoptedStyleSheets = [this.#sheet];
    this.#alive = Number(setInterval(() => this.#stay(), ALIVE_MS));
  }

  /** Not only while it is watched: hidden tabs run this rarely, and show the panel again when they are seen. */
  #stay(): void {
    for (const animation of this.#root.firstElementChild?.getAnimations() ?? []) animation.currentTime = 0;
  }

  /** Puts the panel back where the page removed it. O(1) when all is well. */
  keep(): void {
    if (this.#view) this.#place(false);
  }

  hide(): void {
    this.#view = this.#focused = null;
    clearTimeout(this.#timer);
    clearTimeout(this.#closing);
    this.#root.replaceChildren();
    this.#host.remove();
    this.#stance = { ready: false, tucked: false, menu: false };
  }

  /** Moves focus in, or back to where it was (Alt+Shift+S). `false`: nothing is shown. */
  toggleFocus(): boolean {
    if (!this.#view) return false;
    const inside = this.#root.activeElement;
    if (inside) {
      // Where nothing had the focus, nothing gets it back.
      (inside as HTMLElement).blur(); // only buttons and links are in here
      focus(this.#before);
      return true;
    }
    this.#before = this.document.activeElement;
    this.#movedIn = true;
    this.#focus('.do button');
    return true;
  }

  /** Focuses what is asked for, or else the first thing to decide, or else anything. */
  #focus(wanted: string): void {
    for (const selector of [wanted, '.do button', '.first', 'button']) {
      const found = this.#root.querySelector<HTMLElement>(selector);
      if (found) return found.focus();
    }
  }

  /** Draws the view anew; focus stays with the button that does the same thing. */
  #draw(): void {
    if (!this.#view) return;
    const focused = this.#root.activeElement?.getAttribute('data-act');
    const stays = this.#isStill();
    this.#root.replaceChildren(Prompt({ view: this.#view, stance: this.#stance }));
    // What we draw anew may be larger.
    if (stays) this.#stood = this.#where();
    if (focused) this.#focus(`[data-act="${focused}"]`);
  }

  #where(): string {
    return JSON.stringify(this.#host.getBoundingClientRect());
  }

  #isStill(): boolean {
    return this.#stance.ready && this.#where() === this.#stood;
  }

  /** Where the page moved the panel under a pointer its buttons are not ready any more. */
  #isReady(): boolean {
    const still = this.#isStill();
    if (this.#stance.ready && !still) this.#notReady();
    return still;
  }

  #set(change: Partial<Stance>): void {
    this.#stance = { ...this.#stance, ...change };
    this.#draw();
  }

  /** Moves the host to where it can be used, unless it is there, and opens it. */
  #place(fresh: boolean, above = false): void {
    const place = placeIn(this.document);
    const moved = this.#host.parentNode !== place;
    if (moved) {
      place.append(this.#host);
      this.#listeners.again();
    }
    this.#host.popover = 'manual';
    if (above) this.#host.hidePopover();
    const hidden = !above && !this.#host.matches(':popover-open');
    if (above || hidden) {
      this.#host.showPopover();
      focus(this.#focused);
    }
    if (fresh || moved || hidden || (above && !this.#isStill())) this.#notReady();
  }

  /** Where a modal took the focus out of here, by opening, closing or vanishing, it comes back with the host. */
  #focusMoved(): void {
    if (this.#host.parentNode === placeIn(this.document)) this.#focused = this.#root.activeElement;
    else this.keep();
  }

  /** Leaves the page for good, listeners and all. */
  destroy(): void {
    this.hide();
    clearInterval(this.#alive);
    this.#stop.abort();
  }

  /** Puts the panel above what opened later. */
  raise(): void {
    if (this.#view) this.#place(false, true);
  }

  #notReady(): void {
    clearTimeout(this.#timer);
    // Drawn so already when it appears: a second drawing would cost a part of its first frame.
    if (this.#stance.ready) this.#set({ ready: false });
    const ready = () => {
      this.#set({ ready: true });
      this.#stood = this.#where();
    };
    this.#timer = Number(setTimeout(ready, NOT_READY_MS));
  }

  #closeLater(): void {
    this.#closing = Number(
      setTimeout(() => {
        if (this.#root.activeElement || this.#host.matches(':hover')) this.#closeLater();
        else this.hide();
      }, SAVED_MS),
    );
  }

  #click(target: Element): void {
    const button = target.closest<HTMLElement>('[data-act]');
    if (!button) {
      if (this.#stance.menu) this.#set({ menu: false });
      return;
    }
    if (!this.#isReady() || button.getAttribute('aria-disabled')) return;
    this.#act(button.dataset.act as Act); // written by prompt.tsx, typed there
  }

  #act(act: Act): void {
    if (act === 'menu') return this.#set({ menu: !this.#stance.menu });
    if (act === 'close') return this.hide();
    if (act === 'tuck' || act === 'untuck') {
      this.#set({ tucked: act === 'tuck', menu: false });
      return this.#notReady();
    }
    this.onAct(act);
  }

  #key(event: KeyboardEvent): void {
    if (isFocusKey(event)) {
      event.preventDefault();
      this.toggleFocus();
    }
    if (event.key !== 'Escape') return;
    // By itself the browser closes the native modal around the prompt, and with it the display.
    event.preventDefault();
    if (this.#stance.menu) return this.#set({ menu: false });
    // Only after the user moved focus here; an Escape aimed at the page never lands in the prompt.
    if (!this.#movedIn) return;
    const back = this.#before;
    if (this.#view?.at === 'saved') this.hide();
    else this.onAct('dismiss');
    focus(back);
  }
}

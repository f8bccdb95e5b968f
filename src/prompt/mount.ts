/**
 * The prompt's place in the page: a closed shadow root in the top layer (`popover`), a direct child of
 * `<html>`, so that neither a dialog's "outside click" nor an inert app root touches it. Constructed
 * style sheets: nothing goes into the page's head, and a Trusted Types policy is no hindrance.
 */
import { Prompt } from './prompt';
import css from './prompt.css?inline';
import { shield } from './shield';
import theme from './theme.css?inline';
import type { Act, Stance, View } from './view';

/** Clicks in this time after it appeared or moved were aimed at the page. */
const NOT_READY_MS = 500;
/** A saved prompt leaves by itself, unless somebody is with it. */
const SAVED_MS = 10_000;

/** SVG and HTML elements take the focus; others do not. */
function focus(element: Element | null): void {
  (element as HTMLElement | null)?.focus?.();
}

/** Alt+Shift+S, by the place of the key: Alt changes its letter on some keyboards. */
export function isFocusKey({ code, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return code === 'KeyS' && altKey && shiftKey && !ctrlKey && !metaKey;
}

/** The panel of one document. Nothing is in the page until it shows something. */
export class PromptPanel {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #stop = new AbortController();
  #sheet: CSSStyleSheet | null = null;
  #view: View | null = null;
  #anchor: Element | null = null;
  #stance: Stance = { ready: false, tucked: false, menu: false };
  #modal: Element | null = null;
  #timer = 0;
  #closing = 0;
  #before: Element | null = null;
  #movedIn = false;

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
      onKey: (event: KeyboardEvent) => this.#key(event),
    };
    const { defaultView: window } = document;
    if (!window) return;
    shield(window, shielded, this.#stop.signal);
    // A modal or popover that opened or closed meanwhile may cover the panel.
    const raise = (event: Event) => event.target !== this.#host && this.raise();
    for (const type of ['toggle', 'close']) {
      window.addEventListener(type, raise, { capture: true, signal: this.#stop.signal });
    }
  }

  /** Draws a view; `anchor` is the element that carries the token. */
  show(view: View, anchor: Element): void {
    const fresh = this.#view === null;
    if (!this.#sheet) this.#style();
    this.#view = view;
    this.#anchor = anchor;
    this.#draw();
    this.#place(fresh);
    clearTimeout(this.#closing);
    if (view.at === 'saved') this.#closeLater();
  }

  /** Not before there is something to show: most pages never pay for it. */
  #style(): void {
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(theme + css);
    this.#root.adoptedStyleSheets = [this.#sheet];
  }

  /** Puts the panel back where the page removed it. O(1) when all is well. */
  keep(): void {
    if (this.#view) this.#place(false);
  }

  hide(): void {
    this.#view = null;
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
    this.#root.replaceChildren(Prompt({ view: this.#view, stance: this.#stance }));
    if (focused) this.#focus(`[data-act="${focused}"]`);
  }

  #set(change: Partial<Stance>): void {
    this.#stance = { ...this.#stance, ...change };
    this.#draw();
  }

  /** Inside an open modal dialog only if the token is there: everything outside of it is inert. */
  #place(fresh: boolean): void {
    const modal = this.#anchor?.closest('dialog:modal') ?? null;
    const parent = modal ?? this.document.documentElement;
    const moved = this.#host.parentNode !== parent;
    const covered = this.#modal !== modal;
    this.#modal = modal;
    if (moved) parent.append(this.#host);
    this.#host.popover = 'manual';
    if (covered && !moved && this.#host.matches(':popover-open')) this.#host.hidePopover();
    if (!this.#host.matches(':popover-open')) this.#host.showPopover();
    if (fresh || moved) this.#notReady();
  }

  /** Leaves the page for good, listeners and all. */
  destroy(): void {
    this.hide();
    this.#stop.abort();
  }

  /** Puts the panel above a modal or popover that opened later. */
  raise(): void {
    if (!this.#view || !this.#host.isConnected) return;
    const { activeElement } = this.#root;
    this.#host.hidePopover();
    this.#host.showPopover();
    focus(activeElement);
  }

  #notReady(): void {
    clearTimeout(this.#timer);
    // Drawn so already when it appears: a second drawing would cost a part of its first frame.
    if (this.#stance.ready) this.#set({ ready: false });
    this.#timer = Number(setTimeout(() => this.#set({ ready: true }), NOT_READY_MS));
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
    if (!this.#stance.ready || button.getAttribute('aria-disabled')) return;
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
    if (this.#stance.menu) return this.#set({ menu: false });
    // Only after the user moved focus here; an Escape aimed at the page never lands in the prompt.
    if (!this.#movedIn) return;
    const back = this.#before;
    if (this.#view?.at === 'saved') this.hide();
    else this.onAct('dismiss');
    focus(back);
  }
}

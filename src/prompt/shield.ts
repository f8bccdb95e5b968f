/**
 * Keeps what happens in the prompt away from the page. Both OSF's and Speckle's dialogs end on an Escape
 * or a click that reaches their listeners, wherever it happened (seen running, 2026). A listener on
 * window, capturing, registered before the page's first script, stops such events before anything else
 * sees them; a closed shadow root cannot be looked into from there, so what was meant is found by place
 * or by focus.
 */
import type { Listen } from './listen';

const SHIELDED = [
  'keydown keypress keyup beforeinput input change copy cut paste contextmenu selectstart dragstart',
  'pointercancel wheel click auxclick dblclick touchstart touchend touchmove touchcancel',
  'focus blur focusin focusout',
  ...['down', 'up', 'move', 'over', 'out'].map((what) => `pointer${what} mouse${what}`),
].join(' ');

export type Shielded = {
  readonly host: Element;
  readonly root: ShadowRoot;
  readonly onClick: (target: Element) => void;
  /** Whether a press counts now: what was pressed before that was aimed at the page. */
  readonly isReady: () => boolean;
  readonly onKey: (event: KeyboardEvent) => void;
  /** The focus came in, went out or moved inside. */
  readonly onFocus: () => void;
};

/** What a click in the host was meant for: the element under it, or, from the keyboard, the focused one. */
function meant({ type, clientX, clientY }: MouseEvent, { root }: Shielded): Element | null {
  return type === 'click' ? root.activeElement : root.elementFromPoint(clientX, clientY);
}

const actAt = (element: Element | null) => element?.closest('[data-act]')?.getAttribute('data-act');

/** Shields one host. Only trusted events count: a page can make others. */
export function shield(window: Window | null, shielded: Shielded, listen: Listen): void {
  /** Keys that went down in the host: their release is ours too, wherever the focus is by then. */
  const down = new Set<string>();
  const isOurs = (event: Event) => {
    if (event.target === shielded.host) return true;
    return event.type === 'keyup' && down.has((event as KeyboardEvent).code);
  };
  /** Where the mouse went down in the host, if that counted. One that goes down elsewhere ends it. */
  let pressed: Element | null = null;
  const hear = (event: Event) => {
    if (event.type === 'mousedown') pressed = null;
    if (!isOurs(event)) return;
    event.stopImmediatePropagation();
    if (event.type === 'keyup') down.delete((event as KeyboardEvent).code);
    if (!event.isTrusted) return;
    if (event.type === 'keydown') {
      down.add((event as KeyboardEvent).code);
      shielded.onKey(event as KeyboardEvent);
    }
    // A press is no wish to leave the page: its focus stays, and with it what an Escape is meant for.
    if (event.type === 'mousedown') {
      event.preventDefault();
      if (shielded.isReady()) pressed = meant(event as MouseEvent, shielded);
    }
    if (event.type.startsWith('focus')) shielded.onFocus();
    // A press ends with the mouse, not with its click: none comes where the panel was drawn anew meanwhile,
    // and Firefox then counts no click in the release either. From the keyboard only a click comes.
    const { type, detail, button } = event as MouseEvent; // other events have neither of the last two
    const fromKeyboard = type === 'click' && detail === 0;
    if (button !== 0 || !(fromKeyboard || type === 'mouseup')) return;
    const target = meant(event as MouseEvent, shielded);
    if (target && (fromKeyboard || actAt(target) === actAt(pressed))) shielded.onClick(target);
  };
  listen(window, SHIELDED, hear, true);
}

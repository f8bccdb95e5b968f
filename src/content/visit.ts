/**
 * One document's visit: what stands on it, what the background made of it, what the prompt shows.
 * A newer token replaces the one shown; the older waits in the popup's rescue list.
 */
import type { Answer, Seen, SightingState } from '../messages/protocol';
import type { Send } from '../messages/send';
import { listeners, type Listen } from '../prompt/listen';
import { isFocusKey, PromptPanel } from '../prompt/mount';
import type { Act, Stopped, View } from '../prompt/view';
import type { Detector, Sighting } from '../providers/provider';
import { begun, gone, type Current } from './current';
import { guard } from './guard';
import { leaveGuard } from './leave-guard';
import { pageOf, watch } from './watch';

const ASK_MS = 2_000;
/** For this long after a sighting later details (Speckle's list row) are sent on. */
const LATE_DETAILS_MS = 60_000;

/** Told on `window` by a script that begins: an orphan of before an update leaves, and its prompt with it. */
export const NEWER = 'seenonce';

export type Surroundings = {
  readonly document: Document;
  readonly detector: Detector;
  readonly send: Send;
  /** False once this script is an orphan. */
  readonly alive: () => boolean;
  /** Whether the user lets SeenOnce look here. Nothing is shown or sent of a token before that is known. */
  readonly allowed: Promise<boolean>;
};

class Visit {
  #current: Current | null = null;
  /** Does the token still stand on the page? */
  #shown = false;
  #asksBeforeLeaving = true;
  readonly #panel: PromptPanel;
  readonly #stop = new AbortController();
  readonly #guardLeaving: (on: boolean) => void;
  readonly #window: Window;

  constructor(private readonly at: Surroundings) {
    const { document, detector } = at;
    this.#window = document.defaultView ?? window;
    this.#guardLeaving = leaveGuard(this.#window);
    this.#panel = new PromptPanel(document, (act) => void this.#act(act));
    const { signal } = this.#stop;
    const { listen, again } = listeners(signal);
    const onStopped = (why: Stopped) => this.#stopped(why);
    guard({ document, detector, token: () => this.#token(), onStopped }, listen);
    this.#listen(listen);
    const onLook = (sighting: Sighting | null) => this.#look(sighting);
    const look = watch({ document, detector, onLook, listen, onRoot: again, signal });
    // What is said after the end of the extension has to be asked for before it, and not in the first frame.
    requestIdleCallback(() => at.alive() && this.#panel.rehearse(gone(document, detector)));
    // Nothing tells of a value that is only a property, and late.
    const timer = setInterval(() => void (look(), this.#ask()), ASK_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  #listen(listen: Listen): void {
    const { document, detector, send } = this.at;
    const readForm = (event: Event) => {
      const details = detector.readForm?.(pageOf(document), event);
      if (details) void send('page:form', { provider: detector.id, details });
    };
    listen(this.#window, 'submit formdata click keydown', readForm, true);
    listen(this.#window, 'keydown', (event: KeyboardEvent) => this.#focusKey(event), true);
    const ask = () => void this.#ask();
    listen(this.#window, 'focus pageshow', ask);
    listen(document, 'visibilitychange', ask);
    listen(this.#window, 'pagehide', () => this.#gone());
    // Until the end of the page: an orphan may say so for long.
    this.#window.addEventListener(NEWER, () => this.at.alive() || this.end());
  }

  #gone(): void {
    const id = this.#current?.offer.id;
    if (id) void this.at.send('page:gone', { id });
  }

  /** Ends the visit: no listener, no observer and no panel stays. */
  end(): void {
    this.#gone();
    // An answer that is still on its way finds nobody.
    this.#current = null;
    this.#guardLeaving(false);
    this.#stop.abort();
    this.#panel.destroy();
  }

  #focusKey(event: KeyboardEvent): void {
    if (!isFocusKey(event) || !this.#panel.toggleFocus()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #token() {
    const { phase, held = false, passes = true } = this.#current ?? {};
    return {
      shown: this.#shown && !passes,
      answered: phase === 'answered' || phase === 'saved',
      saved: phase === 'saved',
      held,
    };
  }

  #look(sighting: Sighting | null): void {
    this.#shown = sighting !== null;
    this.#panel.keep();
    if (!sighting) return;
    const current = this.#current;
    if (current?.sighting.secret === sighting.secret) void this.#lateDetails(current, sighting);
    else void this.#newSighting(sighting);
  }

  #seen({ kind, secret, details }: Sighting): Seen {
    return { provider: this.at.detector.id, kind, secret, details, path: this.at.document.location.pathname };
  }

  /** Shows the prompt at once, from what the page says, and completes it with the background's answer. */
  async #newSighting(sighting: Sighting): Promise<void> {
    const current = begun(sighting, this.at.document, this.at.detector);
    this.#current = current;
    if (!this.at.alive()) return this.#orphaned();
    if (!(await this.at.allowed) || this.#current !== current) return;
    this.#offer();
    const answer = await this.at.send('page:seen', this.#seen(sighting));
    if (this.#current !== current) return;
    if (!answer.ok) {
      if (answer.failure === 'gone') this.#orphaned();
      // Switched off, or a server that was removed, a moment ago.
      if (answer.failure === 'refused') this.end();
      return;
    }
    current.offer = answer.value.offer;
    current.held = answer.value.guard.hold;
    if (current.held) current.stopped = null;
    this.#asksBeforeLeaving = answer.value.guard.leave;
    this.#follow(answer.value.sighting, true);
  }

  /** The extension was updated or removed: say so while a token is on the screen. */
  #orphaned(): void {
    if (this.#current && this.#shown) this.#show({ at: 'failed', failure: 'gone' });
    else this.#panel.destroy();
    this.#guardLeaving(false);
    this.#stop.abort();
  }

  async #lateDetails(current: Current, sighting: Sighting): Promise<void> {
    current.sighting = sighting;
    const news = JSON.stringify(sighting.details);
    if (news === current.sent || Date.now() - current.since > LATE_DETAILS_MS) return;
    current.sent = news;
    const seen = this.#seen(sighting);
    if (current.phase === 'saved')
      return void (await this.at.send('page:save', { id: current.offer.id, seen }));
    const answer = await this.at.send('page:seen', seen);
    if (!answer.ok || this.#current !== current) return;
    current.offer = answer.value.offer;
    if (current.phase === 'offer') this.#offer();
  }

  async #ask(): Promise<void> {
    const current = this.#current;
    const open = current && ['offer', 'waiting', 'failed'].includes(current.phase);
    if (!open || this.at.document.hidden || !current.offer.id) return;
    if (!this.at.alive()) return this.#orphaned();
    const answer = await this.at.send('page:state', { id: current.offer.id });
    if (answer.ok && this.#current === current) this.#follow(answer.value, false);
  }

  /** Draws where the sighting stands by now. `first`: it is the answer to a sighting, not to a question. */
  #follow(state: SightingState, first: boolean): void {
    const current = this.#current;
    if (!current || current.phase === 'saving') return;
    if (state.state === 'saved') return this.#saved(state);
    if (state.state === 'answered') return this.#answered();
    if (state.state === 'waits-for-vault') return this.#show({ at: 'waiting' });
    if (first || current.phase === 'waiting') this.#offer();
  }

  #saved({ locked, before }: Extract<SightingState, { state: 'saved' }>): void {
    if (this.#current) this.#current.locked = locked;
    this.#show({ at: 'saved', locked, before, stopped: false });
  }

  /** Draws the offer. What was stopped stays said until it is let through, whatever the page tells meanwhile. */
  #offer(stopped = this.#current?.stopped ?? null): void {
    if (this.#current) this.#current.stopped = stopped;
    this.#show({ at: 'offer', stopped });
  }

  /** An event of the page was stopped: the prompt says why, whatever it showed or did not show. */
  #stopped(why: Stopped): void {
    const current = this.#current;
    if (current?.phase === 'saved')
      this.#show({ at: 'saved', locked: current.locked, before: null, stopped: true });
    else if (current?.phase !== 'saving') this.#offer(why);
  }

  #answered(): void {
    if (this.#current) this.#current.phase = 'answered';
    this.#guardLeaving(false);
    this.#panel.hide();
  }

  async #save(): Promise<void> {
    const current = this.#current;
    if (!current) return;
    this.#show({ at: 'saving' });
    const ask = { id: current.offer.id || null, seen: this.#seen(current.sighting) };
    const answer: Answer<'page:save'> = await this.at.send('page:save', ask);
    if (this.#current !== current) return;
    if (!answer.ok) return this.#show({ at: 'failed', failure: answer.failure });
    current.offer = { ...current.offer, id: answer.value.id };
    current.phase = 'offer';
    this.#follow(answer.value.sighting, false);
  }

  async #act(act: Act): Promise<void> {
    const { send } = this.at;
    const id = this.#current?.offer.id;
    if (act === 'save') return this.#save();
    if (act === 'pass') {
      if (this.#current) this.#current.passes = true;
      if (this.#current?.phase === 'saved') return this.#panel.hide();
      return this.#offer(null);
    }
    if (act === 'show' || act === 'vault') {
      await send('page:open', { what: act === 'show' ? 'tokens' : 'vault' });
      return;
    }
    if (act !== 'dismiss' && act !== 'never') return;
    this.#answered();
    if (id) await send('page:dismiss', { id });
    if (act === 'never') await send('page:off', null);
  }

  #show(part: Part): void {
    const current = this.#current;
    if (!current) return;
    current.phase = part.at;
    this.#panel.show({ ...part, offer: current.offer });
    const unanswered = current.phase === 'offer' || current.phase === 'failed' || current.phase === 'waiting';
    this.#guardLeaving(unanswered && this.#asksBeforeLeaving);
  }
}

/** Begins a document's visit: watches it, offers what appears, guards what is unsaved. */
export function visit(at: Surroundings): Visit {
  return new Visit(at);
}

/** A view without its offer. */
type Part = View extends infer V ? (V extends View ? Omit<V, 'offer'> : never) : never;

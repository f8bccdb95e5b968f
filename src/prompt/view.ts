/** What the prompt can show, as plain values. */
import type { Failure, Offer } from '../messages/protocol';

/** Which of the page's events was stopped to keep the token. */
export type Stopped = 'enter' | 'delete' | 'display';

export type View =
  | { readonly at: 'offer'; readonly offer: Offer; readonly stopped: Stopped | null }
  | { readonly at: 'saving'; readonly offer: Offer }
  | { readonly at: 'failed'; readonly offer: Offer; readonly failure: Failure }
  | { readonly at: 'waiting'; readonly offer: Offer }
  | {
      readonly at: 'saved';
      readonly offer: Offer;
      readonly locked: boolean;
      /** When, if it was saved before this visit: "Saved already, today at 10:42". */
      readonly before: string | null;
      /** Enter in the page would have deleted the saved token. */
      readonly stopped: boolean;
    };

/** How the panel stands: where it hangs, what is open, whether clicks count yet. */
export type Stance = { readonly ready: boolean; readonly tucked: boolean; readonly menu: boolean };

/** What a button does; the value of its `data-act`. */
export type Act =
  | 'save'
  | 'dismiss'
  | 'pass'
  | 'close'
  | 'show'
  | 'vault'
  | 'menu'
  | 'never'
  | 'tuck'
  | 'untuck';

/** What stands around every view of the popup: its top bar and its footer. */
import type { ComponentChildren } from 'preact';
import browser from '../browser';
import { text } from '../text/text';
import { Eye, Icon, type Lid } from '../ui/mark';
import { CopyNote } from './clearing';
import { Countdown } from './countdown';

export function Top({ children }: { children: ComponentChildren }) {
  return (
    <header class="top">
      {children}
      <button
        class="btn btn-icon"
        type="button"
        aria-label={text('popup_options')}
        title={text('popup_options')}
        onClick={() => void browser.runtime.openOptionsPage()}
      >
        <Icon is="gear" />
      </button>
    </header>
  );
}

export function Title({ lid, children }: { lid: Lid; children: string }) {
  return (
    <h1 class="title">
      <Eye lid={lid} />
      {children}
    </h1>
  );
}

type BottomProps = {
  /** What just happened; it takes the place of the children until it is forgotten. */
  readonly said: string;
  /** What floats above. */
  readonly above?: ComponentChildren;
  readonly children?: ComponentChildren;
};

export function Bottom({ said, above, children }: BottomProps) {
  return (
    <>
      <CopyNote />
      <footer class={`bottom${said === '' ? '' : ' bottom-said'}`}>
        {above}
        <p class="said" role="status">
          {said}
        </p>
        <Countdown />
        {children}
      </footer>
    </>
  );
}

/** Opens a page of ours in a tab. @param page a path such as `src/welcome/welcome.html#save` */
export function openTab(page: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(page) });
}

/** One tab of Firefox, as Marionette knows it: a window with a handle. */
import type { Marionette, World } from './firefox-marionette';

export class Window {
  #isOpen = true;

  constructor(
    readonly marionette: Marionette,
    readonly handle: string,
  ) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Notes that it was closed. */
  closed(): void {
    this.#isOpen = false;
  }

  #inTurn<T>(focus: boolean, work: (marionette: Marionette) => Promise<T>): Promise<T> {
    return this.marionette.inTurn(async () => {
      await this.marionette.command('WebDriver:SwitchToWindow', { handle: this.handle, focus });
      return work(this.marionette);
    });
  }

  /** Commands for this tab, which is brought to the front: what is hidden is neither drawn nor listened to. */
  inFront<T>(work: (marionette: Marionette) => Promise<T>): Promise<T> {
    return this.#inTurn(true, work);
  }

  /** Commands for this tab wherever it is. */
  behind<T>(work: (marionette: Marionette) => Promise<T>): Promise<T> {
    return this.#inTurn(false, work);
  }

  /** A function body in the page, brought to the front; in Firefox's own world. */
  ask<T>(body: string, ...args: readonly unknown[]): Promise<T> {
    return this.inFront((marionette) => marionette.script<T>('system', body, ...args));
  }

  /** A function body in the page, wherever the tab is. */
  script<T>(world: World, body: string, ...args: readonly unknown[]): Promise<T> {
    return this.behind((marionette) => marionette.script<T>(world, body, ...args));
  }

  async url(): Promise<string> {
    return this.behind(
      async (marionette) => (await marionette.command<{ value: string }>('WebDriver:GetCurrentURL')).value,
    );
  }
}

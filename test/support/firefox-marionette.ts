/** Marionette, Firefox's own remote protocol: `length:JSON` over TCP, one answer per command, in order. */
import { connect, type Socket } from 'node:net';

/** `[0, id, command, parameters]` is asked, `[1, id, error, result]` is answered. */
type Answered = readonly [1, number, { error: string; message: string } | null, unknown];
type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

/** Where a script runs: in the page's own world, or as the browser itself beside it. */
export type World = 'page' | 'system';

/** A connection with one session. Commands are answered one at a time; a sequence that must not be mixed with others goes `inTurn`. */
export class Marionette {
  readonly #waiting = new Map<number, Waiting>();
  #received: Buffer = Buffer.alloc(0);
  #last = 0;
  #turn: Promise<unknown> = Promise.resolve();

  #session = '';

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values())
        reject(new Error('Firefox has closed the connection.'));
      this.#waiting.clear();
    });
  }

  /** Connects to a Firefox; `null`: it does not listen there, or not yet. */
  static async connect(port: number): Promise<Marionette | null> {
    const socket = connect(port, '127.0.0.1');
    const isConnected = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    return isConnected ? new Marionette(socket) : null;
  }

  /** Begins a session that accepts the practice sites' certificate. */
  async begin(): Promise<void> {
    const begun = await this.command<{ sessionId: string }>('WebDriver:NewSession', {
      acceptInsecureCerts: true,
      // Its own wait for a page missed the end of some on a busy machine, and then lasted five minutes
      // (ESR 153, 2026-11): firefox-tab.ts looks by itself.
      pageLoadStrategy: 'none',
      // Without a word for the second, a question before leaving is answered with yes.
      unhandledPromptBehavior: { default: 'ignore', beforeUnload: 'ignore' },
    });
    this.#session = begun.sessionId;
  }

  get session(): string {
    return this.#session;
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const end = colon + 1 + Number(this.#received.subarray(0, colon));
      if (colon < 0 || this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      // The first message is a greeting, an object; all others are answers.
      if (Array.isArray(message)) this.#answered(message as unknown as Answered);
    }
  }

  #answered([, id, error, result]: Answered): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  /** One command; rejects with Firefox's own words. The caller knows what the command gives. */
  command<T = unknown>(name: string, parameters: object = {}): Promise<T> {
    const id = ++this.#last;
    const message = Buffer.from(JSON.stringify([0, id, name, parameters]));
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error('Firefox has closed the connection.'));
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    });
  }

  /** Runs commands that belong together while nobody else's come in between. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => null);
    return result;
  }

  /** The body of a function, run in the window at hand; a promise that it returns is awaited. */
  async script<T>(world: World, body: string, ...args: readonly unknown[]): Promise<T> {
    const { value } = await this.command<{ value: T }>('WebDriver:ExecuteScript', {
      script: body,
      args,
      ...(world === 'system' && { sandbox: 'system', newSandbox: false }),
    });
    return value;
  }

  /** The body of a function, run in the browser's own window, with all that Firefox's own code may do. */
  inBrowser<T>(body: string, ...args: readonly unknown[]): Promise<T> {
    return this.inTurn(async () => {
      await this.#toAnyWindow();
      await this.command('Marionette:SetContext', { value: 'chrome' });
      try {
        return await this.script<T>('page', body, ...args);
      } finally {
        await this.command('Marionette:SetContext', { value: 'content' });
      }
    });
  }

  /** The window at hand may be closed by now. */
  async #toAnyWindow(): Promise<void> {
    const isOpen = await this.command('WebDriver:GetWindowHandle').then(
      () => true,
      () => false,
    );
    if (isOpen) return;
    const [handle] = await this.command<string[]>('WebDriver:GetWindowHandles');
    await this.command('WebDriver:SwitchToWindow', { handle, focus: false });
  }

  end(): void {
    this.socket.destroy();
  }
}

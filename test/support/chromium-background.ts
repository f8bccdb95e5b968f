/** What is done to the extension's service worker through Chromium's DevTools protocol. */
import type { BrowserContext, CDPSession, Page } from 'playwright';

/** Opens the workers' domain once, on any page, which it is for all of; each call then takes a millisecond or two. */
export async function backgroundStopper(page: Page): Promise<() => Promise<void>> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  return async () => void (await cdp.send('ServiceWorker.stopAllWorkers'));
}

type Snapshot = { readonly strings: readonly string[] };

/** A session with a worker by way of the browser's, which has none of its own for workers. */
class WorkerSession {
  #last = 0;
  readonly #waiting = new Map<number, (message: unknown) => void>();
  /** Called for every event of the worker. */
  onEvent: (method: string, params: Record<string, unknown>) => void = () => undefined;

  private constructor(
    private readonly browser: CDPSession,
    private readonly sessionId: string,
  ) {
    browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      if (from !== sessionId) return;
      // The protocol's two kinds of message: an answer has the question's id, an event a method.
      const { id, method, params } = JSON.parse(message) as {
        id?: number;
        method?: string;
        params?: Record<string, unknown>;
      };
      if (id !== undefined) this.#waiting.get(id)?.(message);
      else if (method) this.onEvent(method, params ?? {});
    });
  }

  static async open(context: BrowserContext, id: string): Promise<WorkerSession> {
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('This browser has no DevTools session of its own.');
    const { targetInfos } = await browser.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
    if (!worker) throw new Error('The background is not running.');
    const { sessionId } = await browser.send('Target.attachToTarget', {
      targetId: worker.targetId,
      flatten: false,
    });
    return new WorkerSession(browser, sessionId);
  }

  async send(method: string): Promise<void> {
    const id = (this.#last += 1);
    const answered = new Promise((resolve) => this.#waiting.set(id, resolve));
    await this.browser.send('Target.sendMessageToTarget', {
      sessionId: this.sessionId,
      message: JSON.stringify({ id, method, params: {} }),
    });
    await answered;
  }

  async close(): Promise<void> {
    await this.browser.send('Target.detachFromTarget', { sessionId: this.sessionId });
    await this.browser.detach();
  }
}

/** A heap snapshot of the worker. Chromium collects garbage before it takes one. */
async function heapSnapshot(context: BrowserContext, id: string): Promise<string> {
  const session = await WorkerSession.open(context, id);
  const chunks: string[] = [];
  session.onEvent = (method, { chunk }) => {
    if (method === 'HeapProfiler.addHeapSnapshotChunk') chunks.push(String(chunk));
  };
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.close();
  return chunks.join('');
}

/** All strings in the worker's heap: those of the program and those that it holds. */
export async function backgroundStrings(context: BrowserContext, id: string): Promise<string> {
  // The format of a heap snapshot: `strings` has every name and every string's content once.
  const { strings } = JSON.parse(await heapSnapshot(context, id)) as Snapshot;
  return strings.join('\n');
}

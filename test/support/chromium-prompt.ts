/** The prompt through Chromium's accessibility tree, which sees into closed shadow roots as screen readers do. */
import type { CDPSession, Page } from 'playwright';
import { until, type PromptDriver } from './driver';

type Node = Awaited<ReturnType<typeof tree>>[number];

async function tree(cdp: CDPSession) {
  return (await cdp.send('Accessibility.getFullAXTree')).nodes.filter(
    (node) => !node.ignored || node.childIds,
  );
}

/** A node and all below it, in order. */
function below(nodes: readonly Node[], top: Node): Node[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node: Node): Node[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? walk(child) : [];
    }),
  ];
  return walk(top);
}

async function inPrompt(cdp: CDPSession): Promise<Node[] | null> {
  const nodes = await tree(cdp);
  const dialog = nodes.find((node) => {
    return node.role?.value === 'dialog' && String(node.name?.value).includes('SeenOnce');
  });
  return dialog ? below(nodes, dialog) : null;
}

function textIn(nodes: readonly Node[]): string {
  const texts = nodes
    .filter(({ role }) => role?.value === 'StaticText')
    .map(({ name }) => String(name?.value));
  return texts.join(' ').replace(/\s+/g, ' ');
}

/** Where a node is drawn, CSS px; `null` if it is not: the prompt was drawn anew since it was found. */
async function middleOf(cdp: CDPSession, node: Node): Promise<{ x: number; y: number } | null> {
  const asked = cdp.send('DOM.getContentQuads', { backendNodeId: node.backendDOMNodeId ?? 0 });
  const [quad] = (await asked.catch(() => null))?.quads ?? [];
  const [left, top, , , right, bottom] = quad ?? [];
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return null;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Buttons are faint in their first half second and do nothing then: the panel says when they are ready. */
async function isReady(cdp: CDPSession, button: Node): Promise<boolean> {
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: button.backendDOMNodeId ?? 0 });
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: "function () { return this.closest('[role=dialog]').hasAttribute('data-ready'); }",
    returnByValue: true,
  });
  return result.value === true;
}

/** Each look takes the page's whole tree, about 7 ms of work: more of them slow down what they wait for. */
const PAUSE_MS = 80;

/** Waits for a fact about the prompt; if it does not come, the error says what the prompt shows instead. */
async function untilPrompt<T>(
  cdp: () => Promise<CDPSession>,
  what: string,
  ask: (nodes: Node[] | null) => Promise<T | null | false> | T | null | false,
  pause = PAUSE_MS,
): Promise<T> {
  try {
    return await until(what, async () => ask(await inPrompt(await cdp())), undefined, pause);
  } catch (error) {
    const nodes = await inPrompt(await cdp());
    const shown = nodes ? `The prompt shows: ${textIn(nodes)}` : 'There is no prompt.';
    throw new Error(`${error instanceof Error ? error.message : String(error)} ${shown}`, { cause: error });
  }
}

/** The prompt of a page. */
export function promptOf(page: Page): PromptDriver {
  let session: Promise<CDPSession> | null = null;
  const cdp = () => (session ??= page.context().newCDPSession(page));
  /** The middle of a button that is there, ready and drawn. */
  const readyButton = (name: string) =>
    untilPrompt(cdp, `the prompt's button "${name}"`, async (nodes) => {
      const found = nodes?.find(({ role, name: own }) => role?.value === 'button' && own?.value === name);
      if (!found || !(await isReady(await cdp(), found).catch(() => false))) return null;
      return middleOf(await cdp(), found);
    });
  return {
    ready: async (name) => void (await readyButton(name)),
    click: async (name) => {
      const { x, y } = await readyButton(name);
      await page.mouse.click(x, y);
    },
    pointAt: async (name) => {
      const { x, y } = await readyButton(name);
      await page.mouse.move(x, y);
    },
    clickSlowly: async (name, meanwhile) => {
      const { x, y } = await readyButton(name);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await meanwhile();
      await page.mouse.up();
    },
    says: (text) =>
      untilPrompt(cdp, `the prompt to say "${text}"`, (nodes) => {
        const said = nodes && textIn(nodes);
        return said?.includes(text) ? said : null;
      }),
    text: async () => {
      const nodes = await inPrompt(await cdp());
      return nodes && textIn(nodes);
    },
    announces: async (beginning) => {
      const isAnnounced = (nodes: readonly Node[] | null) => {
        const status = nodes?.filter(({ role }) => role?.value === 'status') ?? [];
        return nodes !== null && status.some((node) => textIn(below(nodes, node)).startsWith(beginning));
      };
      // Without a pause: who ends the browser at this very moment must not come later.
      await untilPrompt(cdp, `the prompt to announce "${beginning}"`, isAnnounced, 0);
    },
    hasFocusOn: async (button) => {
      await untilPrompt(cdp, `the focus on the prompt's button "${button}"`, (nodes) => {
        const found = nodes?.find(({ role, name }) => role?.value === 'button' && name?.value === button);
        return (
          found?.properties?.some(({ name, value }) => name === 'focused' && value.value === true) ?? false
        );
      });
    },
    isGone: async () => {
      await untilPrompt(cdp, 'the prompt to go', (nodes) => nodes === null);
    },
  };
}

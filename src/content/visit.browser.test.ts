/** A document's visit in a real browser: what is noticed, what is sent, what the page sees of it. */
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soon } from '../../test/support/soon';
import { offer } from '../../test/support/offer';
import type { Answer, Ask, MessageName } from '../messages/protocol';
import type { Send } from '../messages/send';
import { UNTOLD, type Detector } from '../providers/provider';
import { valueOf } from '../providers/read';
import { NEWER, visit } from './visit';

const SECRET = 'EXAMPLE' + 'A'.repeat(33);

/** A display with the id `display`; deleting by Enter in a field named `name`, as on Zenodo. */
const detector = {
  id: 'zenodo',
  tripwire: (page) => page.getElementById('display')?.firstChild?.nodeValue ?? page.getElementById('display'),
  detect: ({ document: page }) => {
    const anchor = page.getElementById('display');
    const secret = valueOf(anchor);
    return anchor && secret ? { kind: 'personal', secret, anchor, details: UNTOLD } : null;
  },
  destroys: (_, event) => {
    const target = event.target as Element | null; // keys and submits are dispatched at elements
    const isEnter = event.type === 'keydown' && (event as KeyboardEvent).key === 'Enter';
    if (isEnter && target?.matches('input[name=name]')) return 'token';
    return event.type === 'submit' ? 'token' : null;
  },
} satisfies Detector;

let asksBeforeLeaving = false;
const asked = vi.fn<(name: MessageName, ask: unknown) => void>();
const send: Send = async <N extends MessageName>(name: N, ask: Ask<N>): Promise<Answer<N>> => {
  asked(name, ask);
  const seen = { offer, sighting: { state: 'held' }, guard: { hold: true, leave: asksBeforeLeaving } };
  const value = name === 'page:seen' ? seen : name === 'page:state' ? { state: 'held' } : null;
  // The answers above are those of the protocol for the messages that a visit sends here.
  return { ok: true, value } as unknown as Answer<N>;
};
const seenSecrets = () => {
  return asked.mock.calls
    .filter(([name]) => name === 'page:seen')
    .map(([, ask]) => (ask as { secret: string }).secret);
};
/** Waits until no look that something before has caused is still to come: they are 250 ms apart. */
const noMoreLooks = async () => {
  const looks = vi.spyOn(detector, 'detect');
  let before: number;
  do {
    before = looks.mock.calls.length;
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
  } while (looks.mock.calls.length > before);
  looks.mockRestore();
};
const host = () => document.querySelector('html > div[popover]');
const body = (html: string) => {
  document.body.innerHTML = html;
};

let current: ReturnType<typeof visit> | null = null;
let alive = true;
const begin = () => {
  current = visit({ document, detector, send, alive: () => alive, allowed: Promise.resolve(true) });
};
beforeEach(() => {
  asked.mockClear();
  alive = true;
  asksBeforeLeaving = false;
  body('<main></main>');
});
afterEach(() => current?.end());

describe('a token is noticed', () => {
  const appears: Readonly<Record<string, () => void>> = {
    'as text': () => body(`<code id="display">${SECRET}</code>`),
    'as an attribute': () => body(`<input id="display" readonly value="${SECRET}">`),
    'as a property': () => {
      body('<input id="display" readonly>');
      document.querySelector('input')?.setRangeText(SECRET);
    },
    'as a property that is set late': () => {
      body('<input id="display" readonly>');
      setTimeout(() => document.querySelector('input')?.setRangeText(SECRET), 300);
    },
    'as text put into a node that is there': () => {
      body('<code id="display"> </code>');
      const text = document.getElementById('display')?.firstChild;
      setTimeout(() => {
        if (text) text.nodeValue = SECRET;
      }, 50);
    },
    'for half a second only': () => {
      body(`<code id="display">${SECRET}</code>`);
      setTimeout(() => body('<main></main>'), 500);
    },
  };

  test.each(Object.keys(appears))('%s, once', async (way) => {
    begin();
    expect(host()).toBeNull();
    appears[way]?.();
    await soon(() => expect(seenSecrets()).toEqual([SECRET]));
    await soon(() => expect(host()?.matches(':popover-open')).toBe(true));
    document.body.append(document.createElement('p'));
    await new Promise((resolve) => {
      setTimeout(resolve, 600);
    });
    expect(seenSecrets()).toEqual([SECRET]);
  });

  test('that was there before the script', async () => {
    body(`<code id="display">${SECRET}</code>`);
    begin();
    await soon(() => expect(seenSecrets()).toEqual([SECRET]));
  });

  test('and a newer one after it', async () => {
    begin();
    body(`<code id="display">${SECRET}</code>`);
    await soon(() => expect(seenSecrets()).toHaveLength(1));
    body(`<code id="display">${SECRET}B</code>`);
    await soon(() => expect(seenSecrets()).toEqual([SECRET, `${SECRET}B`]));
  });

  test('and a detector that throws breaks nothing', () => {
    const broken = { ...detector, detect: () => JSON.parse('{') as never };
    current = visit({ document, detector: broken, send, alive: () => true, allowed: Promise.resolve(true) });
    expect(host()).toBeNull();
  });
});

describe('the prompt in the page', () => {
  const shown = async () => {
    begin();
    body(`<input id="display" readonly><input name="other">`);
    document.querySelector('input')?.setRangeText(SECRET);
    await soon(() => expect(host()).not.toBeNull());
  };

  test('has nothing of the token that the page could read', async () => {
    await shown();
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
    expect(host()?.shadowRoot).toBeNull();
    expect(host()?.outerHTML).not.toContain('AAAA');
    expect(document.head.querySelector('style[data-so], link[href*=seenonce]')).toBeNull();
  });

  test('comes back when the page removes it, or opens something above it', async () => {
    await shown();
    host()?.remove();
    await soon(() => expect(host()?.matches(':popover-open')).toBe(true));
    const later = document.createElement('div');
    later.popover = 'manual';
    document.body.append(later);
    later.showPopover();
    await soon(() => expect(host()?.matches(':popover-open')).toBe(true));
    later.remove();
  });

  test('stands inside a native modal that shows the token, and outside again when that is gone', async () => {
    begin();
    body(`<dialog><code id="display">${SECRET}</code></dialog>`);
    document.querySelector('dialog')?.showModal();
    await soon(() => expect(document.querySelector('dialog > div:popover-open')).not.toBeNull());
    body('<main></main>');
    await soon(() => expect(host()?.matches(':popover-open')).toBe(true));
  });

  test('follows modals also where a dialog fires no event when it opens or closes', async () => {
    const silence = (event: Event) => event.stopImmediatePropagation();
    const types = ['toggle', 'beforetoggle', 'close', 'focusin', 'focusout'];
    for (const type of types) window.addEventListener(type, silence, true);
    try {
      begin();
      body(`<code id="display">${SECRET}</code><dialog></dialog>`);
      await soon(() => expect(host()).not.toBeNull());
      const dialog = document.querySelector('dialog');
      await noMoreLooks();
      dialog?.showModal();
      await soon(() => expect(document.querySelector('dialog > div:popover-open')).not.toBeNull());
      await noMoreLooks();
      dialog?.close();
      await soon(() => expect(host()?.matches(':popover-open')).toBe(true));
    } finally {
      for (const type of types) window.removeEventListener(type, silence, true);
    }
  });

  test('takes the focus only when asked, and gives it back', async () => {
    await shown();
    const field = document.querySelector<HTMLElement>('input[name=other]');
    field?.focus();
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('{Alt>}{Shift>}S{/Shift}{/Alt}');
    expect(document.activeElement).toBe(host());
    await userEvent.keyboard('{Alt>}{Shift>}S{/Shift}{/Alt}');
    expect(document.activeElement).toBe(field);
  });

  test('lets no key and no focus of its own reach the page', async () => {
    await shown();
    const reached: string[] = [];
    const listen = (event: Event) => reached.push(event.type);
    const types = ['keydown', 'keyup', 'focusin', 'click', 'pointerdown'] as const;
    for (const type of types) document.addEventListener(type, listen, true);
    try {
      await userEvent.keyboard('{Alt>}{Shift>}S{/Shift}{/Alt}');
      reached.length = 0;
      await userEvent.keyboard('{Tab}x{Escape}');
      expect(reached).toEqual([]);
      document.querySelector<HTMLElement>('input[name=other]')?.focus();
      await userEvent.keyboard('x');
      expect(reached, 'the control: what is typed into the page does').toContain('keydown');
    } finally {
      for (const type of types) document.removeEventListener(type, listen, true);
    }
  });

  test('closes on Escape inside it, which says Not now', async () => {
    await shown();
    await soon(() => expect(asked).toHaveBeenCalledWith('page:seen', expect.anything()));
    await userEvent.keyboard('{Alt>}{Shift>}S{/Shift}{/Alt}');
    await userEvent.keyboard('{Escape}');
    await soon(() => expect(host()).toBeNull());
    expect(asked).toHaveBeenCalledWith('page:dismiss', { id: offer.id });
  });

  test('ignores clicks that no person made', async () => {
    await shown();
    await new Promise((resolve) => {
      setTimeout(resolve, 600);
    });
    host()?.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, clientX: 20, clientY: 20 }),
    );
    host()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(asked.mock.calls.map(([name]) => name)).not.toContain('page:save');
    expect(host()).not.toBeNull();
  });
});

describe('a script whose extension was updated or removed', () => {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const words = () => (attach.mock.results.at(-1)?.value as ShadowRoot | undefined)?.textContent; // what it returns
  const shown = async () => {
    begin();
    body(`<code id="display">${SECRET}</code>`);
    await soon(() => expect(words()).toContain('Save token'));
    await soon(() => expect(asked).toHaveBeenCalledWith('page:seen', expect.anything()));
  };
  const asksAgain = () => soon(() => expect(asked).toHaveBeenCalledWith('page:state', expect.anything()));

  test('says so while the token is on the screen, and offers nothing', async () => {
    await shown();
    await asksAgain();
    expect(words(), 'the control: it did not before').not.toContain('updated or removed');
    alive = false;
    await soon(() => expect(words()).toContain('SeenOnce was updated or removed'));
    expect(words()).not.toContain('Save token');
    expect(words()).not.toContain('Try again');
    expect(host()?.matches(':popover-open')).toBe(true);
  });

  test('takes its prompt away when the token is not on the screen', async () => {
    await shown();
    body('<main></main>');
    await asksAgain();
    expect(host(), 'the control: it stayed before').not.toBeNull();
    alive = false;
    await soon(() => expect(host()).toBeNull());
  });

  test('asks nobody whether to leave the page', async () => {
    asksBeforeLeaving = true;
    await shown();
    await asksAgain();
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave(), 'the control: it did before').toBe(false);
    alive = false;
    await soon(() => expect(words()).toContain('SeenOnce was updated or removed'));
    expect(leave()).toBe(true);
  });

  test('an answer that comes after its end brings nothing back', async () => {
    const answers: (() => void)[] = [];
    const late: Send = async (name, ask) => {
      await new Promise<void>((resolve) => void answers.push(resolve));
      return send(name, ask);
    };
    body(`<code id="display">${SECRET}</code>`);
    const visited = visit({
      document,
      detector,
      send: late,
      alive: () => true,
      allowed: Promise.resolve(true),
    });
    await soon(() => expect(answers).not.toEqual([]));
    expect(host(), 'the control').not.toBeNull();
    visited.end();
    for (const answer of answers) answer();
    await noMoreLooks();
    expect(host()).toBeNull();
  });

  test('leaves when a newer one begins, whatever it shows; one that lives does not', async () => {
    await shown();
    window.dispatchEvent(new Event(NEWER));
    expect(host(), 'the control').not.toBeNull();
    alive = false;
    await soon(() => expect(words()).toContain('SeenOnce was updated or removed'));
    window.dispatchEvent(new Event(NEWER));
    expect(host()).toBeNull();
  });
});

describe('an Enter that would delete the token', () => {
  const FORM = `<form onsubmit="event.preventDefault(); window.submitted = (window.submitted ?? 0) + 1">
    <code id="display">${SECRET}</code><input name="name" value="x"><button name="delete">Delete</button></form>`;
  const submitted = () => (window as { submitted?: number }).submitted ?? 0;
  const pressHeldEnter = async () => {
    document.querySelector<HTMLElement>('input[name=name]')?.focus();
    await userEvent.keyboard('{Enter>3/}');
  };
  beforeEach(() => {
    delete (window as { submitted?: number }).submitted;
  });

  test('the control: without SeenOnce it submits', async () => {
    body(FORM);
    await pressHeldEnter();
    expect(submitted()).toBeGreaterThan(0);
  });

  test('is stopped, with all its repeats', async () => {
    begin();
    body(FORM);
    await soon(() => expect(host()).not.toBeNull());
    await pressHeldEnter();
    await pressHeldEnter();
    expect(submitted()).toBe(0);
  });
});

describe('an event that would close the display', () => {
  const closes: Detector = {
    ...detector,
    destroys: (_, { type, target }) => {
      return type === 'click' && (target as Element).matches('#close') ? 'display' : null; // clicks hit elements
    },
  };
  const pressClose = async () => {
    // From the keyboard: in this small window the prompt covers the button.
    document.querySelector<HTMLElement>('#close')?.focus();
    await userEvent.keyboard('{Enter}');
    return document.querySelector('#display') === null;
  };
  /** Begins a visit whose first answer comes when it is let. */
  const beginLate = async (from: Detector) => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const late: Send = async (name, ask) => {
      if (name === 'page:seen') await answered;
      return send(name, ask);
    };
    current = visit({
      document,
      detector: from,
      send: late,
      alive: () => true,
      allowed: Promise.resolve(true),
    });
    body(`<code id="display">${SECRET}</code><button id="close" onclick="display.remove()">X</button>`);
    await soon(() => expect(host()).not.toBeNull());
    return answer;
  };

  test('is stopped until the background holds the token, and passes then', async () => {
    const answer = await beginLate(closes);
    expect(await pressClose()).toBe(false);
    answer();
    await soon(async () => expect(await pressClose()).toBe(true));
    expect(host(), 'the prompt stays').not.toBeNull();
  });

  test('the control: where the detector knows of none, it passes at once', async () => {
    await beginLate(detector);
    expect(await pressClose()).toBe(true);
  });
});

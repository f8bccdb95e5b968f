/** What the browser withholds: who may give a token, and what the toolbar says. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soon } from '../../test/support/soon';
import { makeVault, wipeAll } from '../../test/support/background';
import { fakeBrowser } from '../../test/support/fake-browser';
import { page, seen as seenNamed } from '../../test/support/seen';
import { accessChanged, mayLook, withheld } from './access';
import { pageAnswers } from './answers';
import { changing } from './changing';
import { heldTokens } from './held';
import { setSite } from './sites';
import { status } from './status';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const ZENODO = 'https://zenodo.org/*';
const SANDBOX = 'https://sandbox.zenodo.org/*';
const seen = seenNamed('upload');
const save = { id: null, seen };
const { permissions } = fakeBrowser;

function withhold(...patterns: string[]): void {
  for (const each of patterns) permissions.withheld.add(each);
  accessChanged();
}

function grantAll(): void {
  permissions.withheld.clear();
  permissions.lent.clear();
  accessChanged();
}

beforeEach(async () => {
  await wipeAll();
  await makeVault();
});
afterEach(async () => {
  grantAll();
  await setSite('zenodo', true);
  await wipeAll();
  vi.restoreAllMocks();
});

describe('a page whose host is withheld', () => {
  test('gives no token and no form; the control: it did before', async () => {
    expect((await pageAnswers['page:seen'](seen, page)).sighting).toEqual({ state: 'held' });
    withhold(ZENODO);
    const other = seenNamed('other');
    await expect(pageAnswers['page:seen'](other, page)).rejects.toMatchObject({ failure: 'refused' });
    const form = { provider: 'zenodo', details: other.details };
    await expect(pageAnswers['page:form'](form, page)).rejects.toMatchObject({ failure: 'refused' });
    expect((await heldTokens()).map(({ name }) => name)).toEqual(['upload']);
  });

  test('has its prompt taken away, and what is held can still be saved, there by a click too', async () => {
    const { offer } = await pageAnswers['page:seen'](seen, page);
    const ask = { id: offer.id };
    expect(await pageAnswers['page:state'](ask, page), 'the control').toEqual({ state: 'held' });
    withhold(ZENODO);
    expect(await pageAnswers['page:state'](ask, page)).toEqual({ state: 'answered' });
    expect(await heldTokens()).toHaveLength(1);
    expect((await pageAnswers['page:save'](save, page)).sighting).toMatchObject({ state: 'saved' });
  });

  test('is offered its token when the host is granted again', async () => {
    withhold(ZENODO);
    await expect(pageAnswers['page:seen'](seen, page)).rejects.toMatchObject({ failure: 'refused' });
    grantAll();
    expect((await pageAnswers['page:seen'](seen, page)).sighting).toEqual({ state: 'held' });
  });

  test('is looked at while the browser lends its tab, and no other tab', async () => {
    withhold(ZENODO);
    expect(await mayLook(page)).toBe(false);
    permissions.lent.add(page.tabId);
    expect(await mayLook(page)).toBe(true);
    expect(await mayLook({ ...page, tabId: page.tabId + 1 })).toBe(false);
  });
});

describe('what is withheld', () => {
  test('is told with the status, with what to ask for', async () => {
    expect((await status()).withheld).toEqual([]);
    withhold(ZENODO, SANDBOX);
    expect((await status()).withheld).toEqual([{ name: 'Zenodo', origins: [ZENODO, SANDBOX] }]);
    permissions.withheld.delete(ZENODO);
    accessChanged();
    expect(await withheld()).toEqual([{ name: 'sandbox.zenodo.org', origins: [SANDBOX] }]);
  });

  test('is nothing where the user switched it off', async () => {
    withhold(ZENODO, SANDBOX);
    expect(await withheld(), 'the control').toHaveLength(1);
    await setSite('zenodo', false);
    expect(await withheld()).toEqual([]);
  });

  test('is asked of the browser once, and again after a change', async () => {
    await mayLook(page);
    const asked = vi.spyOn(permissions, 'getAll');
    await mayLook(page);
    expect(asked).not.toHaveBeenCalled();
    accessChanged();
    for (let n = 0; n < 3; n += 1) await mayLook(page);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('the toolbar', () => {
  const badge = vi.fn<typeof fakeBrowser.action.setBadgeText>();
  const title = vi.fn<typeof fakeBrowser.action.setTitle>();
  beforeEach(() => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation(badge);
    vi.spyOn(fakeBrowser.action, 'setTitle').mockImplementation(title);
  });
  const shows = async (text: string, words: string) => {
    await changing(async () => undefined);
    await soon(() => {
      expect(badge).toHaveBeenLastCalledWith({ text });
      expect(title).toHaveBeenLastCalledWith({ title: words });
    });
  };

  test('says that something is withheld and what; a token that waits comes first', async () => {
    await shows('', 'SeenOnce');
    withhold(ZENODO, SANDBOX);
    await shows('!', 'SeenOnce: The browser keeps it from Zenodo');
    await setSite('zenodo', false);
    await shows('', 'SeenOnce');
    await setSite('zenodo', true);
    grantAll();
    await pageAnswers['page:seen'](seen, page);
    await shows('1', 'SeenOnce: 1 not saved yet');
    withhold(ZENODO, SANDBOX);
    await shows('1', 'SeenOnce: 1 not saved yet. The browser keeps it from Zenodo');
  });
});

/** A page of a provider, or a script in it, that gives more than anybody can use: memory is shared with all other sites. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rememberForm, takeForm } from '../../src/background/forms';
import { heldTokens, hold, tabGone } from '../../src/background/held';
import { allTokens } from '../../src/background/listing';
import { save, saveHeld, sealWaiting } from '../../src/background/saving';
import { create, lock } from '../../src/background/unlock';
import { provider as github } from '../../src/providers/github';
import { UNTOLD } from '../../src/providers/provider';
import { sealedIds } from '../../src/storage/records';
import { makeVault, wipeAll } from '../support/background';
import { fakeBrowser } from '../support/fake-browser';
import { newKey, page, seen } from '../support/seen';

vi.mock('../../src/browser', async () => import('../support/fake-browser'));

const hostile = { ...page, origin: 'https://github.com' };
/** How much memory the browser's session has of ours, characters; it gives 10 MB. */
const used = () => fakeBrowser.storage.session.dump().length;
const form = (name: string) => ({ ...UNTOLD, name, scopes: ['x'.repeat(1_000), 'y'.repeat(1_000)] });
const names = async () => (await heldTokens()).map(({ name }) => name);

beforeEach(wipeAll);
afterEach(wipeAll);

describe('forms', () => {
  test('the control: of a tab that is open the form tells of the next token', async () => {
    await rememberForm(github, form('mine'), { ...hostile, tabId: 1 });
    expect(await takeForm({ ...hostile, tabId: 1 })).toMatchObject({ name: 'mine' });
  });

  test('of a tab that was closed are gone with it', async () => {
    const before = used();
    for (let tabId = 1; tabId <= 20; tabId += 1) {
      await rememberForm(github, form('closed'), { ...hostile, tabId });
      await tabGone(tabId);
    }
    expect(used()).toBe(before);
  });

  test('of any number of tabs take little memory, and the newest is there', async () => {
    for (let tabId = 1; tabId <= 300; tabId += 1)
      await rememberForm(github, form(`tab ${tabId}`), { ...hostile, tabId });
    expect(used()).toBeLessThan(100_000);
    expect(await takeForm({ ...hostile, tabId: 300 })).toMatchObject({ name: 'tab 300' });
    expect(await takeForm({ ...hostile, tabId: 1 })).toBeNull();
  });
});

describe('tokens that a page shows, one after the other', () => {
  const MANY = 60;
  const flood = async () => {
    for (let n = 0; n < MANY; n += 1) await hold(seen(`flood ${n}`), hostile);
  };

  test('are held up to twenty, the newest; what another site showed stays', async () => {
    await makeVault();
    await hold(seen('of another site'), page);
    await flood();
    const held = await names();
    expect(held).toHaveLength(21);
    expect(held).toEqual(
      expect.arrayContaining(['of another site', `flood ${MANY - 1}`, `flood ${MANY - 20}`]),
    );
    expect(await sealedIds('held'), 'on the disk, too').toHaveLength(21);
  });

  test('keep nobody from saving, there and elsewhere', async () => {
    await makeVault();
    await lock();
    await flood();
    await save(seen('mine'), page);
    const [newest] = await heldTokens();
    expect(await saveHeld(newest?.id ?? '')).toMatchObject({ state: 'saved' });
    expect(await sealedIds('records')).toHaveLength(2);
  });

  test('let go of none for which Save was clicked, before there is a vault', async () => {
    await save(seen('clicked'), hostile);
    await flood();
    expect(await names()).toContain('clicked');
    await create(await newKey());
    await sealWaiting();
    expect((await allTokens()).map(({ name }) => name)).toEqual(['clicked']);
  });
});

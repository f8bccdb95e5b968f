/** What a person does with the vault, in the popup opened as a page. */
import type { NewVault } from '../../../src/messages/protocol';
import {
  identityToRecipient,
  makePassphraseSlot,
  newIdentity,
  openPassphraseSlot,
} from '../../../src/vault/slots';
import type { PracticeSites } from '../../practice/server';
import { ask } from '../../support/ask';
import { until, type BrowserDriver, type Tab } from '../../support/driver';
import { displayOf } from './displays';

export const PASSPHRASE = 'orbit EXAMPLE candle thirty velvet harbor';

/** scrypt with 2^10: what is tested is the change, and not how long it takes. */
const QUICK = 10;

export async function fillCreateForm(
  tab: Tab,
  passphrase = PASSPHRASE,
  repeated = passphrase,
): Promise<void> {
  await tab.type('textbox', 'Passphrase', passphrase);
  await tab.type('textbox', 'Repeat passphrase', repeated);
}

/** Makes the vault in the popup; the vault is unlocked afterwards. */
export async function createVault(browser: BrowserDriver): Promise<void> {
  const popup = await browser.openOwn('popup');
  await fillCreateForm(popup);
  await popup.click('button', 'Create vault');
  await popup.shows('button', 'Lock');
  await popup.close();
}

/**
 * The same with little work for scrypt, for scenarios that unlock often and are not about making a vault.
 * @returns its identity
 */
export async function createQuickVault(browser: BrowserDriver): Promise<string> {
  const own = await browser.openOwn('bare');
  const identity = await newIdentity();
  await ask(own, 'ui:create', await wrapped(identity, PASSPHRASE));
  await own.close();
  return identity;
}

/** An identity with its slot, as a page of ours hands it over. */
export async function wrapped(identity: string, passphrase: string): Promise<NewVault> {
  const recipient = await identityToRecipient(identity);
  return { identity, recipient, slot: await slotFor(identity, passphrase) };
}

export async function lock(browser: BrowserDriver): Promise<void> {
  const popup = await browser.openOwn('popup');
  await popup.click('button', 'Lock');
  await popup.shows('button', 'Unlock');
  await popup.close();
}

/** Turns a switch of the options page, and waits until a page that is opened anew shows it so. */
export async function setSwitch(browser: BrowserDriver, name: string, on: boolean): Promise<void> {
  const options = await browser.openOwn('options');
  if ((await options.isOn(name)) !== on) await options.click('checkbox', name);
  await until(`"${name}" to be stored`, async () => {
    await options.reload();
    return (await options.isOn(name)) === on;
  });
  await options.close();
}

/** Unlocks in the popup and leaves it open. */
export async function unlock(popup: Tab, passphrase = PASSPHRASE): Promise<void> {
  await popup.type('textbox', 'Passphrase', passphrase);
  await popup.click('button', 'Unlock');
  await popup.shows('searchbox', 'Search tokens');
}

/** Makes a token at a practice site and saves it by the prompt. */
export async function saveOne(browser: BrowserDriver, kind: string, name: string): Promise<void> {
  const page = await displayOf(kind).make(browser, name);
  await page.prompt.click('Save token');
  await page.prompt.announces('Saved');
  await page.close();
}

/** The secret that a practice site issued under this name. */
export function secretOf(sites: PracticeSites, name: string): string {
  const issued = sites.issued.find((token) => token.name === name);
  if (!issued) throw new Error(`No practice site made a token "${name}".`);
  return issued.secret;
}

/** Copies a token in the popup and gives what is then on the clipboard. */
export async function copied(popup: Tab, name: string): Promise<string> {
  const before = `before ${name}`;
  await popup.front();
  await popup.run(`navigator.clipboard.writeText(${JSON.stringify(before)})`);
  await popup.click('button', `Copy ${name}`);
  await popup.says('Copied');
  return until('something new on the clipboard', async () => {
    const text = await popup.clipboard();
    // An earlier copy may be cleared at this moment.
    return text === before || text === '' ? null : text;
  });
}

/** The vault's identity, as its slot gives it. */
export async function identityOf(browser: BrowserDriver, passphrase = PASSPHRASE): Promise<string> {
  const own = await browser.openOwn('bare');
  const { passphrase: slots } = await ask(own, 'ui:slots', null);
  await own.close();
  const identity = await openPassphraseSlot(Buffer.from(slots[0] ?? '', 'base64'), passphrase);
  if (!identity) throw new Error('The slot does not open.');
  return identity;
}

/** A slot for this identity as a page of ours makes it, base64. */
export async function slotFor(identity: string, passphrase: string): Promise<string> {
  return Buffer.from(await makePassphraseSlot(identity, passphrase, QUICK)).toString('base64');
}

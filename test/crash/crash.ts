/**
 * What "Saved" is worth when the browser dies: in each round a practice page shows a token, Save is
 * clicked, and the moment the prompt announces "Saved" all of the browser is killed and started again
 * on the same profile. Half of the rounds have the vault locked.
 */
import { displayInTurn } from '../e2e/steps/displays';
import type { Launcher } from '../e2e/stage';
import { createQuickVault, secretOf } from '../e2e/steps/vault';
import { startPracticeSites, type PracticeSites } from '../practice/server';
import { allSecrets, ask } from '../support/ask';
import { launchChromium } from '../support/chromium-driver';
import type { BrowserDriver } from '../support/driver';
import { launchFirefox } from '../support/firefox-driver';

export type Crashes = {
  /** How many tokens the prompt said to be saved. */
  readonly acknowledged: number;
  /** Names of those that are gone, have another secret, or are there twice. */
  readonly lost: readonly string[];
};

export type CrashOptions = {
  readonly launch: Launcher;
  readonly rounds: number;
  /** Called in each round before the page is opened: for a control. */
  readonly before?: (browser: BrowserDriver) => Promise<void>;
  readonly told?: (round: number) => void;
};

/** Which of these names the vault does not give back exactly once, with the secret that the site issued. */
async function lostOf(browser: BrowserDriver, sites: PracticeSites, names: readonly string[]) {
  const own = await browser.openOwn('bare');
  const found = await allSecrets(own);
  await own.close();
  return names.filter((name) => {
    const secrets = found.filter((token) => token.name === name).map(({ secret }) => secret);
    return secrets.length !== 1 || secrets[0] !== secretOf(sites, name);
  });
}

async function unlock(browser: BrowserDriver, identity: string): Promise<void> {
  const own = await browser.openOwn('bare');
  await ask(own, 'ui:unlock', { identity });
  await own.close();
}

/** Runs the rounds in one browser, and looks afterwards for every token of them. */
export async function crash({ launch, rounds, before, told }: CrashOptions): Promise<Crashes> {
  const sites = await startPracticeSites();
  const browser = await launch(sites);
  try {
    const identity = await createQuickVault(browser);
    const names: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Each browser that was started again has it locked.
      if (round % 2 === 0) await unlock(browser, identity);
      await before?.(browser);
      const name = `crash ${round}`;
      const page = await displayInTurn(round).make(browser, name);
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
      await browser.kill();
      names.push(name);
      told?.(round + 1);
    }
    await unlock(browser, identity);
    return { acknowledged: names.length, lost: await lostOf(browser, sites, names) };
  } finally {
    await browser.quit();
    await sites.close();
  }
}

const LAUNCHERS: Readonly<Record<string, Launcher>> = {
  chromium: (sites) => launchChromium({ sites }),
  firefox: (sites) => launchFirefox({ sites }),
};

/** `npm run crash`: prints "N acknowledged, M lost"; `true` if none is. @param name `chromium` or `firefox` */
export async function report(rounds: number, name: string): Promise<boolean> {
  const launch = LAUNCHERS[name];
  if (!launch) throw new Error(`There is no driver for "${name}": ${Object.keys(LAUNCHERS).join(' or ')}.`);
  const told = (round: number) => {
    if (round % 10 === 0) process.stdout.write(`${round} of ${rounds} rounds\n`);
  };
  const { acknowledged, lost } = await crash({ launch, rounds, told });
  for (const token of lost) process.stdout.write(`lost: ${token}\n`);
  process.stdout.write(`${acknowledged} acknowledged, ${lost.length} lost\n`);
  return lost.length === 0;
}

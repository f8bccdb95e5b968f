/**
 * The one promise: the prompt comes every time a token appears, and never when none does. Every page of
 * every provider, and generated variations of each, in a real browser. `npm run recall` runs 200
 * variations of each page and prints the README's table; `npm test` runs a few.
 */
import { expect, test } from 'vitest';
import type { Details, Detector } from '../../src/providers/provider';
import { providers } from '../../src/providers';
import { CASES, open, type Case } from '../support/provider-page';
import { vary } from './vary';

const VARIATIONS = Number(import.meta.env.VITE_RECALL_VARIATIONS ?? 3);

const detectors = new Map(
  Object.values(
    import.meta.glob<{ detector: Detector }>('../../src/providers/*/detect.ts', { eager: true }),
  ).map(({ detector }) => [detector.id, detector] as const),
);

type Count = {
  displays: number;
  found: number;
  fields: number;
  right: number;
  silent: number;
  alarms: number;
};

/** The texts that a page's details are read from, and that a translation must leave alone. */
function told({ expected }: Case): string[] {
  const details = expected.sighting?.details;
  if (!details) return [];
  const texts = [details.name, details.account, details.owner, details.manageId, ...(details.scopes ?? [])];
  return texts.filter((text): text is string => text !== null && text !== '');
}

async function look(given: Case, seed: number, count: Count, misses: string[]): Promise<void> {
  const page = await open(given);
  if (seed > 0) vary(page.document, seed, given.provider, told(given));
  const { sighting } = given.expected;
  const seen = [...detectors.values()].flatMap((detector) => {
    const found = detector.detect(page);
    return found ? [{ ...found, by: detector.id }] : [];
  });
  const own = seen.find(({ by }) => by === given.provider);
  const name = `${given.provider}/${given.name}, variation ${seed}`;
  if (!sighting) {
    count.silent += 1;
    count.alarms += seen.length > 0 ? 1 : 0;
    if (seen.length > 0) misses.push(`false alarm: ${name}`);
  } else {
    count.displays += 1;
    const found = own?.secret === sighting.secret && own.kind === sighting.kind && seen.length === 1;
    count.found += found ? 1 : 0;
    if (!found) misses.push(`not found: ${name}`);
    for (const key of Object.keys(sighting.details) as (keyof Details)[]) {
      const right = JSON.stringify(own?.details[key]) === JSON.stringify(sighting.details[key]);
      count.fields += 1;
      count.right += right ? 1 : 0;
      if (!right) misses.push(`${key} wrong: ${name}`);
    }
  }
  page.close();
}

test('every display is found, every field is right, and there is no false alarm', async () => {
  const rows: string[] = [];
  const misses: string[] = [];
  for (const { id, name } of providers) {
    const count: Count = { displays: 0, found: 0, fields: 0, right: 0, silent: 0, alarms: 0 };
    for (const given of CASES.filter(({ provider }) => provider === id)) {
      for (let seed = 0; seed <= VARIATIONS; seed += 1) await look(given, seed, count, misses);
    }
    const { displays, found, fields, right, silent, alarms } = count;
    rows.push(`| ${name} | ${found} / ${displays} | ${right} / ${fields} | ${alarms} / ${silent} |`);
  }
  const head =
    '| provider | displays found | fields right | false alarms / silent pages |\n|---|---|---|---|';
  console.log(`${head}\n${rows.join('\n')}`);
  expect(misses.slice(0, 20)).toEqual([]);
}, 1_800_000);

import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  type LoyaltyFit,
} from 'overdeliver/loyalty';
import { expect, it } from 'vitest';
import { intentionRows, names, recoveryRows, switchingRows, truth, wordOfMouthRows } from './world';

const sets = 12;
type Some = Pick<LoyaltyFit<string>, 'parameters' | 'intervals'>;

// The bench runs 200 of them, with every number's own coverage held.
it.each<[string, Readonly<Record<string, number>>, (seed: number) => Some]>([
  ['intentions', truth.intentions, (seed) => fitIntentions(intentionRows(seed, 600), names)],
  ['switching', truth.switching, (seed) => fitSwitching(switchingRows(seed, 500), names)],
  ['word of mouth', truth.wordOfMouth, (seed) => fitWordOfMouth(wordOfMouthRows(seed, 400), names)],
  [
    'whole satisfactions',
    truth.wordOfMouth,
    (seed) => fitWordOfMouth(wordOfMouthRows(seed, 400, true), names),
  ],
  ['recovery', truth.recovery, (seed) => fitRecovery(recoveryRows(seed, 200), names)],
])('made-up numbers of %s come back, and intervals of 95%% cover', (_, real, fitOf) => {
  const fits = Array.from({ length: sets }, (__, i) => fitOf(7000 + i));
  const learnt = Object.keys(real).filter((name) => name !== 'switchingCost');
  let hits = 0;
  for (const name of learnt) {
    const number = real[name] as number;
    const found = fits.map(({ parameters }) => parameters.parameters[name]);
    const off = found.map((one) => (one?.value as number) - number);
    const stated = found.map((one) => one?.standardError as number);
    const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / sets;
    expect(Math.abs(mean(off)), name).toBeLessThan(1.2 * mean(stated));
    const ratio = Math.sqrt(mean(off.map((x) => x ** 2))) / mean(stated);
    expect(ratio, name).toBeGreaterThan(0.4);
    expect(ratio, name).toBeLessThan(1.9);
    for (const { intervals } of fits) {
      const interval = intervals[name];
      if (interval && interval.low <= number && number <= interval.high) hits++;
    }
  }
  expect(hits / (learnt.length * sets)).toBeGreaterThan(0.88);
});

import {
  fitIntentions,
  fitRecovery,
  fitSwitching,
  fitWordOfMouth,
  type LoyaltyFit,
} from 'overdeliver/loyalty';
import { expect, it } from 'vitest';
import type { Parameter } from '../../../src/core/parameters';
import { intentionRows, names, recoveryRows, switchingRows, truth, wordOfMouthRows } from './world';

const sets = 5;
const few = { ...names, folds: 3 };
type Some = Pick<LoyaltyFit<string>, 'parameters' | 'intervals'>;

// The bench runs 200 of them, with every number's own coverage held.
it.each<[string, Readonly<Record<string, number>>, (seed: number) => Some]>([
  ['intentions', truth.intentions, (seed) => fitIntentions(intentionRows(seed, 400), few)],
  ['switching', truth.switching, (seed) => fitSwitching(switchingRows(seed, 500), few)],
  ['word of mouth', truth.wordOfMouth, (seed) => fitWordOfMouth(wordOfMouthRows(seed, 800), few)],
  [
    'whole satisfactions',
    truth.wordOfMouth,
    (seed) => fitWordOfMouth(wordOfMouthRows(seed, 800, true), few),
  ],
  ['recovery', truth.recovery, (seed) => fitRecovery(recoveryRows(seed, 200), few)],
])('made-up numbers of %s come back within their intervals', (_, real, fitOf) => {
  const fits = Array.from({ length: sets }, (__, i) => fitOf(7000 + i));
  const learnt = Object.keys(real).filter((name) => name !== 'switchingCost');
  const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;
  const inErrors = learnt.flatMap((name) => {
    const number = real[name] as number;
    const off = fits.map(({ parameters: { parameters } }) => {
      const { value, standardError } = parameters[name] as Parameter;
      return (value - number) / (standardError as number);
    });
    expect(Math.abs(mean(off)), name).toBeLessThan(1.2);
    return off;
  });
  const spread = Math.sqrt(mean(inErrors.map((error) => error ** 2)));
  expect(spread).toBeGreaterThan(0.6);
  expect(spread).toBeLessThan(1.5);
  const hits = learnt.flatMap((name) =>
    fits.map(({ intervals }) => {
      const [interval, number] = [intervals[name], real[name] as number];
      return interval && interval.low <= number && number <= interval.high ? 1 : 0;
    }),
  );
  expect(mean(hits)).toBeGreaterThan(0.75);
});

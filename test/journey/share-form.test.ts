import { touchpointImportance } from 'overdeliver/journey';
import { describe, expect, it } from 'vitest';
import { clustersOf, dealClusters } from '../../src/numerics/clusters';
import { fewGuests, names } from './few-guests';

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

/** The chance of each row by the share of satisfied answers in the other folds, which is what the form foresees. */
function byHand(seed: number) {
  const rows = fewGuests(11, 25).map(({ ratings: { desk }, ...row }) => ({
    ...row,
    ratings: { desk },
  }));
  const clusters = clustersOf(rows.map(({ respondent }) => respondent));
  const fold = dealClusters(clusters, (row) => `${rows[row]?.satisfied} all`, 3, seed);
  const y = rows.map(({ satisfied }) => Number(satisfied));
  const chance = y.map((_, row) => {
    const others = y.filter((__, i) => fold[i] !== fold[row]);
    return sum(others) / others.length;
  });
  return { rows, clusters, y, chance };
}

describe('the share of a stage alone, by hand', () => {
  const scoreOf = (seed: number) => {
    const { rows } = byHand(seed);
    const { comparison } = touchpointImportance(rows, { ...names, folds: 3, seed });
    return comparison as readonly [(typeof comparison)[0], ...typeof comparison];
  };

  it('loses the log of the chance that other folds give', () => {
    const { y, chance } = byHand(4);
    const losses = chance.map((p, i) => -Math.log(y[i] ? p : 1 - p));
    const [share, ...rest] = scoreOf(4);
    expect(share.logLoss).toBeCloseTo(sum(losses) / losses.length, 6);
    const best = Math.min(share.logLoss, ...rest.map(({ logLoss }) => logLoss));
    for (const one of [share, ...rest]) expect(one.aboveBest).toBeCloseTo(one.logLoss - best, 9);
  });

  it('ranks satisfied customers among others by pairs, ties half', () => {
    const { y, chance } = byHand(4);
    const pairs = y.flatMap((yes, i) =>
      y.flatMap((other, j) =>
        yes === 1 && other === 0
          ? [(1 + Math.sign(+((chance[i] as number) - (chance[j] as number)).toFixed(9))) / 2]
          : [],
      ),
    );
    expect(scoreOf(4)[0].auc).toBeCloseTo(sum(pairs) / pairs.length, 9);
  });

  it('is calibrated by the logit whose slopes vanish', () => {
    const { y, chance } = byHand(4);
    const { calibration } = scoreOf(4)[0];
    const { intercept = Number.NaN, slope = Number.NaN } = calibration ?? {};
    const u = chance.map((p) => Math.log(p / (1 - p)));
    const left = u.map((x, i) => (y[i] as number) - 1 / (1 + Math.exp(-intercept - slope * x)));
    // Chances are found to some 1e-6.
    expect(sum(left)).toBeCloseTo(0, 4);
    expect(sum(left.map((r, i) => r * (u[i] as number)))).toBeCloseTo(0, 4);
  });
});

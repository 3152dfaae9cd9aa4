import { type Family, fitCapability, lognormal, weibull } from 'overdeliver/capability';
import { expect, it } from 'vitest';
import { relativeError } from '../../numerics/relative-error';

const unit = 'hours';

// By hand: the chance is x / 100, the share of the samples k / 4.
it.each([
  ['above the first share', [60, 70, 80, 90], 0.6],
  ['below the last share', [10, 20, 30, 40], 0.6],
  ['below a share, the next ones included', [5, 10, 15, 90], 0.6],
])('a fit is off by the most that its chance lies %s', (_, samples, distance) => {
  const uniform: Family<'width'> = {
    kind: 'uniform',
    bounds: { width: [0, Infinity] },
    positive: true,
    fit: () => ({ parameters: { width: 100 }, converged: true }),
    fromMoments: (mean) => ({ width: 2 * mean }),
    distribution: ({ width }) => ({
      identified: 1,
      chance: (x) => Math.max(0, Math.min(1, x / width)),
      quantile: (p) => p * width,
      mean: () => width / 2,
      excess: (x) => (width - x) ** 2 / (2 * width),
    }),
  };
  expect(fitCapability(uniform, samples, { unit }).fit?.distance).toBeCloseTo(distance, 14);
});

it('orders that entered late are held against the chance of what is longer than the earliest', () => {
  const samples = [12, 21, 26, 27, 29, 48, 57, 59, 70];
  // All had entered before the first ended, so that each share is k of 9.
  const entered = [9, 11, 5, 8, 10, 9, 7, 6, 11.5];
  const { fit, chance } = fitCapability(weibull, samples, { unit, entered });
  const before = chance(5);
  const off = samples.flatMap((x, k) => {
    const p = (chance(x) - before) / (1 - before);
    return [p - k / 9, (k + 1) / 9 - p];
  });
  expect(relativeError(fit?.distance as number, Math.max(...off))).toBeLessThan(1e-12);
});

it('where few are left to end a fit is not held against their share', () => {
  // 20 of 32 end one by one, 10 are under way at 20.5, and of the last two one is far off.
  const early = Array.from({ length: 20 }, (_, i) => i + 1);
  const samples = [...early, ...new Array(10).fill(20.5), 21, 300];
  const finished = samples.map((x) => x !== 20.5);
  const { fit, chance } = fitCapability(lognormal, samples, { unit, finished });
  const off = early.flatMap((x, k) => [chance(x) - k / 32, (k + 1) / 32 - chance(x)]);
  expect(relativeError(fit?.distance as number, Math.max(...off))).toBeLessThan(1e-12);
  // Half of the 12 that were left at 20.5 end at 21.
  const half = 1 - 12 / 64;
  expect(Math.min(half - chance(21), chance(300) - half)).toBeGreaterThan(2 * Math.max(...off));
});

import { draws } from './draws';
import { arriving, minute, type World, type WorldOrder } from './world';

/** Worlds in which each order comes with an estimate of its own, from 10 minutes to 3 hours. */
const kitchen = {
  unit: 'minutes',
  keepRate: 0.9,
  typical: 40,
  shown: ({ estimate = 0 }: WorldOrder) =>
    estimate < 26 * minute ? 'short' : estimate < 68 * minute ? 'middling' : 'long',
} as const;

/** `spread`: of the log ratio of actual to estimate, by how far up the range the estimate is, from 0 to 1. */
const estimated = (spread: (up: number) => number): World['orders'] => {
  return (seed, count = 30_000) => {
    const draw = draws(seed);
    return arriving(count, draw, minute, () => {
      const up = draw.uniform();
      const estimate = Math.round(10 * minute * 18 ** up);
      return { estimate, took: 1.1 * estimate * draw.logNormal(spread(up)) };
    });
  };
};

export const estimateWorlds: readonly World[] = [
  { ...kitchen, name: 'estimates', orders: estimated(() => 0.3) },
  {
    ...kitchen,
    name: 'estimates whose spread grows with them',
    orders: estimated((up) => 0.15 + 0.35 * up),
  },
];

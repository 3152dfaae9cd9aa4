import { type Draws, draws } from './draws';
import { arriving, minute, type World } from './world';

/** Kitchen times with a median of 14 minutes of which two in a hundred go wrong, up to 300 times as long. */
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 25 } as const;

const tailed = (draw: Draws, median: number) => {
  const usual = draw.logNormal(0.55);
  const wrong = draw.uniform() < 0.02 ? (1 - draw.uniform()) ** -1.25 : 1;
  return median * Math.min(300, usual * wrong);
};

export const tailWorlds: readonly World[] = [
  {
    ...kitchen,
    name: 'heavy tails',
    orders: (seed, count = 40_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, () => ({ took: tailed(draw, 14 * minute) }));
    },
  },
  {
    ...kitchen,
    name: 'heavy tails, 50 restaurants',
    orders: (seed, count = 80_000) => {
      const draw = draws(seed);
      const levels = Array.from({ length: 50 }, () => 14 * draw.logNormal(0.3));
      return arriving(count, draw, minute, () => {
        const group = draw.below(50);
        return { took: tailed(draw, (levels[group] as number) * minute), group: String(group) };
      });
    },
  },
  {
    ...kitchen,
    name: 'heavy tails, 95 in 100 kept',
    keepRate: 0.95,
    orders: (seed, count = 40_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, () => ({ took: tailed(draw, 14 * minute) }));
    },
  },
];

import { draws } from './draws';
import { arriving, day, minute, type World } from './world';

/** Worlds that do not stay as they are. */
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;

export const changeWorlds: readonly World[] = [
  {
    ...kitchen,
    name: 'a slow drift',
    orders: (seed, count = 20_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, (i) => ({
        took: 40 * minute * 1.5 ** (i / count) * draw.logNormal(0.35),
      }));
    },
  },
  {
    ...kitchen,
    name: 'a jump of 30%',
    orders: (seed, count = 20_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, (i) => ({
        took: 40 * minute * (i < count / 2 ? 1 : 1.3) * draw.logNormal(0.35),
      }));
    },
  },
  {
    ...kitchen,
    name: 'a burst after a month of silence',
    part: (_, place) => (place < 6000 ? 'before' : place < 7000 ? 'first 1,000 after' : 'later'),
    orders: (seed, count = 12_000) => {
      const draw = draws(seed);
      const half = Math.floor(count / 2);
      const gap = (i: number) => (i < half ? minute : i === half ? 30 * day : minute / 8);
      return arriving(count, draw, gap, () => ({ took: 40 * minute * draw.logNormal(0.35) }));
    },
  },
];

import { draws } from './draws';
import { arriving, minute, type World } from './world';

/** A long life. */
export const sizeWorlds: readonly World[] = [
  {
    name: '1,000,000 events',
    unit: 'minutes',
    keepRate: 0.9,
    typical: 40,
    orders: (seed, count = 500_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, () => {
        const group = draw.below(10);
        const took = (30 + 4 * group) * minute * draw.logNormal(0.35);
        return { took, group: String(group) };
      });
    },
  },
];

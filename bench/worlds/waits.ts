import { draws } from './draws';
import { arriving, minute, type World } from './world';

/** Worlds in which many do not wait at all, as in a clinic. Where groups differ in that, one distribution for all is not right. */
export const waitWorlds: readonly World[] = [
  {
    name: 'half wait for nothing',
    unit: 'minutes',
    keepRate: 0.9,
    typical: 10,
    orders: (seed, count = 26_000) => {
      const draw = draws(seed);
      return arriving(count, draw, 5 * minute, () => {
        const minutes = draw.uniform() < 0.5 ? 0 : Math.round(15 * draw.logNormal(0.7));
        return { took: minutes * minute };
      });
    },
  },
];

import { draws } from './draws';
import { arriving, beginning, day, hour, minute, type World } from './world';

/** Worlds that do not stay as they are. */
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;

/** When orders come again; 13,000 orders, one a minute, are over by the tenth day. */
const resumed = beginning + 40 * day;

export const changeWorlds: readonly World[] = [
  {
    ...kitchen,
    name: 'a slow drift',
    orders: (seed, count = 26_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, (i) => ({
        took: 40 * minute * 1.5 ** (i / count) * draw.logNormal(0.35),
      }));
    },
  },
  {
    ...kitchen,
    name: 'a jump of 30%',
    orders: (seed, count = 26_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, (i) => ({
        took: 40 * minute * (i < count / 2 ? 1 : 1.3) * draw.logNormal(0.35),
      }));
    },
  },
  {
    ...kitchen,
    name: 'a burst after a month of silence',
    part: ({ started }) =>
      started < resumed ? 'before' : started < resumed + 2.5 * hour ? 'first hours after' : 'later',
    orders: (seed, count = 26_000) => {
      const draw = draws(seed);
      const half = Math.floor(count / 2);
      const fate = () => ({ took: 40 * minute * draw.logNormal(0.35) });
      const before = arriving(half, draw, minute, fate);
      const after = arriving(count - half, draw, minute / 8, fate);
      return [
        ...before,
        ...after.map((order, i) => ({
          ...order,
          id: String(half + i),
          started: order.started + resumed - beginning,
          ended: order.ended + resumed - beginning,
        })),
      ];
    },
  },
];

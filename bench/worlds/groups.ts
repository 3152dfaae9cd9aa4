import { draws } from './draws';
import { arriving, minute, type World } from './world';

/** Worlds of several groups, which differ by how many there are, and for how long. */
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;

const threeGroups: World['orders'] = (seed, count = 26_000) => {
  const draw = draws(seed);
  return arriving(count, draw, minute, () => {
    const group = draw.below(3);
    const level = [32, 40, 52][group] as number;
    return { took: level * minute * draw.logNormal(0.35), group: String(group) };
  });
};

const unlikeSpreads: World['orders'] = (seed, count = 40_000) => {
  const draw = draws(seed);
  return arriving(count, draw, minute, () => {
    const group = draw.below(3);
    const spread = [0.15, 0.35, 0.6][group] as number;
    return { took: 40 * minute * draw.logNormal(spread), group: String(group) };
  });
};

/** Half of all orders are of a second group, while it is there. */
const secondGroup = (level: number, isThere: (share: number) => boolean): World['orders'] => {
  return (seed, count = 26_000) => {
    const draw = draws(seed);
    return arriving(count, draw, minute, (i) => {
      const second = isThere(i / count) && draw.uniform() < 0.5;
      const took = (second ? level : 40) * minute * draw.logNormal(0.35);
      return { took, group: second ? 'second' : 'first' };
    });
  };
};

export const groupWorlds: readonly World[] = [
  {
    ...kitchen,
    name: 'two groups, one falls quiet',
    orders: secondGroup(60, (share) => share < 1 / 4),
  },
  {
    ...kitchen,
    name: 'two groups, one quiet for long',
    orders: secondGroup(60, (share) => Math.abs(share - 0.5) > 0.25),
  },
  {
    ...kitchen,
    name: 'two groups, one ten times as long falls quiet',
    orders: secondGroup(400, (share) => share < 1 / 2),
  },
  {
    ...kitchen,
    name: 'two groups, one a tenth as long comes late',
    orders: secondGroup(4, (share) => share > 1 / 3),
  },
  {
    ...kitchen,
    name: 'three groups',
    orders: threeGroups,
  },
  ...[0.04, 0.4].map((typical) => ({
    ...kitchen,
    name: `three groups, a guess of a ${typical === 0.4 ? 'hundredth' : 'thousandth'}`,
    typical,
    orders: threeGroups,
  })),
  {
    ...kitchen,
    name: 'three groups, the first 1,500',
    lives: 20,
    orders: (seed, count = 1500) => threeGroups(seed, count),
  },
  {
    ...kitchen,
    name: 'three groups, unlike spreads',
    orders: unlikeSpreads,
  },
  {
    ...kitchen,
    name: 'three groups, unlike spreads, a guess of an eighth',
    typical: 5,
    orders: unlikeSpreads,
  },
  {
    ...kitchen,
    name: 'two groups, one sixteen times as long',
    orders: (seed, count = 26_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, () => {
        const group = draw.below(2);
        const level = [10, 160][group] as number;
        return { took: level * minute * draw.logNormal(0.35), group: String(group) };
      });
    },
  },
  {
    ...kitchen,
    name: 'a hundred groups',
    orders: (seed, count = 150_000) => {
      const draw = draws(seed);
      const levels = Array.from({ length: 100 }, () => 40 * draw.logNormal(0.3));
      return arriving(count, draw, minute / 5, () => {
        const group = draw.below(100);
        const took = (levels[group] as number) * minute * draw.logNormal(0.35);
        return { took, group: String(group) };
      });
    },
  },
  {
    ...kitchen,
    name: 'ten thousand names that come once',
    orders: (seed, count = 10_000) => {
      const draw = draws(seed);
      return arriving(count, draw, minute, (i) => ({
        took: 40 * minute * draw.logNormal(0.35),
        group: `name ${i}`,
      }));
    },
  },
];

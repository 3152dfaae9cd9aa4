import { draws } from './draws';
import { arriving, beginning, day, hour, minute, orderOf, type World } from './world';

/** Worlds whose durations are a few values: the right promise is one of them. */
type Atoms = readonly (readonly [took: number, weight: number])[];

const drawn = (atoms: Atoms, gap: number): World['orders'] => {
  return (seed, count = 20_000) => {
    const draw = draws(seed);
    return arriving(count, draw, gap, () => ({ took: draw.oneOf(atoms) }));
  };
};

const days: Atoms = [
  [1 * day, 0.2],
  [2 * day, 0.4],
  [3 * day, 0.25],
  [5 * day, 0.1],
  [9 * day, 0.05],
];

export const atomWorlds: readonly World[] = [
  {
    name: 'constant durations',
    unit: 'minutes',
    keepRate: 0.9,
    typical: 40,
    exact: 30 * minute,
    orders: drawn([[30 * minute, 1]], minute),
  },
  {
    name: 'three atoms',
    unit: 'minutes',
    keepRate: 0.9,
    typical: 40,
    exact: 44 * minute,
    orders: drawn(
      [
        [30 * minute, 1 / 3],
        [37 * minute, 1 / 3],
        [44 * minute, 1 / 3],
      ],
      minute,
    ),
  },
  {
    name: 'two hours or five',
    unit: 'hours',
    keepRate: 0.85,
    typical: 3,
    exact: 2 * hour,
    orders: drawn(
      [
        [2 * hour, 0.9],
        [5 * hour, 0.1],
      ],
      hour / 100,
    ),
  },
  {
    name: 'whole hours',
    unit: 'hours',
    keepRate: 0.9,
    typical: 3,
    exact: 5 * hour,
    orders: drawn(
      [
        [1 * hour, 0.1],
        [2 * hour, 0.3],
        [3 * hour, 0.25],
        [4 * hour, 0.19],
        [5 * hour, 0.12],
        [8 * hour, 0.04],
      ],
      hour / 100,
    ),
  },
  {
    name: 'whole days',
    unit: 'days',
    keepRate: 0.9,
    typical: 3,
    exact: 5 * day,
    orders: drawn(days, hour),
  },
  {
    name: 'dates alone, 40 a day',
    unit: 'days',
    keepRate: 0.9,
    typical: 3,
    exact: 5 * day,
    orders: (seed, count = 20_000) => {
      const draw = draws(seed);
      return Array.from({ length: count }, (_, i) =>
        orderOf(i, beginning + Math.floor(i / 40) * day, { took: draw.oneOf(days) }),
      );
    },
  },
  {
    name: 'dates alone, a fifth on the same day',
    unit: 'days',
    keepRate: 0.9,
    typical: 3,
    exact: 5 * day,
    orders: (seed, count = 20_000) => {
      const draw = draws(seed);
      return Array.from({ length: count }, (_, i) => {
        const took = draw.oneOf(days);
        return orderOf(i, beginning + Math.floor(i / 40) * day, { took: took === day ? 0 : took });
      });
    },
  },
];

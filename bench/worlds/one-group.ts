import { draws } from './draws';
import { arriving, day, minute, type World } from './world';

/** Worlds of one group, the default. */
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;

/** 40 minutes, give or take a third. */
const usual = (gap: number, orders = 26_000): World['orders'] => {
  return (seed, count = orders) => {
    const draw = draws(seed);
    return arriving(count, draw, gap, () => ({ took: 40 * minute * draw.logNormal(0.35) }));
  };
};

export const oneGroupWorlds: readonly World[] = [
  { ...kitchen, name: 'one group', orders: usual(minute) },
  { ...kitchen, name: 'one group, 99 in 100 kept', keepRate: 0.99, orders: usual(minute) },
  { ...kitchen, name: 'one group, half kept', keepRate: 0.5, orders: usual(minute, 80_000) },
  { ...kitchen, name: 'one group, an order a day', orders: usual(day) },
  { ...kitchen, name: 'one group, a guess of a thousandth', typical: 0.04, orders: usual(minute) },
  {
    ...kitchen,
    name: 'one group, a guess a thousand times too long',
    typical: 40_000,
    orders: usual(minute),
  },
  {
    ...kitchen,
    name: 'one group, a clockwork',
    exact: 54 * minute,
    orders: (_, count = 10_000) =>
      arriving(count, { ...draws(1), exponential: () => 1 }, minute, (i) => ({
        took: (25 + ((3 * i * i + 11 * i) % 31)) * minute,
      })),
  },
];

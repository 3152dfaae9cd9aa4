import { draws } from './draws';
import { arriving, minute, type World, type WorldOrder } from './world';

/** Worlds in which not every order finishes. Promises are judged by those that do. */
const kitchen = { unit: 'minutes', keepRate: 0.9, typical: 40 } as const;

/** Of all orders, so many are cancelled on their way, are said to be lost, and are never heard of again. */
const ending = (cancelled: number, lost: number, never: number): World['orders'] => {
  return (seed, count = 30_000) => {
    const draw = draws(seed);
    return arriving(count, draw, minute, () => {
      const took = 40 * minute * draw.logNormal(0.35);
      const how = draw.oneOf([
        [1, cancelled],
        [2, lost],
        [3, never],
        [0, 1],
      ]);
      return {
        took: took * ([1, draw.uniform(), 2, 1][how] as number),
        how: (['finished', 'cancelled', 'lost', 'never'] as const)[how] as WorldOrder['how'],
      };
    });
  };
};

export const endWorlds: readonly World[] = [
  { ...kitchen, name: 'a fifth cancelled', orders: ending(0.2, 0, 0) },
  { ...kitchen, name: 'a twentieth lost', orders: ending(0, 0.05, 0) },
  { ...kitchen, name: 'some cancelled, lost and never heard of', orders: ending(0.1, 0.03, 0.03) },
  { ...kitchen, name: 'a fifth never heard of', orders: ending(0, 0, 0.2) },
];

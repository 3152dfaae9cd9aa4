import { livePromiser, reviveLivePromiser } from 'overdeliver';
import { dayMs, firstMs, type GrowthCase, listOf } from './case';

const options = { unit: 'days', keepRate: 0.9, typical: 20 } as const;
/** So many orders, an hour apart, of which those of the last `underWay` hours have not finished. */
function promiserOf(orders: number, underWay: number, groups = 20) {
  const promiser = livePromiser(options);
  const at = (i: number) => firstMs + i * (dayMs / 24);
  for (let i = 0; i < orders; i++) {
    promiser.start({ id: `order-${i}`, at: at(i), group: `g-${i % groups}` });
    if (i >= underWay) promiser.finish({ id: `order-${i - underWay}`, at: at(i) });
  }
  return promiser;
}

export const liveCases: readonly GrowthCase[] = [
  {
    of: ['livePromiser'],
    by: 'orders, 500 under way',
    n: 2000,
    make: (n) => () => promiserOf(n, 500),
  },
  {
    of: ['livePromiser'],
    by: 'orders, all of them under way',
    n: 2000,
    make: (n) => () => promiserOf(n, n),
  },
  {
    of: ['livePromiser'],
    by: 'orders, each of a group of its own',
    n: 1000,
    make: (n) => () => promiserOf(n, 200, n),
  },
  {
    of: ['reviveLivePromiser'],
    by: 'orders under way',
    n: 1000,
    make: (n) => {
      const json: unknown = JSON.parse(JSON.stringify(promiserOf(n, n)));
      return () => reviveLivePromiser(json);
    },
  },
  {
    of: ['livePromiser'],
    by: 'late ends, one after another',
    n: 1000,
    make: (n) => {
      const at = (i: number) => firstMs + i * 60_000;
      const ids = listOf(n, (i) => `order-${i}`);
      return () => {
        const promiser = livePromiser({ ...options, lateness: 100 });
        for (const [i, id] of ids.entries()) promiser.start({ id, at: at(i) });
        // Told of in the end, the last one first.
        for (let i = n - 1; i >= 0; i--)
          promiser.finish({ id: ids[i] as string, at: at(n + i) - 1 });
        return promiser;
      };
    },
  },
];

import { draws } from './draws';
import { beginning, day, orderOf, type World } from './world';

/** Worlds in which a day's orders start at once, as where one import a night tells of them. */
const nightly = (name: string, days: number): World => ({
  name,
  unit: 'days',
  keepRate: 0.9,
  typical: 3,
  // Each hour is one batch of a weekday: its days are the story of a few.
  blind: true,
  orders: (seed, count = 15_000) => {
    const draw = draws(seed);
    return Array.from({ length: count }, (_, i) =>
      orderOf(i, beginning + Math.floor(i / 500) * day, {
        took: days * day * draw.logNormal(0.35),
      }),
    );
  },
});

export const batchWorlds: readonly World[] = [
  nightly('500 at once each night, three days', 3),
  nightly('500 at once each night, eight days', 8),
];

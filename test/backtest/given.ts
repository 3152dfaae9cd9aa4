import fc from 'fast-check';
import {
  type BacktestOrder,
  type PromisePolicy,
  promisesAsMade,
  quotesFromEstimator,
  quotesFromHistory,
  quotesFromPromiser,
} from 'overdeliver/backtest';

const dayMs = 86_400_000;

/** Midnight of a day of January 2026 in UTC, and so many days later. */
export const on = (day: number) => new Date(Date.UTC(2026, 0, 1) + (day - 1) * dayMs);

/** A policy that promises the same to all. */
export const always =
  (quote: number | null): PromisePolicy =>
  () => ({ quote: () => quote });

/** The policies of the module, each as it stands in few orders. */
export const policies: Readonly<Record<string, PromisePolicy>> = {
  asMade: promisesAsMade(),
  history: quotesFromHistory(),
  rolling: quotesFromHistory({ days: 9 }),
  ungrouped: quotesFromHistory({ days: 9, groups: false }),
  promiser: quotesFromPromiser({ typical: 3 }),
  unguessed: quotesFromPromiser(),
  estimator: quotesFromEstimator({ days: 60, lagDays: 2, everyDays: 3 }),
};

/** The same policy, with its quotes by the id of the order. */
export const noted =
  (policy: PromisePolicy, quotes: Map<string, number | null>): PromisePolicy =>
  (setting) => {
    const run = policy(setting);
    return {
      ...run,
      quote(order) {
        const quote = run.quote(order);
        quotes.set(order.id, quote);
        return quote;
      },
    };
  };

type Life = Pick<BacktestOrder, 'finished' | 'cancelled' | 'lost'>;

/** Orders of quarters of days, many of them at one instant, that end in all ways. */
export const orders = (maxLength: number): fc.Arbitrary<(BacktestOrder & { started: Date })[]> =>
  fc
    .array(
      fc.record({
        gap: fc.integer({ min: 0, max: 3 }),
        took: fc.integer({ min: 0, max: 40 }),
        how: fc.constantFrom('finished', 'finished', 'finished', 'cancelled', 'lost', 'none'),
        group: fc.constantFrom('north', 'south', null),
        km: fc.integer({ min: 1, max: 5 }),
        promise: fc.option(fc.integer({ min: 0, max: 9 })),
      }),
      { minLength: 1, maxLength },
    )
    .map((all) => {
      let at = 0;
      return all.map(({ gap, took, how, group, km, promise }, i) => {
        at += gap / 4;
        const started = on(1 + at);
        const end = on(1 + at + took / 4);
        const life: Life = how === 'none' ? {} : { [how]: end };
        return { id: `o-${i}`, started, ...life, group, features: { km }, promise };
      });
    });

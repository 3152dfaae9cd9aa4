import { byMonth } from 'overdeliver';
import {
  backtestPromises,
  backtestSteps,
  type DifferenceEstimate,
  guessOrderColumns,
  ordersFromRows,
  type PromisePolicy,
  type PromiseScore,
  promiseFrontier,
  promisesAsMade,
} from 'overdeliver/backtest';
import { expectTypeOf, it } from 'vitest';

const by = byMonth('UTC');
const yours = promisesAsMade();
const options = { unit: 'days', keepRate: 0.9, by, policies: { yours, mine: yours } } as const;

it('reports under the names of the policies', () => {
  const report = backtestPromises([], options);
  expectTypeOf(report.against).toEqualTypeOf<'yours' | 'mine'>();
  expectTypeOf(report.differences.mine.quote).toEqualTypeOf<DifferenceEstimate>();
  expectTypeOf(report.policies.yours).toExtend<PromiseScore>();
  // @ts-expect-error there is no such policy
  report.policies.his;
  // @ts-expect-error nor is there one to compare with
  backtestPromises([], { ...options, against: 'his' });
  const { value } = backtestSteps([], options).next();
  if (value && 'done' in value) expectTypeOf(value.of).toEqualTypeOf<number | null>();
});

it('takes rows that come one by one, and policies of your own', () => {
  const policy: PromisePolicy = () => ({ quote: ({ estimate }) => estimate && 2 * estimate });
  promiseFrontier([].values(), policy, [0.9], { unit: 'days' });
  // @ts-expect-error a policy quotes
  const none: PromisePolicy = () => ({});
  // @ts-expect-error an order has a name
  promiseFrontier([{ started: 0 }], none, [0.9], { unit: 'days' });
});

it('reads a table by the columns that were guessed', () => {
  ordersFromRows([], { columns: guessOrderColumns([]) });
  // @ts-expect-error nothing is called so
  ordersFromRows([], { columns: { begun: 'at' } });
});

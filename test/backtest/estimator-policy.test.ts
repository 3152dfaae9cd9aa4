import { adjustParameters } from 'overdeliver';
import { backtestDefaults, quotesFromEstimator, type StartedOrder } from 'overdeliver/backtest';
import { calibrateEstimates, estimateWith, fitEstimator } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { on } from './given';

/*
 * An order starts on each day and takes some days by its km. Fitted every 5 days on those of the last 12 days but for 2, from
 * 10 on: on day 14 on those of days 3 to 12, since day 2 is 12 days ago; on day 19 on those of days 8 to 17.
 */
const parameters = adjustParameters(backtestDefaults, 'ours/few', { estimatorRows: 10 });
const given = { days: 12, lagDays: 2, everyDays: 5, parameters } as const;
const setting = { unit: 'days', keepRate: 0.5 } as const;
const kmOf = (day: number) => 1 + ((day * 5) % 7);
const tookOf = (day: number) => kmOf(day) * (1 + ((day * 3) % 8) / 10);

const orderOf = (day: number, known: Partial<StartedOrder> = {}): StartedOrder => ({
  id: `day ${day}`,
  started: on(day),
  group: null,
  estimate: null,
  promise: null,
  features: { km: kmOf(day), boxes: 1 + (day % 3) },
  ...known,
});
type Run = ReturnType<ReturnType<typeof quotesFromEstimator>>;
type How = 'finished' | 'cancelled' | 'lost';
const endIn = (
  run: Run,
  day: number,
  order = orderOf(day),
  took = tookOf(day),
  how: How = 'finished',
) => run.end?.(order, { at: on(day + took), how, took });

const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** By a fit on those days in their order: the middle one of the estimates that its held-out orders call for. */
function expectedOf(
  rows: readonly number[],
  order: StartedOrder,
  groupOf?: (day: number) => string,
) {
  const columns = {
    km: rows.map(kmOf),
    boxes: rows.map((day) => 1 + (day % 3)),
    ...(groupOf && { group: rows.map(groupOf) }),
  };
  const { model, heldOut } = fitEstimator({ actuals: rows.map(tookOf), columns }, { unit: 'days' });
  const row = { ...order.features, ...(groupOf && { group: order.group ?? '' }) };
  const capability = calibrateEstimates(heldOut, { unit: 'days' })(estimateWith(model, row));
  return capability.ranks?.byRank(Math.ceil((heldOut.actuals.length + 1) / 2));
}

describe('quotesFromEstimator', () => {
  it('fits on the days that it is given, as often as it is to, on finished orders alone', () => {
    const run = quotesFromEstimator(given)(setting);
    expect(run.quote(orderOf(1))).toBeNull();
    // Orders end in another order than they start.
    for (const day of days(2, 12).reverse()) endIn(run, day);
    endIn(run, 6, orderOf(6), 90, 'cancelled');
    endIn(run, 7, orderOf(7), 90, 'lost');
    endIn(run, 8, orderOf(8), 0);
    // Nothing is fitted again before 5 days are over.
    expect(run.quote(orderOf(5.99))).toBeNull();
    const first = expectedOf(days(3, 12), orderOf(14));
    expect(first).toBeGreaterThan(0);
    expect(run.quote(orderOf(14))).toBe(first);
    for (const day of days(13, 18).reverse()) endIn(run, day);
    const late = { started: on(18.99) };
    expect(run.quote(orderOf(14, late))).toBe(first);
    const second = expectedOf(days(8, 17), orderOf(14));
    expect(second).not.toBe(first);
    expect(run.quote(orderOf(14, { started: on(19) }))).toBe(second);
  });

  it('fits anew at the first order after so many days, on enough rows', () => {
    const run = quotesFromEstimator(given)(setting);
    for (const day of days(4, 12)) endIn(run, day);
    // 9 rows are too few, a tenth comes only to the next fit.
    expect(run.quote(orderOf(14))).toBeNull();
    endIn(run, 3);
    endIn(run, 13);
    expect(run.quote(orderOf(15))).toBeNull();
    // On day 19 those of days 8 to 12 are left, and day 13.
    expect(run.quote(orderOf(19))).toBeNull();
  });

  it('goes by the group besides, where all orders have one', () => {
    const groupOf = (day: number) => (day % 2 === 0 ? 'city' : 'country');
    const quoteOf = (nameOf: (day: number) => string | null) => {
      const run = quotesFromEstimator(given)(setting);
      for (const day of days(3, 12)) endIn(run, day, orderOf(day, { group: nameOf(day) }));
      return run.quote(orderOf(14, { group: 'country' }));
    };
    const grouped = expectedOf(days(3, 12), orderOf(14, { group: 'country' }), groupOf);
    const plain = expectedOf(days(3, 12), orderOf(14));
    expect(grouped).not.toBe(plain);
    expect(quoteOf(groupOf)).toBe(grouped);
    // One that lacks it makes a column that says nothing of it, whether it is the first or another.
    for (const without of [3, 8])
      expect(quoteOf((day) => (day === without ? null : groupOf(day)))).toBe(plain);
  });

  it('keeps a group that all orders have: another may come', () => {
    const run = quotesFromEstimator(given)(setting);
    const known = { features: null, group: 'city' };
    for (const day of days(3, 12)) endIn(run, day, orderOf(day, known));
    expect(run.quote(orderOf(14, known))).toBeGreaterThan(0);
    expect(run.quote(orderOf(14, { ...known, group: 'country' }))).toBeGreaterThan(0);
  });

  it('passes over numbers of which no two differ, and promises nothing where no column is left', () => {
    const quoteOf = (featuresOf: (day: number) => Record<string, number> | null) => {
      const run = quotesFromEstimator(given)(setting);
      for (const day of days(3, 12)) endIn(run, day, orderOf(day, { features: featuresOf(day) }));
      return run.quote(orderOf(14, { features: featuresOf(14) }));
    };
    const plain = expectedOf(days(3, 12), orderOf(14));
    expect(quoteOf((day) => ({ ...orderOf(day).features, tax: 19 }))).toBe(plain);
    expect(quoteOf(() => ({ tax: 19 }))).toBeNull();
    expect(quoteOf(() => ({}))).toBeNull();
    expect(quoteOf(() => null)).toBeNull();
  });

  it.each<[string, readonly number[]]>([
    ['an order it is to learn from', [8]],
    ['the first of these', [3]],
    ['the order it is to promise', [14]],
  ])('refuses %s without a feature that others have', (_, without) => {
    const featuresOf = (day: number) =>
      without.includes(day) ? { boxes: 1 } : orderOf(day).features;
    const quoteOf = (columns?: (order: StartedOrder) => Record<string, number>) => {
      const run = quotesFromEstimator({ ...given, columns })(setting);
      for (const day of days(3, 12)) endIn(run, day, orderOf(day, { features: featuresOf(day) }));
      return run.quote(orderOf(14, { features: featuresOf(14) }));
    };
    expect(refusal(() => quoteOf())).toMatchObject({
      code: 'missing',
      function: 'quotesFromEstimator',
      path: 'columns.km',
      expected: `a value for order day ${without[0]}, as others have one: let options.columns say what to take for it`,
    });
    expect(quoteOf(({ features }) => ({ km: features?.km ?? 3 }))).toBeGreaterThan(0);
  });

  it('promises nothing where too few are held out for the keep rate', () => {
    const run = quotesFromEstimator(given)({ ...setting, keepRate: 0.99 });
    for (const day of days(3, 12)) endIn(run, day);
    expect(run.quote(orderOf(14))).toBeNull();
  });
});

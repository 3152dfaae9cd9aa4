import { adjustParameters, byMonth } from 'overdeliver';
import { backtestDefaults, backtestPromises, promisesAsMade } from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { always, on } from './given';

/*
 * By hand, in days, at a keep rate of .75; the last date is day 50, February the 19th.
 *
 *      started  ended           promise  yours                       2 days for all
 *   a  day  1   finished   4    4        kept, loss .25 * 1          late by 1, loss .75 * 1
 *   b       2   finished   8    4        late by 2, loss .75 * 2     late by 4, loss .75 * 4
 *   c      10   finished  12    5        kept, loss .25 * 3          kept, loss 0
 *   d      32   finished  35    3        kept, loss 0                late by 1, loss .75 * 1
 *   e      33   cancelled 34    4        cancelled before it is due  the same
 *   f      34   lost      41    4        overdue                     overdue
 *   g      49   finished  50    4        due on day 53: pending      due on day 51: pending
 *   h      35   under way       none     without a quote             overdue
 *
 *   yours: 3 of 5 kept, quotes 4 4 5 3 4, loss 2.5 / 4, lateness 2 / 1
 *   2 days: 1 of 6 kept, loss 4.5 / 4, lateness 6 / 3
 *   on a b c d f, 2 days less yours: kept -2 / 5, quotes -10 / 5, loss 2 / 4 of a b c d
 *   January: -1 / 3, -7 / 3, 1.25 / 3; February: -1 / 2, -3 / 2, .75 / 1
 * Two periods redrawn are January twice, both, or February twice; each comes more often than 50 times in 1,999 draws.
 */
const orders = [
  { id: 'a', started: on(1), finished: on(4), promise: 4, group: 'n' },
  { id: 'b', started: on(2), finished: on(8), promise: 4, group: 's' },
  { id: 'c', started: on(10), finished: on(12), due: on(15), group: 'n' },
  { id: 'd', started: on(32), finished: on(35), promise: 3, group: 'n' },
  { id: 'e', started: on(33), cancelled: on(34), promise: 4, group: 's' },
  { id: 'f', started: on(34), lost: on(41), promise: 4, group: 's' },
  { id: 'g', started: on(49), finished: on(50), promise: 4, group: 'n' },
  { id: 'h', started: on(35) },
];
const options = { unit: 'days', keepRate: 0.75, by: byMonth('UTC') } as const;
const policies = { yours: promisesAsMade(), 'two days': always(2) };

describe('a backtest of a small table', () => {
  const report = backtestPromises(orders, { ...options, policies });
  const { yours, 'two days': two } = report.policies;

  it('says what it is about', () => {
    const { unit, keepRate, from, asOf, orders: n, against } = report;
    expect({ unit, keepRate, from, asOf, n, against }).toEqual({
      unit: 'days',
      keepRate: 0.75,
      from: null,
      asOf: '2026-02-19T00:00:00.000Z',
      n: 8,
      against: 'yours',
    });
  });

  it('scores each policy', () => {
    // Wilson's interval of 3 in 5: (.6 + z^2 / 10 -+ z sqrt(.24 / 5 + z^2 / 100)) / (1 + z^2 / 5)
    const { kept, quote, pinball, lateness, ...counts } = yours;
    expect(kept).toEqual({
      share: 0.6,
      low: expect.closeTo(0.230724, 6),
      high: expect.closeTo(0.882379, 6),
      n: 5,
    });
    expect(quote).toEqual({ mean: 4, median: 4 });
    expect([pinball, lateness]).toEqual([0.625, 2]);
    expect(counts).toMatchObject({ overdue: 1, pending: 1, cancelled: 1, withoutQuote: 1 });
    expect(two).toMatchObject({
      kept: { share: 1 / 6, n: 6 },
      quote: { mean: 2, median: 2 },
      pinball: 1.125,
      lateness: 2,
      overdue: 2,
      pending: 1,
      cancelled: 1,
      withoutQuote: 0,
    });
  });

  it('scores periods and groups, those without one first', () => {
    const part = ({
      kept: { share, n },
      quote: { median },
      overdue,
    }: typeof yours | (typeof yours.periods)[number]) => [share, n, median, overdue];
    expect(yours.periods.map((one) => [one.period, ...part(one)])).toEqual([
      ['2026-01', 2 / 3, 3, 4, 0],
      ['2026-02', 0.5, 2, 3.5, 1],
    ]);
    expect(yours.groups.map((one) => [one.group, ...part(one as never)])).toEqual([
      [null, null, 0, null, 0],
      ['n', 1, 3, 4, 0],
      ['s', 0, 2, 4, 1],
    ]);
  });

  it('compares policies on the orders that count for both', () => {
    const { kept, quote, pinball, n, periods } = report.differences['two days'];
    expect({ n, periods }).toEqual({ n: 5, periods: 2 });
    const near = (x: number) => expect.closeTo(x, 12);
    expect(kept).toEqual({ estimate: -0.4, low: -0.5, high: near(-1 / 3) });
    expect(quote).toEqual({ estimate: -2, low: near(-7 / 3), high: -1.5 });
    expect(pinball).toEqual({ estimate: 0.5, low: near(1.25 / 3), high: 0.75 });
    const none = { estimate: 0, low: 0, high: 0 };
    expect(report.differences.yours).toEqual({
      kept: none,
      quote: none,
      pinball: none,
      n: 5,
      periods: 2,
    });
  });

  it('names the worst period among those with enough orders', () => {
    expect([yours.worst, two.worst]).toEqual([null, null]);
    const parameters = adjustParameters(backtestDefaults, 'ours/few', { leastInPeriod: 2 });
    const few = backtestPromises(orders, { ...options, policies, parameters });
    expect(few.policies.yours.worst).toEqual({ period: '2026-02', share: 0.5, n: 2 });
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('compares with another policy when asked', () => {
    const other = backtestPromises(orders, { ...options, policies, against: 'two days' });
    expect(other.differences.yours.quote).toMatchObject({ estimate: 2, low: 1.5 });
    expect(other.policies).toEqual(report.policies);
  });

  it('scores from a date on, and learns before', () => {
    const late = backtestPromises(orders, { ...options, policies, from: '2026-02-01T00:00:00Z' });
    expect(late.orders).toBe(5);
    expect(late.from).toBe('2026-02-01T00:00:00.000Z');
    expect(late.policies.yours.periods).toEqual(yours.periods.slice(1));
    // A single period cannot be redrawn.
    expect(late.differences['two days'].quote).toEqual({ estimate: -1.5, low: null, high: null });
  });

  it('looks as of a date: what came later is not known', () => {
    // On day 13 a, b and c have ended; no promise of February was made.
    const then = backtestPromises(orders, { ...options, policies, asOf: on(13) });
    expect(then.orders).toBe(3);
    // c has come, but its promise of day 15 is not due, and would look kept as only quick ones do.
    expect(then.policies.yours).toMatchObject({ kept: { share: 0.5, n: 2 }, pending: 1 });
    const earlier = backtestPromises(orders, { ...options, policies, asOf: on(7) });
    expect(earlier.policies.yours).toMatchObject({ kept: { n: 2 }, overdue: 1, lateness: null });
  });

  it('takes rows in any order, and one by one in order of start', () => {
    const reversed = [...orders].reverse();
    expect(backtestPromises(reversed, { ...options, policies })).toEqual(report);
    const inTime = [...orders].sort((a, b) => +a.started - +b.started);
    const oneByOne = backtestPromises(inTime.values(), { ...options, policies, asOf: on(50) });
    expect(oneByOne).toEqual(report);
  });

  it.each([
    ['milliseconds', (date: Date) => date.getTime()],
    ['text', (date: Date) => date.toISOString()],
    ['an instant', (date: Date) => ({ epochMilliseconds: date.getTime() })],
  ])('takes dates as %s', (_, as) => {
    const given = orders.map((order) =>
      Object.fromEntries(
        Object.entries(order).map(([name, value]) => [
          name,
          value instanceof Date ? as(value) : value,
        ]),
      ),
    ) as never as typeof orders;
    expect(backtestPromises(given, { ...options, policies })).toEqual(report);
  });
});

it('takes orders frozen, and rows with null for what is not there', () => {
  const frozen = Object.freeze(
    orders.map((order) =>
      Object.freeze({ finished: null, cancelled: null, lost: null, estimate: null, ...order }),
    ),
  );
  expect(() => backtestPromises(frozen, { ...options, policies })).not.toThrow();
});

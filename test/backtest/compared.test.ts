import { adjustParameters, byMonth } from 'overdeliver';
import {
  type BacktestOrder,
  backtestDefaults,
  backtestPromises,
  type PromisePolicy,
} from 'overdeliver/backtest';
import { describe, expect, it } from 'vitest';
import { on } from './given';

const options = { unit: 'days', keepRate: 0.5, by: byMonth('UTC'), asOf: on(900) } as const;

/** What two policies quote an order, and what became of it: `[started, took, base, other]`; null took for never. */
type Line = readonly [started: number, took: number | null, base: number, other: number | null];

const ordersOf = (lines: readonly Line[]): BacktestOrder[] =>
  lines.map(([started, took], i) => ({
    id: `${i}`,
    started: on(started),
    finished: took === null ? null : on(started + took),
  }));

/** The second one less the first. */
function compared(lines: readonly Line[], given: object = {}) {
  const quoting =
    (place: 2 | 3): PromisePolicy =>
    () => ({ quote: ({ id }) => lines[Number(id)]?.[place] ?? null });
  const policies = { base: quoting(2), other: quoting(3) };
  return backtestPromises(ordersOf(lines), { ...options, policies, ...given }).differences.other;
}

const none = { estimate: 0, low: 0, high: 0 };
const unknown = { estimate: null, low: null, high: null };

/* Two periods redrawn are January twice, both, or February twice. Day 40 is in February. */
describe('the difference of two policies', () => {
  it('may be in shares kept alone', () => {
    // Loss .5 * 1 of either on the first; the second never came and has none.
    const lines: Line[] = [
      [1, 2, 3, 1],
      [1, null, 2, 4],
      [40, 1, 3, 3],
      [40, 1, 3, 3],
    ];
    const kept = { estimate: -0.25, low: -0.5, high: 0 };
    expect(compared(lines)).toEqual({ kept, quote: none, pinball: none, n: 4, periods: 2 });
  });

  it('may be in quotes alone, and be unknown in loss where no order came', () => {
    const lines: Line[] = [
      [1, null, 3, 4],
      [40, null, 3, 6],
    ];
    const quote = { estimate: 2, low: 1, high: 3 };
    expect(compared(lines)).toEqual({ kept: none, quote, pinball: unknown, n: 2, periods: 2 });
  });

  it('may be in loss alone', () => {
    // January: .5 * 7 - .5 * 5 of two late ones, .5 * 4 - .5 * 2 of two kept.
    const lines: Line[] = [
      [1, 10, 5, 3],
      [1, 1, 3, 5],
      [40, 1, 3, 3],
      [40, 1, 3, 3],
    ];
    const pinball = { estimate: 0.5, low: 0, high: 1 };
    expect(compared(lines)).toEqual({ kept: none, quote: none, pinball, n: 4, periods: 2 });
  });

  it('leaves out draws without an order that came', () => {
    const lines: Line[] = [
      [1, 2, 3, 4],
      [40, null, 3, 4],
    ];
    expect(compared(lines).pinball).toEqual({ estimate: 0.5, low: 0.5, high: 0.5 });
  });

  it('counts periods with orders that count for both', () => {
    const lines: Line[] = [
      [1, 2, 3, 4],
      [40, 2, 3, null],
    ];
    const half = { estimate: 0.5, low: null, high: null };
    const one = { estimate: 1, low: null, high: null };
    expect(compared(lines)).toEqual({
      kept: { estimate: 0, low: null, high: null },
      quote: one,
      pinball: half,
      n: 1,
      periods: 1,
    });
    const nothing = { kept: unknown, quote: unknown, pinball: unknown, n: 0, periods: 0 };
    expect(compared([[1, 2, 3, null]])).toEqual(nothing);
    // Where a single period shows no difference, others may.
    expect(compared([[1, 2, 3, 3]]).quote).toEqual({ estimate: 0, low: null, high: null });
  });

  it('has the middle of its draws for an interval', () => {
    // Months with a difference of 0, 1, ... 11: the mean of 12 draws has a standard deviation of sqrt(143 / 12 / 12).
    const lines = Array.from({ length: 12 }, (_, i): Line => [16 + 30 * i, null, 1, 1 + i]);
    const { low, high } = compared(lines, { confidence: 0.9 }).quote;
    const off = 1.645 * Math.sqrt(143 / 144);
    expect(Math.abs((low as number) - (5.5 - off))).toBeLessThan(0.2);
    expect(Math.abs((high as number) - (5.5 + off))).toBeLessThan(0.2);
    // Of 99 draws the middle one is one.
    const parameters = adjustParameters(backtestDefaults, 'ours/draws', { draws: 99 });
    const far = lines.map(([at, took, base], i): Line => [at, took, base, 3 ** i]);
    const middle = compared(far, { confidence: 1e-9, parameters }).quote;
    expect(middle.low).toBe(middle.high);
  });
});

describe('a score', () => {
  const scoreOf = (orders: BacktestOrder[], quotes: readonly (number | null)[], given = {}) => {
    const policy: PromisePolicy = () => ({ quote: ({ id }) => quotes[Number(id)] ?? null });
    return backtestPromises(orders, { ...options, policies: { policy }, ...given }).policies.policy;
  };

  it('has nothing but nulls and counts where nothing counts', () => {
    const rows = ['s', null, 'n', 'a', null].map((group, i) => {
      return { id: `${i}`, started: on(1), group };
    });
    const { groups } = scoreOf(rows, [2, null, 2, 2]);
    expect(groups.map(({ group }) => group)).toEqual([null, 'a', 'n', 's']);
    expect(groups[0]).toStrictEqual({
      group: null,
      kept: { share: null, low: null, high: null, n: 0 },
      quote: { mean: null, median: null },
      pinball: null,
      lateness: null,
      overdue: 0,
      pending: 0,
      cancelled: 0,
      withoutQuote: 2,
    });
    const last = scoreOf([...rows].reverse(), [2, null, 2, 2]).groups;
    expect(last.map(({ group }) => group)).toEqual([null, 'a', 'n', 's']);
  });

  it('names the first of the worst periods', () => {
    // January and March keep one of two, February both; April none, but of a single order.
    const lines: Line[] = [1, 1, 40, 40, 70, 70, 100].map((at) => [at, 2, 0, 0]);
    const parameters = adjustParameters(backtestDefaults, 'ours/few', { leastInPeriod: 2 });
    const { worst } = scoreOf(ordersOf(lines), [1, 3, 3, 3, 3, 1, 1], { parameters });
    expect(worst).toEqual({ period: '2026-01', share: 0.5, n: 2 });
  });

  it('has the median of quotes that differ by little, in one period or two', () => {
    const lines: Line[] = [1, 1, 40, 40].map((at) => [at, null, 0, 0]);
    const { quote, periods } = scoreOf(ordersOf(lines), [100.03, 100.03, 100.13, 100.13]);
    expect(quote.median).toBeCloseTo(100.08, 9);
    expect(quote.mean).toBeCloseTo(100.08, 9);
    expect(periods.map((one) => one.quote.median)).toEqual([100.03, 100.13]);
    expect(scoreOf(ordersOf(lines), [100.03, 100.13, 0, 0]).periods[0]?.quote.median).toBeCloseTo(
      100.08,
      9,
    );
    expect(scoreOf(ordersOf(lines), [0, 0, 0, 9]).quote.median).toBe(0);
  });

  it.each<[string, Partial<BacktestOrder>, object]>([
    ['kept, to the day', { finished: on(4) }, { kept: expect.objectContaining({ share: 1 }) }],
    ['late, if by a millisecond', { finished: +on(4) + 1 }, { lateness: expect.any(Number) }],
    ['broken by a loss, however early', { lost: on(2) }, { overdue: 1, cancelled: 0 }],
    ['void by a cancellation in time', { cancelled: on(4) }, { overdue: 0, cancelled: 1 }],
    ['broken by one after it', { cancelled: +on(4) + 1 }, { overdue: 1, cancelled: 0 }],
  ])('counts a promise of three days as %s', (_, end, score) => {
    // The other order is there so that something counts.
    const rows = [
      { id: '0', started: on(1), group: 'it', ...end },
      { id: '1', started: on(1) },
    ];
    expect(scoreOf(rows, [3, 0]).groups[1]).toMatchObject(score);
  });

  it('counts a promise from the moment that it is due', () => {
    const rows = [
      { id: '0', started: on(1), group: 'it' },
      { id: '1', started: on(1) },
    ];
    const at = (asOf: number) => scoreOf(rows, [3, 0], { asOf: new Date(asOf) }).groups[1];
    expect(at(+on(4))).toMatchObject({ overdue: 1, pending: 0 });
    expect(at(+on(4) - 1)).toMatchObject({ overdue: 0, pending: 1 });
  });

  it('may begin with what starts at the last date known', () => {
    const rows = [1, 4].map((day, i) => ({ id: `${i}`, started: on(day) }));
    expect(scoreOf(rows, [3, 0], { asOf: on(4), from: on(4) })).toMatchObject({ overdue: 1 });
  });
});

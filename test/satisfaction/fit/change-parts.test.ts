import { explainChange, type Period, type SatisfactionModel } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';

/**
 * One answer of two, evenly, from a customer whose level was kept, of one by one that was not: 50 points and 25. So
 * points can be counted.
 */
const log3 = Math.log(3);
const number = (value: number) =>
  ({ value, unit: '', range: [-9, 9], status: 'assumed', source: 'test' }) as const;
const model: SatisfactionModel = {
  version: 1,
  id: 'test/counted',
  setting: 'a test',
  answers: { min: 2, max: 3 },
  dimensions: { level: { kind: 'level', unit: 'points', terms: ['broken'], value: 'identity' } },
  parameters: { 'threshold.1': number(0), 'level.broken': number(log3) },
};

const column = (...numbers: number[]) => Float64Array.from(numbers);
const options = { model, seed: 1, draws: 100 };
const same = (points: number) => ({ points, low: points, high: points, moved: points !== 0 });
const closeTo = (points: number) => ({
  points: expect.closeTo(points, 10),
  low: expect.closeTo(points, 10),
  high: expect.closeTo(points, 10),
  moved: points !== 0,
});
/** Ten customers alike. */
const ten = (expected: number, perceived: number, answer?: number): Period => ({
  columns: {
    expected: new Float64Array(10).fill(expected),
    perceived: new Float64Array(10).fill(perceived),
  },
  ...(answer !== undefined && { answers: new Array(10).fill(answer) }),
});

describe('a change that can be counted', () => {
  it('of customers all alike is as wide as a point', () => {
    // Every sample of them is the same one.
    expect(explainChange(ten(50, 60, 3), ten(50, 40, 2), options)).toEqual({
      expectation: same(0),
      performance: closeTo(-25),
      foreseen: closeTo(-25),
      observed: closeTo(-100),
      unexplained: closeTo(-75),
      model: { id: 'test/counted', setting: 'a test' },
    });
    expect(explainChange(ten(70, 60, 2), ten(50, 60, 3), options)).toEqual({
      expectation: closeTo(25),
      performance: same(0),
      foreseen: closeTo(25),
      observed: closeTo(100),
      unexplained: closeTo(75),
      model: { id: 'test/counted', setting: 'a test' },
    });
    const unasked = explainChange(ten(50, 60), ten(50, 40), options);
    expect([unasked.observed, unasked.unexplained]).toEqual([null, null]);
  });

  // Half of the customers expect 40 and get 50, the others 60 and 70; then 45 and 42, 75 and 65, in another order.
  const before = {
    columns: {
      expected: column(40, 60, 40, 60, 40, 60, 40, 60, 40, 60),
      perceived: column(50, 70, 50, 70, 50, 70, 50, 70, 50, 70),
    },
  };
  const after = {
    columns: {
      expected: column(75, 75, 75, 75, 75, 45, 45, 45, 45, 45),
      perceived: column(65, 65, 65, 65, 65, 42, 42, 42, 42, 42),
    },
  };
  const points = (one: Period, other: Period, of = model) => {
    const { expectation, performance } = explainChange(one, other, { ...options, model: of });
    return [expectation.points, performance.points];
  };

  it('moves each side rank by rank, and shares what both do together', () => {
    // Kept all 50, then none 25. With the new expectations alone 70 falls short of 75: 37.5. With the new levels alone
    // 42 and 65 keep 40 and 60: 50. So -12.5, 0, and -12.5 together, half to each.
    const [expectation, performance] = points(before, after);
    expect(expectation).toBeCloseTo(-18.75, 10);
    expect(performance).toBeCloseTo(-6.25, 10);
  });

  it('stays the same where a period is there twice', () => {
    const twice = (numbers: Float64Array) => column(...numbers, ...numbers);
    const doubled = ({ columns }: typeof before) => ({
      columns: { expected: twice(columns.expected), perceived: twice(columns.perceived) },
    });
    const [expectation, performance] = points(before, after);
    for (const [one, other] of [
      [doubled(before), after],
      [before, doubled(after)],
      [doubled(before), doubled(after)],
    ] as const) {
      const [another, further] = points(one, other);
      expect(another).toBeCloseTo(expectation as number, 10);
      expect(further).toBeCloseTo(performance as number, 10);
    }
  });

  it('lets covariates stay with performance, rank by rank', () => {
    const basket: SatisfactionModel = {
      ...model,
      covariates: { items: 'identity' },
      parameters: { ...model.parameters, 'covariates.items': number(-log3) },
    };
    const five = (first: number, last: number) =>
      Float64Array.from({ length: 10 }, (_, i) => (i < 5 ? first : last));
    const period = (items: Float64Array, perceived = five(60, 60)): Period => ({
      columns: {
        dimensions: { level: { expected: five(50, 50), perceived } },
        covariates: { items },
      },
    });
    // Half of them with one item more than none: 25 for 50.
    const [expectation, performance] = points(period(five(0, 0)), period(five(1, 0)), basket);
    expect(expectation).toBeCloseTo(0, 12);
    expect(performance).toBeCloseTo(-12.5, 10);
    // The same customers from the last to the first: those who have the items are those whose level fell short.
    const [one, other] = points(
      period(five(1, 0), five(40, 60)),
      period(five(0, 1), five(60, 40)),
      basket,
    );
    expect([one, other]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
  });

  it('takes those who wait with their time, and lets nobody wait in vain for what is not overdue', () => {
    const waiting: SatisfactionModel = {
      ...model,
      dimensions: {
        time: { kind: 'time', unit: 'days', terms: ['stillWaiting'], value: 'identity' },
      },
      parameters: { 'threshold.1': number(0), 'time.stillWaiting': number(log3) },
    };
    const orders = (promised: number, late: number, waits: number, from = 0): Period => ({
      columns: {
        promised: new Float64Array(10).fill(promised),
        actual: Float64Array.from({ length: 10 }, (_, i) => ((i + from) % 10 < 4 ? late : 8)),
        stillWaiting: Uint8Array.from({ length: 10 }, (_, i) => ((i + from) % 10 < waits ? 1 : 0)),
        unit: 'days',
      },
    });
    const change = (one: Period, other: Period) =>
      explainChange(one, other, { ...options, model: waiting });
    // Four of ten are late, and wait: 4 times 25 points less of ten.
    const slower = change(orders(10, 9, 0), orders(10, 12, 4, 3));
    expect(slower.expectation).toEqual(closeTo(0));
    expect(slower.performance.points).toBeCloseTo(-10, 10);
    expect(slower.performance.low).toBeGreaterThanOrEqual(-25);
    expect(slower.performance.low).toBeLessThan(slower.performance.high);
    // Promised 12 days, nobody of them is overdue at 12: all of it is due to what was promised, or was done, half each.
    const longer = change(orders(10, 12, 4), orders(12, 12, 0, 5));
    expect(longer.foreseen.points).toBeCloseTo(10, 10);
    expect(longer.expectation.points).toBeCloseTo(5, 10);
    expect(longer.performance.points).toBeCloseTo(5, 10);
  });
});

describe('the interval of a change', () => {
  it('is the middle 95% of what chance makes of the answers', () => {
    // Of ten answers, nine good, ten are drawn again: 6 good or fewer in 1.3%, 7 or fewer in 7.0%, all ten in 34.9%.
    const good = Array.from({ length: 10 }, (_, i) => (i === 4 ? 2 : 3));
    const { observed } = explainChange(
      ten(50, 50, 2),
      { ...ten(50, 50), answers: good },
      {
        ...options,
        draws: 250,
      },
    );
    expect(observed?.points).toBeCloseTo(90, 10);
    expect(observed?.low).toBeCloseTo(70, 10);
    expect(observed?.high).toBeCloseTo(100, 10);
    expect(observed?.moved).toBe(true);
  });

  it('comes from 400 draws unless told', () => {
    const answers = Array.from({ length: 10 }, (_, i) => 2 + ((i >> 1) % 2));
    const [one, other] = [
      { ...ten(50, 60), answers },
      { ...ten(55, 50), answers },
    ];
    expect(explainChange(one, other, { model, seed: 3 })).toEqual(
      explainChange(one, other, { model, seed: 3, draws: 400 }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  addName,
  drawSlopes,
  featuresIn,
  learnSlopes,
  noSlopes,
  shiftOf,
  takeUp,
} from '../../src/live/slopes';
import { uniforms } from '../../src/numerics/uniforms';

const numbers = {
  slopeReach: 2,
  slopePriorSize: 7,
  surgeSlope: 0.5,
  surgeSlopeSd: 0.25,
  minOrders: 10,
};
const keep = 1 - 1 / 50;

/** Orders that met a surge and have two features; the third feature goes unlearnt. */
function orders(n: number) {
  const next = uniforms(5);
  return Array.from({ length: n }, () => {
    const [surge, x, y] = [next() - 0.5, 100 + 3 * next(), next() - 2] as const;
    return { surge, x, y, log: 0.4 * surge - 0.2 * x + 0.1 * y + 0.2 * next() };
  });
}

function learnt(all: ReturnType<typeof orders>) {
  const slopes = noSlopes();
  addName(slopes, 'surge', 0);
  takeUp(slopes, { x: 100, y: -1 });
  for (const { surge, x, y, log } of all) learnSlopes(slopes, surge, [x, y], log, keep, numbers);
  return slopes;
}

/** The same by weighted sums over all orders, of standardised numbers. */
function byHand(all: ReturnType<typeof orders>) {
  const weights = all.map((_, i) => keep ** (all.length - 1 - i));
  const n = weights.reduce((a, b) => a + b, 0);
  const meanOf = (of: (one: (typeof all)[number]) => number) =>
    all.reduce((sum, one, i) => sum + (weights[i] as number) * of(one), 0) / n;
  const columns = (['surge', 'x', 'y'] as const).map((name) => {
    const mean = meanOf((one) => one[name]);
    const spread = Math.sqrt(meanOf((one) => (one[name] - mean) ** 2));
    return { mean, spread, z: (one: (typeof all)[number]) => (one[name] - mean) / spread };
  });
  const log = meanOf((one) => one.log);
  const products = columns.map(({ z: a }) =>
    columns.map(({ z: b }) => n * meanOf((one) => a(one) * b(one))),
  );
  const b = columns.map(({ z }) => n * meanOf((one) => z(one) * (one.log - log)));
  // Ridge regression: the prior size stands on the diagonal.
  const ridged = products.map((row, i) => row.map((x, j) => (i === j ? x + 7 : x)));
  const slopes = solve(ridged, b);
  const left =
    n * meanOf((one) => (one.log - log) ** 2) -
    slopes.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
  const first = solve(ridged, [1, 0, 0])[0] as number;
  let alike = 0;
  all.forEach((one, i) => {
    if (i > 0) alike += keep ** (all.length - 1 - i) * one.log * (all[i - 1] as typeof one).log;
  });
  alike = Math.max(0, alike / (n * meanOf((one) => one.log ** 2)));
  return { columns, slopes, variance: left / n, first, alike, n };
}

/** By Gauss and Jordan. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = a.map((row, i) => [...row, b[i] as number]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows[i] as number[];
    const by = pivot[i] as number;
    pivot.forEach((x, j) => {
      pivot[j] = x / by;
    });
    rows.forEach((row, k) => {
      const times = row[i] as number;
      if (k === i) return;
      row.forEach((x, j) => {
        row[j] = x - times * (pivot[j] as number);
      });
    });
  }
  return rows.map((row) => row.at(-1) as number);
}

describe('slopes', () => {
  it.each([1, 4])('are those of a ridge regression, %s orders to a surge', (together) => {
    const all = orders(60);
    const slopes = learnt(all);
    drawSlopes(slopes, numbers, together);
    const hand = byHand(all);
    hand.columns.forEach(({ mean, spread }, i) => {
      expect(mean).toBeCloseTo((slopes.means[i] as number) + (slopes.origins[i] as number), 9);
      expect(slopes.spreads[i]).toBeCloseTo(spread, 9);
    });
    expect(slopes.slopes.slice(1)).toEqual(hand.slopes.slice(1).map((x) => expect.closeTo(x, 9)));
    // The surge's: prior and evidence by their precisions, where neighbours that go wrong together count less.
    const [{ spread }] = hand.columns as [(typeof hand.columns)[number]];
    const error = hand.variance * (1 + (together - 1) * hand.alike) * hand.first;
    const prior = (0.25 * spread) ** 2;
    const [found] = hand.slopes as [number];
    const expected = (found / error + (0.5 * spread) / prior) / (1 / error + 1 / prior);
    expect(slopes.slopes[0]).toBeCloseTo(expected, 9);
    expect(hand.alike).toBeGreaterThan(0.1);
  });

  it('of a surge that is sure, or of too few orders, are the prior or none', () => {
    const all = orders(60);
    const slopes = learnt(all);
    drawSlopes(slopes, { ...numbers, surgeSlopeSd: 0 }, 3);
    expect(slopes.slopes[0]).toBeCloseTo(byHand(all).slopes[0] as number, 9);
    drawSlopes(slopes, { ...numbers, minOrders: 36 }, 3);
    // 60 orders are worth 50 (1 - .98^60) = 35.1.
    expect(slopes.slopes[0]).toBe(0);
    drawSlopes(slopes, { ...numbers, minOrders: 35 }, 3);
    expect(slopes.slopes[0]).not.toBe(0);
  });

  it('of a surge are drawn from so many orders on', () => {
    const slopes = noSlopes();
    addName(slopes, 'surge', 0);
    for (const { surge, log } of orders(10)) learnSlopes(slopes, surge, null, log, 1, numbers);
    drawSlopes(slopes, { ...numbers, minOrders: 11 }, 1);
    expect(slopes.slopes[0]).toBe(0);
    drawSlopes(slopes, { ...numbers, minOrders: 10 }, 1);
    expect(slopes.slopes[0]).not.toBe(0);
  });

  it('are none of what differs by rounding', () => {
    const slopes = noSlopes();
    addName(slopes, 'surge', 0);
    addName(slopes, 'large', 0);
    for (const { log } of orders(60)) learnSlopes(slopes, 0.3, [1000.1], log, keep, numbers);
    drawSlopes(slopes, numbers, 1);
    expect(slopes.spreads).toEqual([0, 0]);
    expect(slopes.means).toEqual([expect.closeTo(0.3, 9), expect.closeTo(1000.1, 9)]);
  });

  it('shift a duration by their numbers, in standard deviations up to a reach', () => {
    const slopes = learnt(orders(60));
    drawSlopes(slopes, numbers, 1);
    const [, mean] = slopes.means as [number, number];
    const [, spread] = slopes.spreads as [number, number];
    const [, slope] = slopes.slopes as [number, number];
    const shift = (z: number) => shiftOf(slopes, 1, 100 + mean + z * spread, numbers);
    for (const z of [-1.5, 0.5, 1.9]) expect(shift(z)).toBeCloseTo(z * slope, 9);
    for (const z of [2, 3, 99]) expect(shift(z)).toBeCloseTo(2 * slope, 9);
    for (const z of [-2, -3, -99]) expect(shift(z)).toBeCloseTo(-2 * slope, 9);
  });

  it('learn from what is further away as from what is just in reach', () => {
    const [one, other] = [learnt(orders(60)), learnt(orders(60))];
    for (const slopes of [one, other]) drawSlopes(slopes, numbers, 1);
    const at = (i: number, z: number) =>
      (one.origins[i] as number) + (one.means[i] as number) + z * (one.spreads[i] as number);
    for (const sign of [1, -1]) {
      learnSlopes(one, at(0, 5 * sign), [at(1, 9 * sign), at(2, -7 * sign)], 1, keep, numbers);
      learnSlopes(other, at(0, 2 * sign), [at(1, 2 * sign), at(2, -2 * sign)], 1, keep, numbers);
    }
    one.sums.forEach((x, i) => {
      expect(x).toBeCloseTo(other.sums[i] as number, 6);
    });
  });

  it('take what is not given for average', () => {
    const [one, other] = [learnt(orders(60)), learnt(orders(60))];
    for (const slopes of [one, other]) drawSlopes(slopes, numbers, 1);
    const average = [1, 2].map((i) => (one.origins[i] as number) + (one.means[i] as number));
    learnSlopes(one, 0.1, null, 1, keep, numbers);
    learnSlopes(one, 0.1, [Number.NaN], 1, keep, numbers);
    for (let i = 0; i < 2; i++) learnSlopes(other, 0.1, average, 1, keep, numbers);
    one.sums.forEach((x, i) => {
      expect(x).toBeCloseTo(other.sums[i] as number, 6);
    });
  });
});

describe('the features of an order', () => {
  it('stand in the order in which their names were first given', () => {
    const slopes = noSlopes();
    addName(slopes, 'surge', 0);
    expect(takeUp(slopes, { b: 2, a: 1 })).toEqual([2, 1]);
    expect(takeUp(slopes, { surge: 9, a: 3 })).toEqual([Number.NaN, 3, 9]);
    expect(slopes.names).toEqual(['surge', 'b', 'a', 'surge']);
    expect(slopes.origins).toEqual([0, 2, 1, 9]);
    expect(featuresIn(slopes, { other: 5, a: 4 })).toEqual([Number.NaN, 4, Number.NaN]);
    expect(slopes.names).toHaveLength(4);
  });

  it('that are new leave the sums of the others as they were', () => {
    const all = orders(40);
    const [one, other] = [learnt(all), learnt(all)];
    addName(one, 'new', 5);
    for (const slopes of [one, other]) drawSlopes(slopes, numbers, 1);
    expect(one.slopes).toEqual([...other.slopes, 0]);
    expect(one.means).toEqual([...other.means, 0]);
    // From here on it is learnt beside them, as though it had been 5 before.
    all.forEach(({ surge, x, y, log }, i) => {
      learnSlopes(one, surge, [x, y, 5 + (i % 2)], log, keep, numbers);
    });
    drawSlopes(one, numbers, 1);
    const weights = all.map((_, i) => keep ** (39 - i));
    const n = weights.reduce((a, b) => a + b, 0) * (1 + keep ** 40);
    const mean = weights.reduce((sum, w, i) => sum + w * (i % 2), 0) / n;
    expect(one.means[3]).toBeCloseTo(mean, 9);
    expect(one.spreads[3]).toBeCloseTo(Math.sqrt(mean * (1 - mean)), 9);
  });
});

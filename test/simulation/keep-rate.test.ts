import { bestKeepRate, simulatePolicies, whichAssumptionDecides } from 'overdeliver/simulation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { intervalOf, once, profitsAt, ruinous } from './once';

const rates = [0.2, 0.4, 0.6, 0.8, 0.9, 0.97];

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The top of the parabola through three points, by Lagrange's polynomials. */
function topThrough(points: readonly (readonly [x: number, y: number])[]): number {
  let [squares, linear] = [0, 0];
  for (const [i, [, y]] of points.entries()) {
    const [a, b] = [points[(i + 1) % 3]?.[0] ?? 0, points[(i + 2) % 3]?.[0] ?? 0];
    squares += y * (a ** 2 - b ** 2);
    linear += y * (a - b);
  }
  return squares / linear / 2;
}

/** What is found, and each rate's profits by hand. */
function found(seed: number) {
  const world = { ...once, seed };
  const best = bestKeepRate(world, { keepRates: rates, confidence: 0.4 });
  const points = rates.map((rate) => ({
    rate,
    profits: profitsAt(world.capability.quantile(rate), world),
  }));
  const means = points.map(({ profits }) => meanOf(profits));
  const at = means.indexOf(Math.max(...means));
  return { world, best, points, means, at };
}

describe.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('bestKeepRate, played by hand with seed %i', (seed) => {
  const isEdge = seed === 6 || seed === 8;

  it('earns at each rate what its quote does, with an interval over the replications', () => {
    const { world, best, points } = found(seed);
    expect(best.curve).toEqual(
      points.map(({ rate, profits }) => ({
        keepRate: rate,
        quote: world.capability.quantile(rate),
        profit: Object.fromEntries(
          Object.entries(intervalOf(0.4, profits)).map(([of, value]) => [
            of,
            expect.closeTo(value, 9),
          ]),
        ),
      })),
    );
  });

  it('is at the top of the parabola through the best rate and its neighbours, or at that rate', () => {
    const { world, best, means, at } = found(seed);
    const near = [at - 1, at, at + 1].map((i) => [rates[i] ?? 0, means[i] ?? 0] as const);
    const top = topThrough(near);
    const atTop = isEdge ? -Infinity : meanOf(profitsAt(world.capability.quantile(top), world));
    const isTop = atTop > (means[at] as number);
    expect(best.keepRate).toBeCloseTo(isTop ? top : (rates[at] as number), 12);
    expect(best.quote).toBe(world.capability.quantile(best.keepRate));
    expect(best.profit?.estimate).toBeCloseTo(Math.max(atTop, ...means), 9);
    const [from, to] = [0.2, 0.97].map((rate) => world.capability.quantile(rate));
    expect(best.why).toEqual(isEdge ? [{ code: 'at-edge', detail: { from, to } }] : []);
  });

  it('is alike to the rates whose profit is not shown to be below, in the same replications', () => {
    const { world, best, points } = found(seed);
    const bests = profitsAt(best.quote, world);
    const alike = points.filter(
      ({ profits }) =>
        intervalOf(
          0.4,
          profits.map((profit, r) => profit - (bests[r] ?? 0)),
        ).high >= 0,
    );
    const all = [...alike.map(({ rate }) => rate), best.keepRate];
    expect(best.alike).toEqual({ low: Math.min(...all), high: Math.max(...all) });
  });
});

describe('bestKeepRate', () => {
  it('says that nothing is earned, and takes the first of rates that earn the same', () => {
    const [keepRates, low, high] = [[0.3, 0.5, 0.7], 0.3, 0.7];
    const order = { revenue: 7, cost: 7 };
    const { keepRate, alike, why, profit } = bestKeepRate({ ...once, order }, { keepRates });
    expect({ keepRate, alike, profit }).toEqual({
      keepRate: 0.3,
      alike: { low, high },
      profit: { estimate: 0, low: 0, high: 0 },
    });
    expect(why.map(({ code }) => code)).toEqual(['at-edge', 'no-profit']);
    const cents = { ...once, order: { revenue: 0.1 + 0.2, cost: 0.3 } };
    expect(bestKeepRate(cents, { keepRates }).why).toEqual(why);
    // 16 orders at a loss of 2 each.
    const loss = { ...once, attraction: () => 1, order: { revenue: 5, cost: 7 } };
    expect(bestKeepRate(loss, { keepRates }).why[1]).toEqual({
      code: 'no-profit',
      detail: { profit: -32 },
    });
    const gain = { ...loss, order: { revenue: 7, cost: 5 } };
    expect(bestKeepRate(gain, { keepRates }).why.map(({ code }) => code)).toEqual(['at-edge']);
    // In percent: everybody orders, however long the quote.
    const inPercent = { ...gain, attraction: (days: number) => 100 - days };
    expect(bestKeepRate(inPercent, { keepRates }).why).toContainEqual({
      code: 'saturated',
      detail: { share: 1 },
    });
  });

  it('leaves out of account what loses beyond numbers, and still finds the best', () => {
    const attraction = (days: number) => (days < 1e299 ? 1 : days < 9e299 ? 0.9 : 0.1);
    const { curve, ...best } = bestKeepRate(
      { ...ruinous, attraction },
      { keepRates: [0.3, 0.8, 0.99] },
    );
    expect(curve[0]?.profit).toBeNull();
    expect(best.keepRate).toBe(0.8);
    expect(best.alike.low).toBe(0.8);
  });

  it('is refused where each rate loses beyond numbers', () => {
    const { order } = ruinous;
    const keepRates = [0.3, 0.4, 0.5];
    for (const search of [bestKeepRate, whichAssumptionDecides]) {
      expect(refusal(() => search(ruinous, { keepRates }))).toMatchObject({
        code: 'out-of-range',
        path: 'world.order',
        value: order,
        expected: 'amounts that leave a finite profit at one of the keep rates',
      });
    }
  });

  it('tries the fifteen rates with a confidence of .95 unless told, and names the numbers of the world', () => {
    const usual = bestKeepRate(once);
    const keepRates = [
      ...[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99],
    ];
    expect(usual).toEqual(bestKeepRate(once, { keepRates, confidence: 0.95 }));
    expect(usual.alike).not.toEqual(bestKeepRate(once, { confidence: 0.5 }).alike);
    const played = simulatePolicies(once, { policies: { one: () => 5 } });
    expect(usual.numbers).toEqual(played.numbers);
  });
});

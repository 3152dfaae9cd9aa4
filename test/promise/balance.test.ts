import fc from 'fast-check';
import {
  type BalanceOptions,
  capabilityFromCensored,
  capabilityFromSamples,
  planByBalance,
  toMultipleOf,
} from 'overdeliver';
import { capabilityFromFamily, capabilityFromQuantiles, gamma } from 'overdeliver/capability';
import { attractionStudies, cuiAttraction, fisherAttraction } from 'overdeliver/promise';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { expectSurvivesJson } from '../capability/survives-json';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const unit = 'minutes';
/** The exponential distribution of mean 45, as a gamma of shape 1. */
const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 45 }, { unit });
const pull: BalanceOptions = {
  attraction: (l) => Math.exp(-0.01 * l),
  revenue: 20,
  goodwillLost: (l, { expectedOvershoot }) => expectedOvershoot(l),
};

/** Whether an end of a range lies where it should, to 1 / 256 of a step of the grid. */
const expectEnd = (end: number | undefined, expected: number) =>
  expect(Math.abs((end ?? Number.NaN) - expected)).toBeLessThan(1.56 / 256);

describe('planByBalance', () => {
  it('finds the golden special case', () => {
    const plan = planByBalance(kitchen, pull);
    // The root of .01 (20 - 45 e^{-l/45}) = e^{-l/45}: l* = 45 ln(1.45 / .2).
    expect(plan.promise).toBeCloseTo(45 * Math.log(1.45 / 0.2), 5);
    expect(plan.promise).toBeCloseTo(89.1451, 4);
    expect(plan.at.profit).toBeCloseTo(5.656, 4);
    expect(plan.chance.estimate).toBeCloseTo(0.86207, 5);
    expect(plan.keepRate).toBe(plan.chance.estimate);
    expect(plan.guarantee).toEqual({ kind: 'none', reason: 'no-ranks', n: 0, needed: null });
    expect(plan.why.map(({ code }) => code)).toEqual(['balance', 'no-interval']);
    expectSurvivesJson(plan);
  });

  it('returns the whole curve', () => {
    const { curve, at } = planByBalance(kitchen, pull);
    expect(curve).toHaveLength(201);
    expect(curve[0]?.quote).toBeCloseTo(kitchen.quantile(0.001), 12);
    expect(curve[200]?.quote).toBe(kitchen.quantile(0.999));
    const middle = (kitchen.quantile(0.001) + kitchen.quantile(0.999)) / 2;
    expect(curve[100]?.quote).toBeCloseTo(middle, 9);
    for (const [i, point] of curve.entries()) {
      expect(point.profit).toBeLessThanOrEqual(at.profit);
      expect(point.profit).toBe(point.attraction * (20 - point.goodwillLost));
      expect(point.chance).toBe(kitchen.chance(point.quote));
      if (i > 0) expect(point.quote).toBeGreaterThan(curve[i - 1]?.quote as number);
    }
  });

  it('says how flat its top is', () => {
    const { within1Percent, within5Percent, why } = planByBalance(kitchen, pull);
    // scipy.optimize.brentq of e^{-.01 l}(20 - 45 e^{-l/45}) - (1 - w) 5.656006377; ends to 1 / 256 of a grid step of 1.55
    expectEnd(within1Percent.low, 81.67488598);
    expectEnd(within1Percent.high, 97.49361121);
    expectEnd(within5Percent.low, 73.41868409);
    expectEnd(within5Percent.high, 109.36274475);
    const { low, high } = within5Percent;
    expect(within5Percent.ranges).toEqual([{ low, high }]);
    expect(why.map(({ code }) => code)).not.toContain('several-peaks');
  });

  it('says where the range of nearly as good promises is in several pieces', () => {
    const profit = (l: number) =>
      Math.exp(-((l - 40) ** 2) / 50) + 0.97 * Math.exp(-((l - 160) ** 2) / 50);
    const { within1Percent, within5Percent, why } = planByBalance(kitchen, {
      attraction: profit,
      revenue: 20,
      goodwillLost: () => 0,
    });
    expect(within1Percent.ranges).toHaveLength(1);
    // e^{-x^2 / 50} >= .95 and >= .95 / .97
    const reach = (y: number) => Math.sqrt(-50 * Math.log(y));
    const [first, second, ...more] = within5Percent.ranges;
    expectEnd(first?.low, 40 - reach(0.95));
    expectEnd(first?.high, 40 + reach(0.95));
    expectEnd(second?.low, 160 - reach(0.95 / 0.97));
    expectEnd(second?.high, 160 + reach(0.95 / 0.97));
    expect(more).toEqual([]);
    expect(within5Percent.low).toBe(within5Percent.ranges[0]?.low);
    expect(within5Percent.high).toBe(within5Percent.ranges[1]?.high);
    expect(why.at(-1)).toEqual({ code: 'several-peaks', detail: { within: 0.05, ranges: 2 } });
  });

  it('gives a range of promises that earn so much, also where it ends at an edge or nothing is earned', () => {
    const edge = planByBalance(kitchen, { ...pull, goodwillLost: () => 0 });
    expect(edge.within5Percent.low).toBe(edge.promise);
    // e^{-.01 l} falls by 5% over 5.129 minutes.
    expectEnd(edge.within5Percent.high - edge.promise, -100 * Math.log(0.95));
    const loss = planByBalance(kitchen, { ...pull, goodwillLost: () => 25 });
    expect(loss.within1Percent.high).toBe(loss.promise);
    expect(loss.within1Percent.low).toBeLessThan(loss.promise);
    const one = planByBalance(capabilityFromSamples([7], { unit }), pull);
    expect(one.within1Percent).toEqual({ low: 7, high: 7, ranges: [{ low: 7, high: 7 }] });
  });

  it('promises an end of the range where refining gains nothing there', () => {
    const bounded = capabilityFromQuantiles(
      [
        { p: 0.1, value: 10 },
        { p: 0.5, value: 20 },
        { p: 0.9, value: 40 },
      ],
      { unit },
    );
    const plan = planByBalance(bounded, {
      ...pull,
      goodwillLost: (quote, { chance }) => 10 * (1 - chance(quote)),
    });
    expect(plan.promise).toBe(40);
    expect(plan.why.map(({ code }) => code)).toContain('at-edge');
  });

  it('finds the higher of two peaks', () => {
    const two = (high: number) => ({
      ...pull,
      attraction: (l: number) =>
        Math.exp(-((l - 40) ** 2) / 50) + high * Math.exp(-((l - 160) ** 2) / 50),
      goodwillLost: () => 0,
    });
    expect(planByBalance(kitchen, two(0.9)).promise).toBeCloseTo(40, 3);
    expect(planByBalance(kitchen, two(1.1)).promise).toBeCloseTo(160, 3);
  });

  it('earns as much as the best of all observations (holds)', () => {
    const list = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 40 });
    holds(
      fc.property(
        // One far off, so that the others are nearer to each other than the quotes of the curve.
        fc.tuple(list, fc.constantFrom(30, 3000, 90_000)).map(([all, far]) => [...all, far]),
        fc.constantFrom('lower' as const, 'higher' as const),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 5, max: 60 }),
        (list, better, fall, cost) => {
          const sign = better === 'lower' ? 1 : -1;
          const samples = list.map((x) => sign * x);
          const attraction = (x: number) => Math.exp((-sign * x * fall) / 1000);
          const { at } = planByBalance(
            capabilityFromSamples(samples, { unit, better, deviations: true }),
            {
              attraction,
              revenue: 20,
              goodwillLost: (x, { chance }) => cost * (1 - chance(x)),
            },
          );
          const profits = samples.map((x) => {
            const kept = samples.filter((one) => sign * one <= sign * x).length / samples.length;
            return attraction(x) * (20 - cost * (1 - kept));
          });
          const best = Math.max(...profits);
          expect(at.profit).toBeGreaterThanOrEqual(best - 1e-9 * Math.abs(best));
        },
      ),
    );
  });

  it('promises an observation where they have weights, too (holds)', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 4 }));
    holds(
      fc.property(fc.array(row, { minLength: 3, maxLength: 30 }), (rows) => {
        const samples = rows.map(([x]) => x);
        const weighted = capabilityFromCensored(samples, {
          unit,
          weights: rows.map(([, weight]) => weight),
        });
        const goodwillLost: BalanceOptions['goodwillLost'] = (x, { chance }) =>
          30 * (1 - chance(x));
        expect(samples).toContain(planByBalance(weighted, { ...pull, goodwillLost }).promise);
      }),
    );
  });

  it('stays within the range that it searches, though an observation beyond earns more', () => {
    // The least in a thousand of 3,000 are 3.
    const many = Array.from({ length: 3000 }, (_, i) => i + 1);
    const soon = { ...pull, attraction: (l: number) => Math.exp(-l), goodwillLost: () => 0 };
    expect(planByBalance(capabilityFromSamples(many, { unit }), soon).promise).toBe(3);
    const late = { ...pull, attraction: (l: number) => l, goodwillLost: () => 0 };
    expect(planByBalance(capabilityFromSamples(many, { unit }), late).promise).toBe(2997);
  });

  it('judges the quote as rounded', () => {
    const plan = planByBalance(kitchen, { ...pull, round: toMultipleOf(5) });
    expect(plan.promise).toBe(90);
    expect(plan.at.quote).toBe(90);
    expect(plan.at.profit).toBeLessThan(5.656);
    expect(plan.why.map(({ code }) => code)).toContain('rounded');
  });

  it('says when the best is an end of the range', () => {
    const plan = planByBalance(kitchen, { ...pull, goodwillLost: () => 0 });
    expect(plan.promise).toBe(kitchen.quantile(0.001));
    const ends = { from: kitchen.quantile(0.001), to: kitchen.quantile(0.999) };
    expect(plan.why).toContainEqual({ code: 'at-edge', detail: ends });
    // The later, the more come: the other end.
    const late = planByBalance(kitchen, { ...pull, attraction: (l) => l, goodwillLost: () => 0 });
    expect(late.promise).toBe(ends.to);
    expect(late.why).toContainEqual({ code: 'at-edge', detail: ends });
  });

  it('says what it aimed at', () => {
    const { why, promise, at } = planByBalance(kitchen, pull);
    const detail = { revenue: 20, quote: promise, profit: at.profit };
    expect(why[0]).toEqual({ code: 'balance', detail });
  });

  it('refuses figures whose profit is beyond all numbers', () => {
    const attraction = () => 1e200;
    const refused = refusal(() => planByBalance(kitchen, { ...pull, attraction, revenue: 1e200 }));
    expect(refused).toMatchObject({
      code: 'out-of-range',
      path: 'options',
      value: { attraction: 1e200, revenue: 1e200 },
      expected: 'attraction, revenue and goodwill that make a finite profit',
    });
  });

  it('takes an attraction of none, and none below', () => {
    const none = (l: number) => Math.max(0, 1 - l / 100);
    expect(planByBalance(kitchen, { ...pull, attraction: none }).at.attraction).toBeGreaterThan(0);
    for (const wrong of [() => -1e-9, () => '1' as never, () => Number.NaN])
      expect(refusal(() => planByBalance(kitchen, { ...pull, attraction: wrong }))).toMatchObject({
        expected: 'a function that returns finite numbers of at least 0',
      });
    expect(
      refusal(() => planByBalance(kitchen, { ...pull, goodwillLost: () => Number.NaN })),
    ).toMatchObject({ expected: 'a function that returns finite numbers' });
  });

  it('says so of an attraction that was not called', () => {
    const maker = cuiAttraction as never;
    expect(refusal(() => planByBalance(kitchen, { ...pull, attraction: maker }))).toMatchObject({
      path: 'options.attraction',
      message: expect.stringMatching(/; call what makes one, as in cuiAttraction\(7\)$/),
    });
    const goodwillLost = (() => () => 1) as never;
    expect(refusal(() => planByBalance(kitchen, { ...pull, goodwillLost })).message).toMatch(
      /; call what makes one$/,
    );
  });

  it('looks the same way where more is better', () => {
    // Mirrored: a price of 300 - T, of which more is better.
    const times = Array.from({ length: 99 }, (_, i) => i + 1);
    const time = capabilityFromSamples(times, { unit: 'points' });
    const level = capabilityFromSamples(
      times.map((t) => 300 - t),
      { unit: 'points', better: 'higher' },
    );
    const lost = (l: number) => Math.exp(-l / 45) * 45;
    const one = planByBalance(time, { ...pull, goodwillLost: lost });
    const other = planByBalance(level, {
      ...pull,
      attraction: (l) => Math.exp(-0.01 * (300 - l)),
      goodwillLost: (l) => lost(300 - l),
    });
    expect(other.promise).toBeCloseTo(300 - one.promise, 9);
    expect(other.at.profit).toBeCloseTo(one.at.profit, 9);
    // Of 99 and the next one.
    expect(one.at.chance).toBe(Math.floor(one.promise) / 100);
    expect(other.at.chance).toBe(one.at.chance);
    expect(other.curve.map(({ quote }) => quote)).toHaveLength(one.curve.length);
  });

  it('says when even the best quote earns nothing', () => {
    const codesOf = (goodwill: number) =>
      planByBalance(kitchen, { ...pull, goodwillLost: () => goodwill }).why.map(({ code }) => code);
    expect(codesOf(25)).toContain('no-profit');
    expect(codesOf(20)).toContain('no-profit');
    const { why, at } = planByBalance(kitchen, { ...pull, goodwillLost: () => 25 });
    expect(why).toContainEqual({ code: 'no-profit', detail: { profit: at.profit } });
    expect(codesOf(19)).not.toContain('no-profit');
  });

  it.each([
    ['lower', 300],
    ['higher', 300],
    ['lower', 20],
  ] as const)(
    'promises an observation where its chance is all that counts (%s, %i)',
    (better, n) => {
      const next = uniforms(11);
      const observations = Array.from({ length: n }, () => 20 + 60 * next() ** 2);
      const shop = capabilityFromSamples(observations, { unit, better });
      const sign = better === 'lower' ? -1 : 1;
      const options: BalanceOptions = {
        attraction: (quote) => Math.exp(sign * 0.02 * quote),
        revenue: 20,
        goodwillLost: (quote, { chance }) => 40 * (1 - chance(quote)),
      };
      const { promise, at, curve } = planByBalance(shop, options);
      const profitOf = (quote: number) =>
        options.attraction(quote) * (20 - options.goodwillLost(quote, shop));
      expect(observations).toContain(promise);
      expect(at.profit).toBe(profitOf(promise));
      // Of 300, some are skipped, none by more than two ranks: .7% of the chance.
      const best = Math.max(...observations.map(profitOf));
      expect(at.profit).toBeGreaterThanOrEqual(n > 201 ? 0.98 * best : best);
      for (const { profit } of curve) expect(profit).toBeLessThanOrEqual(at.profit);
    },
  );

  it.each(['lower', 'higher'] as const)(
    'promises the whole minute where the chance jumps, not a touch beyond it (%s)',
    (better) => {
      const next = uniforms(3);
      const isLower = better === 'lower';
      // So many that most are skipped where the profit has its top.
      const whole = Array.from({ length: 2000 }, () => Math.round(-25 * Math.log(next())));
      const minutes = isLower ? whole : whole.map((minute) => 300 - minute);
      const weights = minutes.map((_, i) => 1 + (i % 3));
      for (const shop of [
        capabilityFromSamples(minutes, { unit, better }),
        capabilityFromCensored(minutes, { unit, better, weights }),
      ]) {
        for (let value = 40; value < 400; value += 20) {
          const { promise, at } = planByBalance(shop, {
            attraction: (quote) => Math.exp(-0.001 * (isLower ? quote : 300 - quote)),
            revenue: 20,
            goodwillLost: (quote, { chance }) => value * (1 - chance(quote)),
          });
          expect([promise, at.quote]).toEqual([Math.round(promise), promise]);
        }
      }
    },
  );

  it('promises where a goodwill of its own jumps, to the last digits', () => {
    const { promise } = planByBalance(kitchen, {
      ...pull,
      goodwillLost: (quote) => (quote < 46 / 0.9 ? 15 : 1),
    });
    expect(promise / (46 / 0.9)).toBeCloseTo(1, 12);
  });

  it('takes levels, ties and a single observation', () => {
    const service = capabilityFromSamples([60, 70, 80, 90], { unit: 'points', better: 'higher' });
    const plan = planByBalance(service, { ...pull, attraction: (l) => l / 100 });
    expect(plan.promise).toBeGreaterThanOrEqual(60);
    expect(plan.promise).toBeLessThanOrEqual(90);
    expect(plan.guarantee).toMatchObject({ kind: 'none', reason: 'chosen-on-observations', n: 4 });
    const one = planByBalance(capabilityFromSamples([7], { unit }), pull);
    expect(one).toMatchObject({ promise: 7, typical: 7 });
    expect(one.curve).toHaveLength(1);
  });

  it('comes near the truth from samples', () => {
    const next = uniforms(5);
    const samples = Array.from({ length: 5000 }, () => -45 * Math.log(next()));
    const { promise, at } = planByBalance(capabilityFromSamples(samples, { unit }), pull);
    expect(Math.abs(promise - 89.1)).toBeLessThan(6);
    expect(Math.abs(at.profit - 5.656)).toBeLessThan(0.2);
  });

  it.each([
    ['attraction', () => Number.NaN],
    ['attraction', () => -0.1],
    ['goodwillLost', () => Infinity],
    ['goodwillLost', () => '3'],
    ['attraction', 0.5],
  ])('refuses a function %s that gives no such number', (name, wrong) => {
    const options = { ...pull, [name]: wrong } as unknown as BalanceOptions;
    const refused = refusal(() => planByBalance(kitchen, options));
    expect(refused).toMatchObject({ function: 'planByBalance', path: `options.${name}` });
  });

  it.each([
    [['days'], 'wrong-type', 'options.attraction.unit'],
    [7, 'wrong-type', 'options.attraction.unit'],
    ['days', 'unit-mismatch', 'capability.unit'],
  ])('refuses an attraction whose unit is %o, for minutes', (unit, code, path) => {
    const attraction = Object.assign((quote: number) => 1 / quote, { unit }) as never;
    const refused = refusal(() => planByBalance(kitchen, { ...pull, attraction }));
    expect(refused).toMatchObject({ function: 'planByBalance', code, path });
    const { attraction: _, ...none } = pull;
    expect(refusal(() => planByBalance(kitchen, none as never))).toMatchObject({
      code: 'missing',
      path: 'options.attraction',
    });
  });

  it('does not guess a goodwill that is not identified', () => {
    const flight = capabilityFromCensored([38, 52, 41, 45, 47], {
      unit,
      finished: [1, 0, 1, 1, 1],
    });
    expect(refusal(() => planByBalance(flight, pull)).code).toBe('not-identified');
    expect(planByBalance(flight, { ...pull, goodwillLost: () => 1 })).toMatchObject({
      missWhenBroken: null,
    });
    expect(refusal(() => planByBalance(kitchen, { ...pull, revenue: 0 })).path).toBe(
      'options.revenue',
    );
  });
});

describe('the published attractions', () => {
  it('refuses a reference that is no number, rather than answering NaN', () => {
    const at = { function: 'cuiAttraction', path: 'reference' };
    expect(refusal(() => cuiAttraction(Number.NaN))).toMatchObject({ ...at, code: 'out-of-range' });
    expect(refusal(() => cuiAttraction('7' as never))).toMatchObject({ ...at, code: 'wrong-type' });
  });

  it('are called published, since somebody can look them up', () => {
    for (const study of Object.values(attractionStudies.parameters)) {
      expect(study.status).toBe('published');
      expect(study.source).toMatch(/20\d\d, (M&SOM|JMR)/);
      const [least, most] = study.range;
      expect(least).toBeLessThan(study.value);
      expect(most).toBeGreaterThan(study.value);
    }
  });

  it.each(['minutes', 'hours', 'days', 'business-days'])('refuse %s but for their own', (unit) => {
    const courier = capabilityFromFamily(gamma, { mean: 4, sd: 2 }, { unit });
    const study = unit === 'business-days' ? cuiAttraction(7) : fisherAttraction;
    const options = { ...pull, attraction: study };
    const refused = refusal(() => planByBalance(courier, options));
    expect(refused).toMatchObject({ code: 'unit-mismatch', path: 'capability.unit', value: unit });
    expect(refused.message).toContain(`a capability in ${study.unit}`);
    expect(refused.message).toContain(`an attraction for ${unit}`);
    const own = capabilityFromFamily(gamma, { mean: 4, sd: 2 }, { unit: study.unit as string });
    expect(planByBalance(own, options).unit).toBe(study.unit);
  });

  it('follow their studies', () => {
    expect(cuiAttraction(7)(7)).toBe(1);
    expect(cuiAttraction(7)(5)).toBeCloseTo(1.0073 ** 2, 14);
    expect(cuiAttraction(7)(10)).toBeCloseTo(0.9949 ** 3, 14);
    expect(fisherAttraction(7)).toBe(1);
    expect(fisherAttraction(4)).toBeCloseTo(1.015 ** 3, 14);
  });
});

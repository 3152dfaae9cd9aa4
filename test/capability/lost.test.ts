import fc from 'fast-check';
import {
  capabilityAsOf,
  capabilityFromCensored,
  type DatedOrder,
  planPromise,
  reviveCapability,
} from 'overdeliver';
import { censoredSource, durationsAsOf, fitCapability, lognormal } from 'overdeliver/capability';
import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/numerics/uniforms';
import { aDate, refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const unit = 'days';
type End = 'finished' | 'lost' | 'underWay';
interface Sample {
  readonly time: number;
  readonly end: End;
}

const capabilityOf = (samples: readonly Sample[]) =>
  capabilityFromCensored(
    samples.map(({ time }) => time),
    {
      unit,
      finished: samples.map(({ end }) => end === 'finished'),
      lost: samples.map(({ end }) => end === 'lost'),
    },
  );

/** Aalen and Johansen's cumulative incidence of finishing by t, as a share of all that may finish. */
function incidence(samples: readonly Sample[], t: number): number {
  let [alive, finished, lost] = [1, 0, 0];
  let byThen = 0;
  for (const at of [...new Set(samples.map(({ time }) => time))].sort((a, b) => a - b)) {
    const atRisk = samples.filter(({ time }) => time >= at).length;
    const count = (end: End) => samples.filter((one) => one.time === at && one.end === end).length;
    finished += (alive * count('finished')) / atRisk;
    lost += (alive * count('lost')) / atRisk;
    alive *= 1 - (count('finished') + count('lost')) / atRisk;
    if (at <= t) byThen = finished;
  }
  return byThen / (1 - lost);
}

it('weights count lost orders as copies do', () => {
  const times = [2, 4, 5, 7, 9, 12];
  const lost = [0, 1, 0, 0, 1, 0];
  const finished = [1, 0, 1, 1, 0, 0];
  const weights = [1, 3, 2, 1, 2, 1];
  const weighted = capabilityFromCensored(times, { unit, finished, lost, weights });
  const copies = weights.flatMap((count, i) => new Array<number>(count).fill(i));
  const of = (column: readonly number[]) => copies.map((i) => column[i] as number);
  const copied = capabilityFromCensored(of(times), {
    unit,
    finished: of(finished),
    lost: of(lost),
  });
  for (const t of times) expect(weighted.chance(t)).toBeCloseTo(copied.chance(t), 12);
  expect(weighted.identified).toBeCloseTo(copied.identified, 12);
});

describe('lost orders', () => {
  // 40 a day finished after 1 to 10 days, and three parcels nobody has seen for 60, 80 and 90 days.
  const seen = Array.from(
    { length: 40 },
    (_, i): Sample => ({ time: 1 + (i % 10), end: 'finished' }),
  );
  const waiting = [60, 80, 90].map((time): Sample => ({ time, end: 'underWay' }));

  it('hide the slow ones until they are called lost, and the error says so', () => {
    const stuck = capabilityOf([...seen, ...waiting]);
    expect(stuck.stillUnderWay).toEqual({ count: 3, oldest: 90 });
    const error = refusal(() => planPromise(stuck, { keepRate: 0.95 }));
    expect(error).toMatchObject({ code: 'not-identified', function: 'planPromise' });
    expect(error.message).toContain('3 are under way for longer than any took that finished');
    expect(error.message).toContain('up to 90 days');
    for (const way of ['lostAfter', 'fitCapability', 'ask for less']) {
      expect(error.message).toContain(way);
    }
    expect(refusal(() => stuck.quantile(0.95)).message).toContain('up to 90 days');
    const lost = waiting.map(({ time }): Sample => ({ time, end: 'lost' }));
    const freed = capabilityOf([...seen, ...lost]);
    expect(freed.stillUnderWay).toBeUndefined();
    expect(planPromise(freed, { keepRate: 0.95 }).promise).toBe(10);
    expect(freed.identified).toBe(1);
    expect(freed.n).toBe(40);
  });

  it('count for nothing where nothing is under way', () => {
    const lost = [0.5, 3, 7].map((time): Sample => ({ time, end: 'lost' }));
    const without = capabilityOf(seen);
    for (let t = 0; t <= 11; t += 0.5) {
      expect(capabilityOf([...seen, ...lost]).chance(t)).toBeCloseTo(without.chance(t), 14);
    }
  });

  it('need not all be found: what got old as they did is taken for lost', () => {
    const some = capabilityOf([...seen, waiting[0] as Sample, { time: 80, end: 'lost' }]);
    expect(some.identified).toBe(1);
    expect(some.quantile(1)).toBe(10);
  });

  it('may be told without saying which have finished', () => {
    const told = capabilityFromCensored([1, 2, 9], { unit, lost: [false, false, true] });
    expect(told.quantile(1)).toBe(2);
    expect(told.n).toBe(2);
  });

  it('come back from JSON', () => {
    const of = capabilityOf([...seen, waiting[0] as Sample, { time: 5, end: 'lost' }]);
    const revived = reviveCapability(JSON.parse(JSON.stringify(of)), [censoredSource]);
    expect(revived.toJSON()).toEqual(of.toJSON());
    expect(revived.chance(5)).toBe(of.chance(5));
  });

  const cases: readonly [readonly number[], object, string, string][] = [
    [[1, 2], { finished: [1, 1], lost: [0, 1] }, 'ambiguous', 'options.lost[1]'],
    [[1, 2], { lost: [0] }, 'length-mismatch', 'options.lost'],
    [[1, 2], { lost: [0, 2] }, 'wrong-type', 'options.lost[1]'],
    [[1, 2], { lost: [1, 1] }, 'not-enough-data', 'samples'],
    [[1, 2], { lost: [0, 1], better: 'higher' }, 'out-of-range', 'options.finished'],
    [[1, 2], { lost: [0, 1], entered: [0, 1] }, 'ambiguous', 'options.lost'],
    [[1, 2], { entered: [0, 2] }, 'out-of-range', 'options.entered[1]'],
    [[0.1 + 0.2, 1], { entered: [0.3, 0] }, 'out-of-range', 'options.entered[0]'],
    [[0.3, 1], { entered: [0.1 + 0.2, 0] }, 'out-of-range', 'options.entered[0]'],
    [[1, 2], { entered: [0, -1] }, 'out-of-range', 'options.entered[1]'],
    [[1, 2], { entered: [0] }, 'length-mismatch', 'options.entered'],
    [[1, 2], { entered: [0, 1], better: 'higher' }, 'out-of-range', 'options.entered'],
    [[1, 5], { entered: [0, 2] }, 'not-enough-data', 'samples'],
  ];
  it.each(cases)('%j with %j are refused', (samples, more, code, path) => {
    const call = () => capabilityFromCensored(samples, { unit, ...more });
    expect(refusal(call)).toMatchObject({ code, path, function: 'capabilityFromCensored' });
  });
});

it('learns of those that finish what their cumulative incidence says', () => {
  const sample = fc.record({
    time: fc.integer({ min: 0, max: 12 }),
    end: fc.constantFrom<End>('finished', 'finished', 'lost', 'underWay'),
  });
  holds(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 30 }), (samples) => {
      fc.pre(samples.some(({ end }) => end === 'finished'));
      const of = capabilityOf(samples);
      for (let t = 0; t <= 12; t++) expect(of.chance(t)).toBeCloseTo(incidence(samples, t), 12);
    }),
  );
});

it('says how sure a chance is where some are lost and the oldest are under way', () => {
  const next = uniforms(11);
  const exponential = (rate: number) => -Math.log(1 - next()) / rate;
  const rounds = 400;
  let [below, above] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const samples = Array.from({ length: 200 }, (): Sample => {
      const [finish, lose, watched] = [exponential(1), exponential(1), 1.5 * next()];
      const time = Math.min(finish, lose, watched);
      return { time, end: time === finish ? 'finished' : time === lose ? 'lost' : 'underWay' };
    });
    // Those that finish take an exponential time of rate 2: both ways out compete.
    const { low = 0, high = 1 } = capabilityOf(samples).chanceInterval?.(0.7) ?? {};
    const chance = -Math.expm1(-2 * 0.7);
    below += Number(chance < low);
    above += Number(chance > high);
  }
  // 2.5% either way to within 4 standard errors, each 0.8%.
  expect(below / rounds).toBeLessThan(0.057);
  expect(above / rounds).toBeLessThan(0.057);
});

it('golden: the oldest may be lost, which the interval knows', () => {
  const samples: readonly Sample[] = [
    { time: 1, end: 'finished' },
    { time: 2, end: 'finished' },
    { time: 3, end: 'lost' },
    { time: 4, end: 'underWay' },
  ];
  const of = capabilityOf(samples);
  expect(of.chance(1)).toBeCloseTo(1 / 3, 14);
  // At 1 one of three if the oldest finishes, one of two if it does not: log-log with variances 1/6 and 1/2.
  const bound = (left: number, variance: number, way: number) =>
    1 - left ** Math.exp((way * 1.959963984540054 * Math.sqrt(variance)) / -Math.log(left));
  const { low, high } = of.chanceInterval?.(1) ?? {};
  expect(low).toBeCloseTo(bound(2 / 3, 1 / 6, -1), 12);
  expect(high).toBeCloseTo(bound(1 / 2, 1 / 2, 1), 12);
});

it('counts those that entered late from then on alone', () => {
  const sample = fc.record({
    time: fc.integer({ min: 1, max: 12 }),
    entered: fc.integer({ min: 0, max: 11 }),
    end: fc.boolean(),
    weight: fc.integer({ min: 1, max: 3 }),
  });
  holds(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 30 }), (given) => {
      // Five from the start, so that somebody is always watched.
      const first = [3, 6, 9, 12, 13].map((time) => ({ time, entered: 0, end: true, weight: 1 }));
      const samples = [...first, ...given.filter(({ time, entered }) => entered < time)];
      const of = capabilityFromCensored(
        samples.map(({ time }) => time),
        {
          unit,
          finished: samples.map(({ end }) => end),
          entered: samples.map(({ entered }) => entered),
          weights: samples.map(({ weight }) => weight),
        },
      );
      let left = 1;
      for (let t = 0; t <= 13; t++) {
        const sum = (chosen: typeof samples) => chosen.reduce((all, { weight }) => all + weight, 0);
        const atRisk = sum(samples.filter(({ time, entered }) => entered < t && t <= time));
        const events = sum(samples.filter(({ time, end }) => end && time === t));
        if (events > 0) left *= 1 - events / atRisk;
        expect(of.chance(t)).toBeCloseTo(1 - left, 12);
      }
    }),
  );
});

it('golden: a late entry', () => {
  // At risk of 2: the first and the second; of 3: the second and the third, which entered at 2.
  const of = capabilityFromCensored([2, 3, 5], { unit, entered: [0, 0, 2] });
  expect([of.chance(2), of.chance(3), of.chance(5)]).toEqual([0.5, 0.75, 1]);
});

describe('dated orders that were lost', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 2, n));
  const orders: readonly DatedOrder[] = [
    { started: day(1), finished: day(4) },
    { started: day(2), finished: day(9) },
    { started: day(3), finished: day(30) },
    { started: day(3), lost: day(20) },
    { started: day(4), cancelled: day(6) },
    { started: day(5) },
    { started: day(18) },
    { started: day(25) },
  ];
  const known = (date: number, lostAfter?: number) =>
    capabilityAsOf(orders, { asOf: day(date), unit, lostAfter });

  it('are counted', () => {
    expect(known(10).counts).toEqual({ finished: 2, underWay: 3, cancelled: 1, lost: 0, later: 2 });
    expect(known(21).counts).toEqual({ finished: 2, underWay: 3, cancelled: 1, lost: 1, later: 1 });
    expect(known(21, 10).counts).toEqual({
      finished: 2,
      underWay: 1,
      cancelled: 1,
      lost: 3,
      later: 1,
    });
    // Found after all.
    expect(known(31, 10).counts.finished).toBe(3);
  });

  it('count as lost at the age that is given', () => {
    const brute = capabilityFromCensored([3, 7, 10, 10, 2, 10, 3], {
      unit,
      finished: [1, 1, 0, 0, 0, 0, 0],
      lost: [0, 0, 1, 1, 0, 1, 0],
    });
    expect(known(21, 10).toJSON()).toEqual(brute.toJSON());
    expect(known(21, 10).quantile(0.99)).toBe(7);
    expect(refusal(() => known(21).quantile(0.99)).message).toContain('lostAfter');
  });

  it('may be fitted instead', () => {
    const { samples, options, rows, counts, warnings } = durationsAsOf(orders, {
      asOf: day(21),
      unit,
    });
    const fitted = fitCapability(lognormal, samples, options);
    expect(fitted.quantile(0.99)).toBeGreaterThan(7);
    expect(Array.from(samples)).toEqual([3, 7, 18, 17, 2, 16, 3]);
    expect(Array.from(rows)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(capabilityFromCensored(samples, options).toJSON()).toEqual(known(21).toJSON());
    expect({ counts, warnings }).toEqual({ counts: known(21).counts, warnings: [] });
    expect(refusal(() => durationsAsOf(orders, { asOf: day(9), unit: 'weeks' }))).toMatchObject({
      function: 'durationsAsOf',
      path: 'options.unit',
    });
  });

  it.each([
    [{ started: day(2), lost: day(1) }, 'date-order', 'orders[0].lost'],
    [{ started: day(1), lost: day(2), finished: day(2) }, 'ambiguous', 'orders[0]'],
    [{ started: day(1), lost: day(2), cancelled: day(2) }, 'ambiguous', 'orders[0]'],
    [{ started: day(1), Lost: day(2) }, 'unknown-name', 'orders[0].Lost'],
    [{ started: day(1), lost: true }, 'wrong-type', 'orders[0].lost'],
  ])('%j is refused', (order, code, path) => {
    const call = () => capabilityAsOf([order as never], { asOf: day(9), unit });
    expect(refusal(call)).toMatchObject({ code, path });
  });

  it.each([0, -1, Number.NaN, '5'])('%j is no age to be lost at', (lostAfter) => {
    expect(refusal(() => known(9, lostAfter as number)).path).toBe('options.lostAfter');
  });

  it.each(['', ' ', Number.NaN])('%j in an empty cell is told to be null', (finished) => {
    const call = () => capabilityAsOf([{ started: day(1), finished }], { asOf: day(9), unit });
    const error = refusal(call);
    expect(error).toMatchObject({ code: 'wrong-type', path: 'orders[0].finished' });
    expect(error.expected).toContain('null where a cell is empty');
    const begun = () => capabilityAsOf([{ started: finished }], { asOf: day(9), unit });
    expect(refusal(begun).expected).toBe(aDate);
  });

  it('leaves out nothing unsaid', () => {
    const { counts } = known(21);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(all).toBe(orders.length);
  });
});

describe('a date years from its neighbours', () => {
  const in24 = (month: number): DatedOrder => ({
    started: new Date(Date.UTC(2024, month, 1)),
    finished: new Date(Date.UTC(2024, month, 4)),
  });
  const year = Array.from({ length: 12 }, (_, month) => in24(month));
  const warningsOf = (orders: readonly DatedOrder[]) =>
    capabilityAsOf(orders, { asOf: '2025-02-01T00:00:00Z', unit }).warnings;

  it('is none where only one year passes without any', () => {
    const dated = (year: number) => ({
      started: new Date(Date.UTC(year, 6, 1)),
      finished: new Date(Date.UTC(year, 6, 3)),
    });
    const summer = [dated(2024), dated(2024)];
    expect(warningsOf([...summer, dated(2022)])).toEqual([]);
    expect(warningsOf([...summer, dated(2021)])).toMatchObject([{ code: 'distant-date' }]);
  });

  it('is warned of, be it left out or thought to be under way', () => {
    const date = '2031-12-24T00:00:00.000Z';
    const detail = { dates: 1, date };
    expect(warningsOf([...year, { started: date }])).toEqual([
      { code: 'distant-date', detail: { ...detail, path: 'orders[12].started' } },
    ]);
    expect(warningsOf([{ started: '2024-12-24T00:00:00Z', finished: date }, ...year])).toEqual([
      { code: 'distant-date', detail: { ...detail, path: 'orders[0].finished' } },
    ]);
    const early = { started: 0, finished: new Date('2024-05-01') };
    expect(warningsOf([...year, early])[0]?.detail.path).toBe('orders[12].started');
  });

  it('is not where years follow each other, or both sides are as many', () => {
    const next = { started: '2025-01-03T00:00:00Z', finished: '2026-06-01T00:00:00Z' };
    expect(warningsOf([...year, next])).toEqual([]);
    const old = year.map(() => ({
      started: '2014-01-03T00:00:00Z',
      finished: '2014-01-05T00:00:00Z',
    }));
    expect(warningsOf([...year, ...old])).toEqual([]);
  });
});

describe('visits that never came', () => {
  const off = [10, -5, 0, 20, 300, 400];
  const open = { unit: 'minutes', deviations: true, finished: [1, 1, 1, 1, 0, 0] };

  it('hide the latest while they count as under way, and the error names the way out', () => {
    const found = refusal(() => capabilityFromCensored(off, open).quantile(0.9));
    expect(found.message).toContain('as no-shows are (lost of capabilityFromCensored,');
    const lost = { ...open, finished: undefined, lost: [0, 0, 0, 0, 1, 1] };
    expect(capabilityFromCensored(off, lost).quantile(0.9)).toBe(20);
  });
});

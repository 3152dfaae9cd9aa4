import fc from 'fast-check';
import { adjustParameters, predictSatisfaction } from 'overdeliver';
import { type MeasuredTouchpoint, type TouchpointGap, touchpointGaps } from 'overdeliver/journey';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numerics/normal';
import { uniforms } from '../../src/numerics/uniforms';
import { holds } from '../core/seeded';

const level = fc.integer({ min: 0, max: 100 });
const pairs = fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 12 });
const one = (touchpoint: Partial<MeasuredTouchpoint>, confidence?: number) => {
  const given = { id: 'shop', expected: 70, perceived: 60, ...touchpoint };
  return touchpointGaps([given], { confidence }).gaps[0] as TouchpointGap;
};

describe('the gap at a touchpoint', () => {
  it('of numbers that stand as they are has no interval', () => {
    expect(one({ mayGoWrong: ['queues'] })).toEqual({
      id: 'shop',
      expected: 70,
      perceived: 60,
      gap: -10,
      low: null,
      high: null,
      standardError: null,
      n: null,
      verdict: 'below',
      share: 1,
      worth: 10,
      worthLow: null,
      worthHigh: null,
      mayGoWrong: ['queues'],
    });
    expect(one({ perceived: 70 })).toMatchObject({ verdict: 'met', worth: 0 });
    expect(one({ perceived: 75 })).toMatchObject({ verdict: 'exceeded', worth: 0 });
  });

  // SciPy 1.17: scipy.stats.ttest_rel(perceived, expected).confidence_interval(.95), scipy.stats.sem
  it('of the same people is that of their differences', () => {
    const found = one({ expected: [70, 80, 75, 90, 60], perceived: [65, 70, 80, 70, 50] });
    expect(found).toMatchObject({ gap: -8, n: 5, verdict: 'unclear', expected: 75, perceived: 67 });
    expect(found.low).toBeCloseTo(-19.277973331495204, 10);
    expect(found.high).toBeCloseTo(3.277973331495202, 10);
    expect(found.standardError).toBeCloseTo(4.0620192023179795, 12);
    expect(found.worthLow).toBe(0);
    expect(found.worthHigh).toBeCloseTo(19.277973331495204, 10);
  });

  // Welch (1947) by scipy.stats.t.ppf with 14.058 degrees of freedom, as ttest_ind_from_stats has it.
  it('of different people is that of Welch', () => {
    const found = one({
      expected: { mean: 75, sd: 10, n: 40 },
      perceived: { mean: 60, sd: 15, n: 12 },
    });
    expect(found).toMatchObject({ gap: -15, n: 12, verdict: 'below' });
    expect(found.low).toBeCloseTo(-24.88312654103485, 9);
    expect(found.high).toBeCloseTo(-5.116873458965149, 9);
    expect(found.standardError).toBeCloseTo(4.6097722286464435, 12);
  });

  // scipy.stats.ttest_1samp(perceived, 75).confidence_interval(.9), less 75
  it('of a target is that of the answers alone', () => {
    const found = one({ expected: 75, perceived: [65, 70, 80, 70, 50] }, 0.9);
    expect(found).toMatchObject({ gap: -8, n: 5 });
    expect(found.low).toBeCloseTo(56.55612632741517 - 75, 9);
    expect(found.high).toBeCloseTo(77.44387367258481 - 75, 9);
    const turned = one({ expected: [65, 70, 80, 70, 50], perceived: 75 }, 0.9);
    expect(turned.high).toBeCloseTo(75 - 56.55612632741517, 9);
  });

  it('of one answer is unclear, on whichever side', () => {
    const unknown = { low: null, high: null, standardError: null, n: 1, verdict: 'unclear' };
    expect(one({ expected: [70], perceived: [60] })).toMatchObject({ ...unknown, worth: 10 });
    expect(one({ perceived: [60] })).toMatchObject(unknown);
    expect(one({ expected: { mean: 70, sd: 0, n: 1 } })).toMatchObject(unknown);
    const many = { mean: 60, sd: 9, n: 30 };
    expect(one({ expected: [70], perceived: many })).toMatchObject(unknown);
    expect(one({ expected: many, perceived: [70] })).toMatchObject(unknown);
  });

  it('has no width where all answer the same', () => {
    const same = { gap: -10, low: -10, high: -10, verdict: 'below' };
    expect(one({ expected: [70, 70], perceived: [60, 60] })).toMatchObject(same);
    expect(one({ expected: 70, perceived: { mean: 60, sd: 0, n: 3 } })).toMatchObject(same);
  });

  it('ends where the scale does', () => {
    expect(one({ expected: [0, 100], perceived: [100, 0] })).toMatchObject({
      low: -100,
      high: 100,
    });
  });

  it('holds the truth as often as it says', () => {
    const next = uniforms(12);
    let held = 0;
    for (let run = 0; run < 1000; run++) {
      const perceived = Array.from({ length: 6 }, () => 60 + 5 * normalQuantile(next()));
      const { low, high } = one({ perceived });
      if ((low as number) <= -10 && (high as number) >= -10) held++;
    }
    expect(Math.abs(held / 1000 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 1000));
  });

  it('does not depend on the order of respondents, and narrows as more say the same', () => {
    holds(
      fc.property(pairs, (rows) => {
        const of = (given: typeof rows) =>
          one({ expected: given.map(([a]) => a), perceived: given.map(([, b]) => b) });
        const found = of(rows);
        expect(of([...rows].reverse())).toEqual(found);
        const twice = of([...rows, ...rows]);
        expect(twice.gap).toBeCloseTo(found.gap, 10);
        if (found.low === null || found.high === null) return;
        expect(found.low).toBeLessThanOrEqual(found.gap);
        expect(found.high).toBeGreaterThanOrEqual(found.gap);
        const width = (gap: typeof found) => (gap.high as number) - (gap.low as number);
        expect(width(twice)).toBeLessThanOrEqual(width(found) + 1e-9);
      }),
    );
  });

  it('reads columns of any kind', () => {
    const expected = Float64Array.of(70, 80);
    const perceived = Float32Array.of(60, 50);
    expect(one({ expected, perceived })).toEqual(one({ expected: [70, 80], perceived: [60, 50] }));
  });
});

describe('the verdict', () => {
  const many = (perceived: number, n = 1e6, parameters = outcomeDefaults) =>
    touchpointGaps(
      [
        {
          id: 'a',
          expected: { mean: 80, sd: 10, n: 1e6 },
          perceived: { mean: perceived, sd: 10, n },
        },
      ],
      { parameters },
    );

  it('is met where people notice no difference, however sure it is, and asks no more', () => {
    const { gaps, askMore } = many(79.9);
    expect(gaps[0]?.high).toBeLessThan(0);
    expect([gaps[0]?.verdict, askMore]).toEqual(['met', []]);
    expect(one({ expected: [80, 80, 80], perceived: [80, 80, 80] }).verdict).toBe('met');
    expect(many(84.9).gaps[0]?.verdict).toBe('met');
  });

  it('takes an interval that lies wholly on one side', () => {
    const verdicts = [74, 74.99, 77, 85.01, 86].map(
      (perceived) => many(perceived).gaps[0]?.verdict,
    );
    expect(verdicts).toEqual(['below', 'unclear', 'met', 'unclear', 'exceeded']);
    expect(many(79, 9)).toMatchObject({ gaps: [{ verdict: 'unclear' }], askMore: ['a'] });
    expect(many(74, 9).gaps[0]?.verdict).toBe('unclear');
    // Surely not better than met, perhaps worse.
    expect(many(74.99).gaps[0]?.high).toBeLessThan(0);
  });

  it('is by the same rule for numbers that stand, the noticeable difference included', () => {
    const verdicts = [64.9, 65, 65.1, 74.9, 75].map((perceived) => one({ perceived }).verdict);
    expect(verdicts).toEqual(['below', 'below', 'met', 'met', 'exceeded']);
    expect(one({ expected: [70.3, 70.3], perceived: [65.3, 65.3] }).verdict).toBe('below');
    expect(one({ expected: 0.3, perceived: 5.3 }).verdict).toBe('exceeded');
  });

  it('goes by what you say is noticed', () => {
    const fine = adjustParameters(outcomeDefaults, 'outcome/ours', { noticeablePoints: 0.05 });
    expect(many(79.9, 1e6, fine).gaps[0]?.verdict).toBe('below');
    const none = adjustParameters(outcomeDefaults, 'outcome/none', { noticeablePoints: 0 });
    expect(many(80, 1e6, none).gaps[0]?.verdict).toBe('unclear');
    expect(many(79.9, 1e6, none).gaps[0]?.verdict).toBe('below');
  });
});

describe('what closing a gap is worth', () => {
  const journey: MeasuredTouchpoint[] = [
    { id: 'shop', expected: 60, perceived: 50, importance: 30 },
    { id: 'staff', expected: 80, perceived: 60, importance: 10 },
    { id: 'sign', expected: 50, perceived: 70, importance: 20 },
    { id: 'till', expected: 50, perceived: 0, importance: 0 },
  ];

  it('is the share of the points that are missing, unless a feeling is given', () => {
    const { gaps, askMore } = touchpointGaps(journey);
    expect(gaps.map(({ id, worth }) => [id, +worth.toFixed(12)])).toEqual([
      ['shop', 5],
      ['staff', 3.333333333333],
      ['till', 0],
      ['sign', 0],
    ]);
    expect(gaps.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(askMore).toEqual([]);
  });

  it('is by a feeling the difference it makes', () => {
    const feeling = (x: { expected: number; perceived: number }) => predictSatisfaction(x).score;
    const { gaps } = touchpointGaps(journey, { feeling });
    const { worth } = gaps.find(({ id }) => id === 'staff') as (typeof gaps)[number];
    const closed = feeling({ expected: 80, perceived: 80 });
    expect(worth).toBeCloseTo((closed - feeling({ expected: 80, perceived: 60 })) / 6, 12);
    // A feeling that rises with shortfalls gives a negative worth, not none.
    const contrary = touchpointGaps(journey, { feeling: (x) => -x.perceived });
    expect(contrary.gaps.at(-1)).toMatchObject({ id: 'shop', worth: -5 });
  });

  it('lies within the worth of its ends, and those are in order', () => {
    const { gaps } = touchpointGaps(
      [{ id: 'shop', expected: [60, 70, 80, 75], perceived: [50, 65, 70, 72] }],
      { feeling: (x) => -x.perceived },
    );
    const { worth, worthLow, worthHigh } = gaps[0] as (typeof gaps)[number];
    expect(worthLow).toBeLessThan(worth);
    expect(worthHigh).toBeGreaterThan(worth);
  });

  it('asks more where the answers leave it open, by what may be at stake', () => {
    const { askMore } = touchpointGaps([
      { id: 'advert', expected: 70, perceived: [69, 75, 72, 68] },
      { id: 'shop', expected: 70, perceived: [20, 90, 80, 60] },
      { id: 'staff', expected: 70, perceived: [60] },
      { id: 'till', expected: 70, perceived: [20, 22, 21, 19] },
      { id: 'use', expected: 70, perceived: 10 },
    ]);
    expect(askMore).toEqual(['staff', 'shop', 'advert']);
  });

  it('does not depend on the order of touchpoints, nor on the unit of importance', () => {
    const touchpoint = fc.record({ expected: level, perceived: level, importance: level });
    const journeys = fc.array(touchpoint, { minLength: 1, maxLength: 8 });
    holds(
      fc.property(journeys, (rows) => {
        fc.pre(rows.some(({ importance }) => importance > 0));
        const named = rows.map((row, i) => ({ ...row, id: `t${i}` }));
        const { gaps } = touchpointGaps(named);
        const turned = touchpointGaps([...named].reverse()).gaps;
        expect(turned.map(({ id }) => id)).toEqual(gaps.map(({ id }) => id));
        const halved = touchpointGaps(
          named.map((row) => ({ ...row, importance: row.importance / 2 })),
        );
        expect(halved.gaps).toEqual(gaps);
        const worths = gaps.map(({ worth }) => worth);
        expect(worths).toEqual([...worths].sort((a, b) => b - a));
        for (const worth of worths) expect(worth).toBeGreaterThanOrEqual(0);
        expect(worths.reduce((sum, worth) => sum + worth, 0)).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });
});

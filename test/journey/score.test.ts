import fc from 'fast-check';
import { adjustParameters } from 'overdeliver';
import { journeyScore, retailTouchpoints, touchpointGaps } from 'overdeliver/journey';
import { outcomeDefaults } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../src/numerics/student';
import { holds } from '../core/seeded';

const level = fc.integer({ min: 0, max: 100 });
const journeys = fc
  .array(fc.record({ expected: level, perceived: level }), { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((row, i) => ({ ...row, id: `t${i}` })));

describe('journeyScore', () => {
  it('is the mean of the average and of peak and end', () => {
    const found = journeyScore([
      { id: 'advert', expected: 60, perceived: 70, importance: 1 },
      { id: 'staff', expected: 80, perceived: 30, importance: 2 },
      { id: 'use', expected: 90, perceived: 80, importance: 1 },
    ]);
    expect(found).toEqual({
      score: (52.5 + 55) / 2,
      low: null,
      high: null,
      average: 52.5,
      peakEnd: 55,
      peak: { id: 'staff', perceived: 30, gap: -50, verdict: 'below' },
      end: { id: 'use', perceived: 80, gap: -10, verdict: 'below' },
      weakest: [
        { id: 'staff', perceived: 30, gap: -50, verdict: 'below' },
        { id: 'use', perceived: 80, gap: -10, verdict: 'below' },
      ],
    });
  });

  it('has its peak above what was expected too; of two as far, where less was perceived', () => {
    const high = { id: 'gift', expected: 50, perceived: 90 };
    const low = { id: 'till', expected: 60, perceived: 20 };
    const end = { id: 'use', expected: 70, perceived: 70 };
    expect(journeyScore([high, end]).peak.id).toBe('gift');
    expect(journeyScore([high, low, end]).peak.id).toBe('till');
    expect(journeyScore([low, high, end]).peak.id).toBe('till');
    expect(journeyScore([high, end]).weakest).toEqual([]);
  });

  it('counts as weak what people notice, and says how sure that is', () => {
    const said = [
      { id: 'sign', expected: [70.1, 70.2, 70.3], perceived: 70.2 },
      { id: 'till', expected: 80, perceived: 75.1 },
      { id: 'shop', expected: 80, perceived: 75 },
      { id: 'staff', expected: 80, perceived: [40, 90, 60] },
      { id: 'use', expected: 80, perceived: [60, 61, 59] },
    ];
    const { weakest, peak } = journeyScore(said);
    expect(weakest.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['use', 'below'],
      ['staff', 'unclear'],
      ['shop', 'below'],
    ]);
    expect(peak).toEqual(weakest[0]);
    const coarse = adjustParameters(outcomeDefaults, 'outcome/ours', { noticeablePoints: 17 });
    expect(journeyScore(said, { parameters: coarse }).weakest.map(({ id }) => id)).toEqual(['use']);
    const verdictOf = new Map(touchpointGaps(said).gaps.map(({ id, verdict }) => [id, verdict]));
    for (const { id, verdict } of weakest) expect(verdict).toBe(verdictOf.get(id));
  });

  it('stays on the scale, between the worst and the best moment', () => {
    holds(
      fc.property(journeys, (journey) => {
        const { score, average, peakEnd } = journeyScore(journey);
        const levels = journey.map(({ perceived }) => perceived);
        for (const value of [score, average, peakEnd]) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...levels));
          expect(value).toBeLessThanOrEqual(Math.max(...levels));
        }
      }),
    );
  });

  // 23 shares of odd importances add up to 1.0000000000000002.
  it('leaves the scale by no rounding, and stays within its interval', () => {
    const same = (n: number, level: number, times = 1) =>
      journeyScore(
        Array.from({ length: n }, (_, i) => ({
          id: `t${i}`,
          expected: 90,
          perceived: times === 1 ? level : Array.from({ length: times }, () => level),
          importance: 1 + (i % 7),
        })),
      );
    expect(same(23, 100)).toMatchObject({ score: 100, average: 100, peakEnd: 100 });
    for (let n = 1; n < 60; n++) {
      for (const level of [0, 0.1, 33.3, 66.7, 100]) {
        expect(same(n, level)).toMatchObject({ score: level, average: level });
        expect(same(n, level, 3)).toMatchObject({ score: level, low: level, high: level });
      }
    }
    const uncounted = { id: 'sign', expected: 50, perceived: 100, importance: 0 };
    const use = { id: 'use', expected: 90, perceived: 66.7 };
    const counted = [1, 2, 3, 4, 5].map((importance) => ({
      ...use,
      id: `${importance}`,
      importance,
    }));
    expect(journeyScore([uncounted, ...counted]).average).toBe(66.7);
  });

  it('rests on the order of touchpoints by its end alone', () => {
    holds(
      fc.property(journeys, (journey) => {
        const turned = [...journey.slice(0, -1).reverse(), ...journey.slice(-1)];
        const [found, other] = [journeyScore(journey), journeyScore(turned)];
        expect(other.score).toBeCloseTo(found.score, 10);
        expect(other.weakest).toEqual(found.weakest);
        expect(other.end).toEqual(found.end);
      }),
    );
  });

  // Weights .5 / 2 + .25 for the peak, which is not the end, and the same for the end; t of the fewer, n = 2.
  it('has an interval as wide as errors can add up to', () => {
    const found = journeyScore([
      { id: 'staff', expected: 90, perceived: { mean: 50, sd: 6, n: 9 } },
      { id: 'use', expected: 60, perceived: [58, 62] },
    ]);
    const span = studentQuantile(0.975, 1) * (0.5 * 2 + 0.5 * 2);
    expect(found.score).toBe(55);
    expect(found.low).toBeCloseTo(55 - span, 9);
    expect(found.high).toBeCloseTo(55 + span, 9);
  });

  it('has one only when every answer has company, and narrows with more of them', () => {
    const asked = { id: 'staff', expected: 80, perceived: [50, 60, 55, 65] };
    const width = (perceived: number[], confidence?: number) => {
      const { low, high } = journeyScore([{ ...asked, perceived }], { confidence });
      return (high as number) - (low as number);
    };
    const { perceived } = asked;
    expect(width([...perceived, ...perceived])).toBeLessThan(width(perceived));
    expect(width(perceived, 0.8)).toBeLessThan(width(perceived, 0.9));
    const fixed = { id: 'use', expected: 70, perceived: 70 };
    expect(journeyScore([asked, fixed]).low).not.toBeNull();
    const single = journeyScore([asked, { ...fixed, perceived: [70] }]);
    expect([single.low, single.high]).toEqual([null, null]);
    expect(journeyScore([{ ...fixed, perceived: [70] }, asked]).low).toBeNull();
    // What does not count does not blur.
    const ignored = { id: 'sign', expected: 70, perceived: [70], importance: 0 };
    expect(journeyScore([ignored, { ...asked, importance: 1 }]).low).not.toBeNull();
  });

  it('ends where the scale does', () => {
    const wide = journeyScore([{ id: 'use', expected: 50, perceived: [0, 100] }]);
    expect([wide.low, wide.high]).toEqual([0, 100]);
  });
});

describe('retailTouchpoints', () => {
  it('holds those of D30 and the use, each with what may go wrong, for good', () => {
    expect(retailTouchpoints.map(({ id }) => id)).toEqual([
      'advert',
      'sign',
      'catalogue',
      'shop',
      'staff',
      'priceTags',
      'security',
      'handOver',
      'advisers',
      'use',
    ]);
    for (const touchpoint of retailTouchpoints) {
      expect(touchpoint.mayGoWrong?.length).toBeGreaterThan(1);
      expect(Object.isFrozen(touchpoint) && Object.isFrozen(touchpoint.mayGoWrong)).toBe(true);
    }
    expect(Object.isFrozen(retailTouchpoints)).toBe(true);
  });

  it('can be measured as it stands', () => {
    const measured = retailTouchpoints.map((touchpoint) => ({
      ...touchpoint,
      expected: 70,
      perceived: 60,
    }));
    expect(journeyScore(measured).score).toBeCloseTo(60, 10);
  });
});

import fc from 'fast-check';
import { adjustParameters, predictIntention } from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import { stageNames } from 'overdeliver/expectation';
import { predictIntentions, surveyIntentions } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const places = fc.record({
  satisfaction: fc.double({ min: 0, max: 100, noNaN: true }),
  outcome: fc.constantFrom(0, 1, 2),
  stage: fc.constantFrom(1, 2),
});

describe('predictIntentions', () => {
  it('agrees with predictIntention bit for bit', () => {
    const parameters = adjustParameters(surveyIntentions, 'ours', { 'recommend.longTerm': 0.3 });
    holds(
      fc.property(fc.array(places, { minLength: 1, maxLength: 30 }), (rows) => {
        const table = predictIntentions(
          {
            satisfaction: Float64Array.from(rows, (row) => row.satisfaction),
            outcome: Uint8Array.from(rows, (row) => row.outcome),
            stage: Uint8Array.from(rows, (row) => row.stage),
          },
          { parameters },
        );
        rows.forEach(({ satisfaction, outcome, stage }, i) => {
          const one = predictIntention(
            {
              satisfaction,
              outcome: outcomes[outcome] as 'met',
              stage: stageNames[stage] as 'long-term',
            },
            { parameters },
          );
          expect(Object.is(table.repurchase[i], one.repurchase)).toBe(true);
          expect(Object.is(table.recommend[i], one.recommend)).toBe(true);
          expect(Object.is(table.complain[i], one.complain)).toBe(true);
        });
        expect(table.model.id).toBe('ours');
      }),
    );
  });

  it('takes one outcome and one stage for all, and leaves a row without satisfaction open', () => {
    const satisfaction = Float64Array.of(80, Number.NaN);
    const { repurchase, recommend, complain, status } = predictIntentions({
      satisfaction,
      outcome: 'met',
      stage: 'long-term',
    });
    const one = predictIntention({ satisfaction: 80, outcome: 'met', stage: 'long-term' });
    expect([repurchase[0], recommend[0]]).toEqual([one.repurchase, one.recommend]);
    expect([repurchase[1], recommend[1], complain[1]]).toEqual(Array(3).fill(Number.NaN));
    expect([...status]).toEqual([0, 1]);
  });

  it('takes both ends of the scale', () => {
    const satisfaction = Float64Array.of(0, 100);
    const { repurchase } = predictIntentions({ satisfaction, outcome: 'met', stage: 'first-use' });
    const ends = [0, 100].map(
      (level) =>
        predictIntention({ satisfaction: level, outcome: 'met', stage: 'first-use' }).repurchase,
    );
    expect([...repurchase]).toEqual(ends);
  });

  const good = { satisfaction: Float64Array.of(80), outcome: 'met', stage: 'long-term' };
  it.each([
    [{ satisfaction: Float64Array.of(101) }, 'out-of-range', 'satisfaction[0]'],
    [{ satisfaction: Float64Array.of(-1) }, 'out-of-range', 'satisfaction[0]'],
    [{ outcome: Uint8Array.of(3) }, 'unknown-name', 'outcome[0]'],
    [{ stage: Uint8Array.of(0) }, 'unknown-name', 'stage[0]'],
    [{ stage: Uint8Array.of(3) }, 'unknown-name', 'stage[0]'],
    [{ stage: Uint8Array.of(1, 1) }, 'length-mismatch', 'stage'],
    [{ satisfaction: [80] }, 'wrong-type', 'satisfaction'],
    [{ outcome: undefined }, 'missing', 'outcome'],
    [{ extra: 1 }, 'unknown-name', 'extra'],
  ])('refuses %o', (change, code, path) => {
    const columns = { ...good, ...change } as never;
    expect(refusal(() => predictIntentions(columns))).toMatchObject({
      function: 'predictIntentions',
      code,
      path,
    });
  });

  it.each([
    [
      { outcome: ['met'] },
      'one of below, met, exceeded for all rows, or a Uint8Array of 0 (below), 1 (met) and 2 (exceeded)',
    ],
    [
      { stage: ['long-term'] },
      'one of first-use, long-term for all rows, or a Uint8Array of 1 (first-use) and 2 (long-term)',
    ],
    [{ satisfaction: [80] }, 'a Float64Array, such as Float64Array.from(numbers)'],
  ])('says which columns it takes instead of %j', (change, expected) => {
    const columns = { ...good, ...change } as never;
    expect(refusal(() => predictIntentions(columns)).expected).toBe(expected);
  });
});

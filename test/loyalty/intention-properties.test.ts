import fc from 'fast-check';
import { adjustParameters, type IntentionInput, predictIntention } from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import { explainIntention, intentionInputSchema, surveyIntentions } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { holds } from '../core/seeded';

const stages = ['first-use', 'long-term'] as const;
const level = fc.integer({ min: 0, max: 1000 }).map((tenth) => tenth / 10);
const customer: fc.Arbitrary<IntentionInput> = fc.record({
  satisfaction: level,
  outcome: fc.constantFrom(...outcomes),
  stage: fc.constantFrom(...stages),
});
const logOdds = (chance: number) => Math.log(chance / (1 - chance));

describe('predictIntention', () => {
  // Printed as `golden` of loyalty/index-survey-1 by /usr/bin/python3 bench/fit/fit.py ../shared/data.
  it.each([
    [40, 0.3839879389, 0.317728996],
    [70, 0.71599792, 0.7488348229],
    [90, 0.864860787, 0.9113446536],
  ])('satisfied by %d: buys again %d, recommends %d', (satisfaction, repurchase, recommend) => {
    const prediction = predictIntention({ satisfaction, outcome: 'met', stage: 'first-use' });
    expect(prediction.repurchase).toBeCloseTo(repurchase, 9);
    expect(prediction.recommend).toBeCloseTo(recommend, 9);
    expect(prediction.model).toEqual({
      id: 'loyalty/index-survey-1',
      setting: surveyIntentions.setting,
    });
  });

  it.each([
    ['below', 'first-use', -0.5, -0.5],
    ['exceeded', 'first-use', 0.25, 0.5],
    ['met', 'long-term', 0.25, 0],
    ['below', 'long-term', -0.25, -0.5],
    ['exceeded', 'long-term', 0.5, 0.5],
  ] as const)('%s at %s adds %d and %d to the log odds', (outcome, stage, again, tell) => {
    const plain = predictIntention({ satisfaction: 70, outcome: 'met', stage: 'first-use' });
    const other = predictIntention({ satisfaction: 70, outcome, stage });
    expect(logOdds(other.repurchase) - logOdds(plain.repurchase)).toBeCloseTo(again, 12);
    expect(logOdds(other.recommend) - logOdds(plain.recommend)).toBeCloseTo(tell, 12);
  });

  // By hand: 1 - 5 * .7, and what outcome and stage add.
  it.each([
    ['met', 'first-use', -2.5],
    ['below', 'first-use', -1.5],
    ['exceeded', 'first-use', -3],
    ['met', 'long-term', -2.25],
  ] as const)('%s at %s complains with log odds of %d', (outcome, stage, expected) => {
    const { complain } = predictIntention({ satisfaction: 70, outcome, stage });
    expect(logOdds(complain)).toBeCloseTo(expected, 12);
  });

  it('gives chances that rise with satisfaction, and that of complaining falls', () => {
    holds(
      fc.property(customer, level, (given, other) => {
        const [low, high] = [
          Math.min(given.satisfaction, other),
          Math.max(given.satisfaction, other),
        ];
        const less = predictIntention({ ...given, satisfaction: low });
        const more = predictIntention({ ...given, satisfaction: high });
        for (const intention of ['repurchase', 'recommend'] as const) {
          expect(less[intention]).toBeGreaterThan(0);
          expect(more[intention]).toBeLessThan(1);
          if (low < high) expect(less[intention]).toBeLessThan(more[intention]);
        }
        if (low < high) expect(more.complain).toBeLessThan(less.complain);
      }),
    );
  });

  it('rates exceeded above met above below, and a regular no lower than a newcomer', () => {
    holds(
      fc.property(customer, (given) => {
        const by = (change: Partial<IntentionInput>) => predictIntention({ ...given, ...change });
        for (const intention of ['repurchase', 'recommend'] as const) {
          const [below, met, exceeded] = outcomes.map((outcome) => by({ outcome })[intention]);
          expect(below).toBeLessThan(met as number);
          expect(met).toBeLessThan(exceeded as number);
          const [newcomer, regular] = stages.map((stage) => by({ stage })[intention]);
          expect(regular).toBeGreaterThanOrEqual(newcomer as number);
        }
      }),
    );
  });

  it('takes a set of your own, also from JSON', () => {
    const given = { satisfaction: 100, outcome: 'exceeded', stage: 'long-term' } as const;
    const model = adjustParameters(surveyIntentions, 'loyalty/ours', {
      'repurchase.base': 1,
      'repurchase.satisfaction': 0,
      'repurchase.exceeded': 2,
      'repurchase.longTerm': 3,
    });
    const ours = predictIntention(given, { parameters: deepFreeze(model) });
    expect(logOdds(ours.repurchase)).toBeCloseTo(6, 9);
    expect(ours.recommend).toBe(predictIntention(given).recommend);
    expect(ours.model.id).toBe('loyalty/ours');
    const back = JSON.parse(JSON.stringify(model)) as typeof model;
    expect(predictIntention(given, { parameters: back })).toEqual(ours);
    expect(predictIntention(given, { parameters: undefined })).toEqual(predictIntention(given));
  });
});

describe('explainIntention', () => {
  it('explains the same prediction by terms that add up to its log odds', () => {
    holds(
      fc.property(customer, (given) => {
        const { prediction, logOdds: sums, contributions } = explainIntention(deepFreeze(given));
        expect(prediction).toEqual(predictIntention(given));
        for (const intention of ['repurchase', 'recommend', 'complain'] as const) {
          const parts = contributions[intention];
          expect(parts.map(({ term }) => term)).toEqual([
            'base',
            'satisfaction',
            'below',
            'exceeded',
            'longTerm',
          ]);
          const sum = parts.reduce((total, part) => total + part.logOdds, 0);
          expect(sum).toBeCloseTo(sums[intention], 12);
          expect(logOdds(prediction[intention])).toBeCloseTo(sum, 9);
        }
        expectSurvivesJson(explainIntention(given));
      }),
    );
  });

  it('says which term adds what', () => {
    const { contributions } = explainIntention({
      satisfaction: 50,
      outcome: 'exceeded',
      stage: 'long-term',
    });
    expect(contributions.repurchase.map((part) => part.logOdds)).toEqual([
      -2.3357902,
      4.657837 / 2,
      0,
      0.25,
      0.25,
    ]);
    expect(contributions.recommend.map((part) => part.logOdds)).toEqual([
      -3.2397425,
      6.1887859 / 2,
      0,
      0.5,
      0,
    ]);
  });
});

describe('intentionInputSchema', () => {
  const good = { satisfaction: 80, outcome: 'met', stage: 'long-term' };

  it('composes with zod and zod/mini', () => {
    const row = z.object({ id: z.number(), after: intentionInputSchema });
    expect(row.parse({ id: 1, after: good })).toEqual({ id: 1, after: good });
    const wrong = row.safeParse({ id: 1, after: { ...good, satisfaction: 101 } });
    expect(wrong.error?.issues[0]).toMatchObject({ path: ['after', 'satisfaction'] });
    const rows = mini.array(intentionInputSchema);
    expect(mini.parse(rows, [good])).toEqual([good]);
    expect(mini.safeParse(rows, [{ ...good, stage: 'never-used' }]).success).toBe(false);
    expect(mini.safeParse(rows, [{ ...good, mood: 'fine' }]).success).toBe(false);
  });
});

import fc from 'fast-check';
import {
  adjustParameters,
  explainIntentions,
  type IntentionInput,
  intentionInputSchema,
  outcomes,
  predictIntentions,
  surveyIntentions,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const seeded = { seed: 20261123, numRuns: 300 };
const input = fc.record({
  satisfaction: fc.double({ min: 0, max: 100, noNaN: true }),
  outcome: fc.constantFrom(...outcomes),
  stage: fc.constantFrom('first-use' as const, 'long-term' as const),
});

describe('predictIntentions', () => {
  // `fits` of loyalty/index-survey-1, printed by /usr/bin/python3 bench/fit/fit.py ../shared/data
  it.each([
    [40, 0.3839879389, 0.317728996],
    [70, 0.71599792, 0.7488348229],
    [90, 0.864860787, 0.9113446536],
  ])('has the chances of the fit at satisfaction %d', (satisfaction, repurchase, recommend) => {
    const does = predictIntentions({ satisfaction, outcome: 'met', stage: 'first-use' });
    expect(does.repurchase).toBeCloseTo(repurchase, 9);
    expect(does.recommend).toBeCloseTo(recommend, 9);
  });

  it('rises with satisfaction', () => {
    fc.assert(
      fc.property(input, fc.double({ min: 0, max: 100, noNaN: true }), (customer, other) => {
        const [low, high] = [customer.satisfaction, other].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const less = predictIntentions({ ...customer, satisfaction: low });
        const more = predictIntentions({ ...customer, satisfaction: high });
        expect(more.repurchase).toBeGreaterThanOrEqual(less.repurchase);
        expect(more.recommend).toBeGreaterThanOrEqual(less.recommend);
        expect(more.complain).toBeLessThanOrEqual(less.complain);
      }),
      seeded,
    );
  });

  it('is lowest for below and highest for exceeded', () => {
    const at = (outcome: IntentionInput['outcome']) =>
      predictIntentions({ satisfaction: 70, outcome, stage: 'first-use' });
    expect(at('below').repurchase).toBeLessThan(at('met').repurchase);
    expect(at('met').repurchase).toBeLessThan(at('exceeded').repurchase);
    expect(at('below').recommend).toBeLessThan(at('met').recommend);
    expect(at('met').recommend).toBeLessThan(at('exceeded').recommend);
  });

  it('turns complaining the other way round', () => {
    const at = (outcome: IntentionInput['outcome'], stage: IntentionInput['stage']) =>
      predictIntentions({ satisfaction: 70, outcome, stage }).complain;
    // 1 - 5 * .7, and what outcome and stage add
    expect(at('met', 'first-use')).toBeCloseTo(1 / (1 + Math.exp(2.5)), 12);
    expect(at('below', 'first-use')).toBeCloseTo(1 / (1 + Math.exp(1.5)), 12);
    expect(at('exceeded', 'first-use')).toBeCloseTo(1 / (1 + Math.exp(3)), 12);
    expect(at('met', 'long-term')).toBeCloseTo(1 / (1 + Math.exp(2.25)), 12);
  });

  it('counts habit for a long-term customer', () => {
    const at = (stage: IntentionInput['stage']) =>
      predictIntentions({ satisfaction: 70, outcome: 'met', stage });
    expect(at('long-term').repurchase).toBeGreaterThan(at('first-use').repurchase);
    expect(at('long-term').recommend).toBe(at('first-use').recommend);
  });

  it('gives chances between 0 and 1 that survive JSON', () => {
    fc.assert(
      fc.property(input, (customer) => {
        const does = predictIntentions(customer);
        expect(does.repurchase > 0 && does.repurchase < 1).toBe(true);
        expect(does.recommend > 0 && does.recommend < 1).toBe(true);
        expect(does.complain > 0 && does.complain < 1).toBe(true);
        expect(JSON.parse(JSON.stringify(does))).toEqual(does);
      }),
      seeded,
    );
  });

  it('takes numbers of your own', () => {
    const model = adjustParameters(surveyIntentions, 'mine', { 'repurchase.longTerm': 0 });
    const customer = { satisfaction: 70, outcome: 'met', stage: 'long-term' } as const;
    const does = predictIntentions(customer, { model });
    expect(does.model.id).toBe('mine');
    expect(does.repurchase).toBeCloseTo(0.71599792, 9);
  });

  it.each([
    [{ satisfaction: 130, outcome: 'met', stage: 'first-use' }, 'out-of-range', 'satisfaction'],
    [{ satisfaction: 70, outcome: 'fine', stage: 'first-use' }, 'unknown-name', 'outcome'],
    [{ satisfaction: 70, outcome: 'met', stage: 'never-used' }, 'unknown-name', 'stage'],
    [{ satisfaction: 70, outcome: 'met' }, 'missing', 'stage'],
    [{ satisfaction: 70, outcome: 'met', stage: 'first-use', mood: 1 }, 'unknown-name', 'mood'],
  ])('refuses %j', (customer, code, path) => {
    expect(() => predictIntentions(customer as never)).toThrow(
      expect.objectContaining({ code, path, function: 'predictIntentions' }),
    );
  });

  it('refuses an unknown option and a model that lacks a number', () => {
    const customer = { satisfaction: 70, outcome: 'met', stage: 'first-use' } as const;
    expect(() => predictIntentions(customer, { parameters: 1 } as never)).toThrow(
      expect.objectContaining({ code: 'unknown-name', path: 'options.parameters' }),
    );
    const model = { ...surveyIntentions, parameters: {} } as never;
    expect(() => explainIntentions(customer, { model })).toThrow(
      expect.objectContaining({ code: 'missing', path: 'options.model.repurchase.base' }),
    );
  });
});

describe('explainIntentions', () => {
  it('finds the same and adds up to the log odds', () => {
    fc.assert(
      fc.property(input, (customer) => {
        const { prediction, logOdds, contributions } = explainIntentions(customer);
        expect(prediction).toEqual(predictIntentions(customer));
        for (const intention of ['repurchase', 'recommend', 'complain'] as const) {
          const total = contributions[intention].reduce((sum, part) => sum + part.logOdds, 0);
          expect(total).toBeCloseTo(logOdds[intention], 12);
          expect(1 / (1 + Math.exp(-total))).toBeCloseTo(prediction[intention], 12);
        }
      }),
      seeded,
    );
  });
});

describe('the numbers', () => {
  it.each(Object.entries(surveyIntentions.parameters))('%s has its provenance', (name, p) => {
    expect(p.value >= p.range[0] && p.value <= p.range[1]).toBe(true);
    expect(p.source).not.toBe('');
    const fromSurvey = /^re.*(base|satisfaction)/.test(name);
    expect(p.status).toBe(fromSurvey ? 'fitted' : 'assumed');
    expect(p.standardError !== undefined).toBe(fromSurvey);
  });

  it('composes with schemas of yours', () => {
    const mine = z.object({ customer: z.string(), last: intentionInputSchema });
    const last = { satisfaction: 70, outcome: 'met', stage: 'first-use' };
    expect(mine.parse({ customer: 'a', last })).toEqual({ customer: 'a', last });
  });
});

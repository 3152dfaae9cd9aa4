import fc from 'fast-check';
import {
  adjustParameters,
  type FailureRecovered,
  type IntentionInput,
  predictIntention,
  predictRecovery,
} from 'overdeliver';
import { outcomes } from 'overdeliver/core';
import { recoveryDefaults, surveyIntentions } from 'overdeliver/loyalty';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../capability/survives-json';
import { deepFreeze } from '../core/deep-freeze';
import { refusal } from '../core/refusal';
import { holds } from '../core/seeded';

const customer = { satisfaction: 80, outcome: 'met', stage: 'long-term' } as const;
const all = { failed: 40, distributive: 100, interactional: 100, procedural: 100, apologies: 1 };
const level = fc.double({ min: 0, max: 100, noNaN: true });
const customers: fc.Arbitrary<IntentionInput> = fc.record({
  satisfaction: level,
  outcome: fc.constantFrom(...outcomes),
  stage: fc.constantFrom('first-use' as const, 'long-term' as const),
});
const recoveries = fc.record({
  distributive: level,
  interactional: level,
  procedural: level,
  apologies: fc.integer({ min: 0, max: 20 }),
  failedAt: fc.double({ min: 0, max: 1, noNaN: true }),
});
const given = ({ satisfaction }: IntentionInput, { failedAt, ...done }: { failedAt: number }) =>
  ({ ...done, failed: failedAt * satisfaction }) satisfies FailureRecovered;

describe('predictRecovery', () => {
  // By hand: 40 lost; .5 * .8, .35 * .6, .15 * .5 and .1 of it regained.
  it('adds up what is regained', () => {
    const done = { failed: 40, distributive: 80, interactional: 60, procedural: 50, apologies: 1 };
    const { satisfaction, contributions, regained, model } = predictRecovery(customer, done);
    expect(regained).toBeCloseTo(0.785, 12);
    expect(satisfaction.recovered).toBeCloseTo(71.4, 12);
    const points = [16, 8.4, 3, 4, 0, 0];
    contributions.forEach((part, i) => {
      expect(part.points).toBeCloseTo(points[i] as number, 12);
    });
    expect(contributions.map(({ term }) => term)).toEqual([
      'distributive',
      'interactional',
      'procedural',
      'apology',
      'apologyRepeated',
      'bounds',
    ]);
    expect(model.id).toBe('loyalty/recovery-1');
  });

  it('regains nothing of what was not lost', () => {
    const unhurt = { failed: customer.satisfaction, distributive: 100 };
    const { satisfaction, regained, contributions } = predictRecovery(customer, unhurt);
    expect([satisfaction.recovered, regained]).toEqual([customer.satisfaction, null]);
    expect(contributions.every(({ points }) => points === 0)).toBe(true);
  });

  it('leaves a failure that nobody answers as it is', () => {
    const { satisfaction, intentions, regained, capped } = predictRecovery(customer, {
      failed: 40,
    });
    expect(satisfaction).toEqual({ before: 80, failed: 40, recovered: 40 });
    const { repurchase, recommend } = predictIntention({
      ...customer,
      satisfaction: 40,
      outcome: 'below',
    });
    expect(intentions.failed).toEqual({ repurchase, recommend });
    expect(intentions.recovered).toEqual({ repurchase, recommend });
    expect([regained, capped]).toEqual([0, []]);
  });

  it('lifts satisfaction above its old level, intentions only where the paradox is allowed', () => {
    const held = predictRecovery(customer, all);
    expect(held.satisfaction.recovered).toBeCloseTo(84, 12);
    expect(held.intentions.recovered).toEqual(held.intentions.before);
    expect(held.capped).toEqual(['repurchase', 'recommend']);
    const free = predictRecovery(customer, all, { paradox: true });
    expect(free.satisfaction).toEqual(held.satisfaction);
    expect(free.intentions.recovered.repurchase).toBe(
      predictIntention({ ...customer, satisfaction: free.satisfaction.recovered }).repurchase,
    );
    expect(free.intentions.recovered.recommend).toBeGreaterThan(free.intentions.before.recommend);
    expect(free.capped).toEqual([]);
  });

  it('counts a recovered customer as disappointed so far as the loss is not regained', () => {
    const { satisfaction, intentions } = predictRecovery(customer, {
      failed: 40,
      distributive: 50,
    });
    const at = (outcome: IntentionInput['outcome']) =>
      predictIntention({ ...customer, satisfaction: satisfaction.recovered, outcome }).repurchase;
    expect(intentions.recovered.repurchase).toBeCloseTo(0.25 * at('met') + 0.75 * at('below'), 12);
  });

  it('ranks compensation before treatment, procedure and apology, and repeated apologies below none', () => {
    const ends = (done: Partial<FailureRecovered>) =>
      predictRecovery(customer, { failed: 40, ...done }).satisfaction.recovered;
    const ranked = [
      ends({ distributive: 100 }),
      ends({ interactional: 100 }),
      ends({ procedural: 100 }),
      ends({ apologies: 1 }),
      ends({}),
      ends({ apologies: 2 }),
      ends({ apologies: 3 }),
    ];
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
    expect(new Set(ranked).size).toBe(ranked.length);
  });

  it('adds up, stays on its scales and survives JSON', () => {
    holds(
      fc.property(customers, recoveries, fc.boolean(), (one, done, paradox) => {
        const result = predictRecovery(deepFreeze(one), deepFreeze(given(one, done)), { paradox });
        const { satisfaction, contributions, intentions } = result;
        const sum = contributions.reduce(
          (total, { points }) => total + points,
          satisfaction.failed,
        );
        expect(sum).toBeCloseTo(satisfaction.recovered, 9);
        expect(satisfaction.recovered).toBeGreaterThanOrEqual(0);
        expect(satisfaction.recovered).toBeLessThanOrEqual(100);
        for (const intention of ['repurchase', 'recommend'] as const) {
          const { before, recovered } = intentions;
          expect(recovered[intention]).toBeGreaterThan(0);
          expect(recovered[intention]).toBeLessThan(1);
          if (!paradox) expect(recovered[intention]).toBeLessThanOrEqual(before[intention]);
        }
        expectSurvivesJson(result);
      }),
    );
  });

  it('wins back more the fairer it is', () => {
    const kinds = ['distributive', 'interactional', 'procedural'] as const;
    holds(
      fc.property(
        customers,
        recoveries,
        fc.constantFrom(...kinds),
        level,
        (one, done, kind, to) => {
          const less = given(one, { ...done, [kind]: Math.min(done[kind], to) });
          const more = given(one, { ...done, [kind]: Math.max(done[kind], to) });
          const [low, high] = [predictRecovery(one, less), predictRecovery(one, more)];
          expect(high.satisfaction.recovered).toBeGreaterThanOrEqual(low.satisfaction.recovered);
          expect(high.intentions.recovered.repurchase).toBeGreaterThanOrEqual(
            low.intentions.recovered.repurchase - 1e-12,
          );
        },
      ),
    );
  });

  it('takes models of your own, names both, and warns of what lies outside', () => {
    const parameters = adjustParameters(recoveryDefaults, 'ours/recovery', { distributive: 1 });
    const intentions = adjustParameters(surveyIntentions, 'ours/intentions', {
      'repurchase.below': 0,
    });
    const done = { failed: 10, distributive: 100 };
    const result = predictRecovery(customer, done, { parameters, intentions });
    expect(result.satisfaction.recovered).toBe(80);
    // All is as it was before, so that nothing is held there.
    expect(result.capped).toEqual([]);
    expect([result.model.id, result.intentionModel.id]).toEqual([
      'ours/recovery',
      'ours/intentions',
    ]);
    expect(result.warnings).toMatchObject([
      { code: 'outside-fitted-range', path: 'satisfaction.failed', value: 10 },
    ]);
  });

  it.each([
    [customer, { failed: 81 }, {}, 'out-of-range', 'recovery.failed'],
    [customer, { failed: -1 }, {}, 'out-of-range', 'recovery.failed'],
    [customer, {}, {}, 'missing', 'recovery.failed'],
    [customer, { ...all, distributive: 101 }, {}, 'out-of-range', 'recovery.distributive'],
    [customer, { ...all, apologies: 1.5 }, {}, 'wrong-type', 'recovery.apologies'],
    [customer, { ...all, apologies: -1 }, {}, 'out-of-range', 'recovery.apologies'],
    [customer, { ...all, flowers: 1 }, {}, 'unknown-name', 'recovery.flowers'],
    [{ ...customer, satisfaction: 101 }, all, {}, 'out-of-range', 'customer.satisfaction'],
    [{ ...customer, stage: 'never-used' }, all, {}, 'unknown-name', 'customer.stage'],
    [customer, all, { paradox: 'yes' }, 'wrong-type', 'options.paradox'],
    [customer, all, { parameters: 1 }, 'wrong-type', 'options.parameters'],
    [customer, all, { intentions: 1 }, 'wrong-type', 'options.intentions'],
    [customer, all, { model: surveyIntentions }, 'unknown-name', 'options.model'],
  ])('refuses %o, %o, %o', (one, done, options, code, path) => {
    const call = () => predictRecovery(one as never, done as never, options as never);
    expect(refusal(call)).toMatchObject({ function: 'predictRecovery', code, path });
  });
});

import {
  capabilityFromSamples,
  formExpectation,
  judgeOutcome,
  planByBalance,
  planByCost,
} from 'overdeliver';
import { pipelineCapability } from 'overdeliver/capability';
import { planSurprise } from 'overdeliver/promise';
import { expect, it } from 'vitest';
import { refusal } from '../core/refusal';

// What is equal but for rounding is equal: differences are judged by the scale of what was subtracted.

const deviations = (values: readonly number[]) =>
  capabilityFromSamples(values, { unit: 'minutes', deviations: true });

it('a surprise that ends at 0 is kept by those at 0', () => {
  const planned = (early: number) =>
    planSurprise(deviations([early, early, early, 0, 0, 0, 0, 1, 1]), {
      by: 0.3,
      probability: 0.25,
    });
  for (const early of [-0.3, 0.1 - 0.4]) {
    const { promise, chance } = planned(early);
    expect([promise, chance.estimate]).toEqual([0, 0.7]);
  }
  const levels = capabilityFromSamples([3.0000000000000004, 3.0000000000000004, 9], {
    unit: 'points',
    better: 'higher',
  });
  expect(planSurprise(levels, { by: 3, probability: 0.5 }).promise).toBe(0);
});

it('steps that make up for each other come to 0', () => {
  for (const steps of [
    [0.1, 0.2, -0.3],
    [0.2, -0.3, 0.1],
    [-0.3, 0.1, 0.2],
  ]) {
    const all = pipelineCapability(steps.map((step) => deviations([step])));
    expect([all.quantile(0.5), all.chance(0)]).toEqual([0, 1]);
  }
});

it('costs in cents plan what they plan in euros', () => {
  const minutes = capabilityFromSamples(
    Array.from({ length: 399 }, (_, i) => i + 1),
    { unit: 'minutes' },
  );
  // 400 x (1 - 199 / 200) = 2.
  for (const costs of [
    { late: 20, perUnitQuoted: 19.9 },
    { late: 2000, perUnitQuoted: 1990 },
    { late: 0.2, perUnitQuoted: 0.199 },
  ]) {
    expect(planByCost(minutes, costs).promise).toBe(2);
  }
  for (let late = 1; late <= 40; late++) {
    for (let tenths = 1; tenths < 10 * late; tenths++) {
      const rank = Math.ceil((400 * (10 * late - tenths)) / (10 * late));
      if (rank > 399) continue;
      expect(planByCost(minutes, { late, perUnitQuoted: tenths / 10 }).promise).toBe(rank);
    }
  }
  const even = refusal(() => planByCost(minutes, { late: 0.1 + 0.2, perUnitQuoted: 0.3 }));
  expect(even).toMatchObject({ code: 'out-of-range', path: 'options.perUnitQuoted' });
});

it('what earns nothing is told so in any currency', () => {
  const kitchen = capabilityFromSamples([1, 2, 3, 4, 5, 6, 7, 8, 9], { unit: 'minutes' });
  for (const revenue of [0.3, 0.1 + 0.2, 30]) {
    const { why } = planByBalance(kitchen, {
      attraction: () => 1,
      revenue,
      goodwillLost: () => (revenue > 1 ? revenue : 0.3),
    });
    expect(why.map(({ code }) => code)).toContain('no-profit');
  }
});

it('a promise that is trusted just enough is one', () => {
  const verdicts = [0.5, 0.7 - 0.2].map((reliability) => {
    const formed = formExpectation({
      stage: 'never-used',
      signals: {
        wordOfMouth: { level: 60 },
        companyPromise: { level: 80, reliability },
        advertising: { level: 90, reliability },
      },
    });
    return [formed.promised, judgeOutcome(formed, { perceived: 72 }).outcome];
  });
  expect(verdicts).toEqual([
    [90, 'below'],
    [90, 'below'],
  ]);
});

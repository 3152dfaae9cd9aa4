import {
  capabilityFromSamples,
  explainSatisfaction,
  fitSatisfaction,
  formExpectation,
  judgeOutcome,
  judgePromise,
  predictSatisfaction,
} from 'overdeliver';
import {
  predictSatisfactions,
  recalibrateSatisfaction,
  surveySatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { levels } from './fit/fixtures';
import { levelColumns, levelForm, names } from './fit/given';

const expectation = formExpectation({ stage: 'first-use', signals: { firstImpression: 70 } });
const delivery = { promised: 10, actual: 12, unit: 'days' } as const;
const used = { expected: 70, perceived: 80 };
const told = (call: () => unknown) => {
  const { code, path, expected } = refusal(call);
  expect(code).toBe('wrong-type');
  return `${path}: ${expected}`;
};

describe('what goes elsewhere is sent there', () => {
  it('an expectation, from predictSatisfaction', () => {
    const there = /^: an experience, .*; an Expectation goes to judgeOutcome/;
    expect(told(() => predictSatisfaction(expectation as never))).toMatch(there);
    expect(told(() => explainSatisfaction(expectation as never))).toMatch(there);
    expect(told(() => judgePromise(expectation as never))).toMatch(/goes to judgeOutcome/);
  });

  it('levels and deliveries, from judgeOutcome and judgePromise', () => {
    const experience = { perceived: 80 };
    expect(told(() => judgeOutcome(used as never, experience))).toMatch(
      /^expectation: an Expectation, such as formExpectation makes; .* go to predictSatisfaction$/,
    );
    expect(told(() => judgeOutcome(delivery as never, experience))).toMatch(/judgePromise/);
    expect(told(() => judgePromise(used as never))).toMatch(/^: a delivery.*predictSatisfaction/);
  });

  it('a fit, a recalibration or text in place of a model', () => {
    const fit = fitSatisfaction(levelColumns, levels.answers, { ...names, form: levelForm });
    const moved = recalibrateSatisfaction(levelColumns, levels.answers, {
      ...names,
      id: 'ours/moved',
      model: fit.model,
    });
    const columns = { expected: Float64Array.of(70), perceived: Float64Array.of(80) };
    for (const model of [fit, moved] as never[]) {
      expect(told(() => predictSatisfaction(used, { model }))).toMatch(
        /^options.model: .*`model`$/,
      );
      expect(told(() => predictSatisfactions(columns, { model }))).toMatch(/`model`$/);
    }
    const text = JSON.stringify(surveySatisfaction) as never;
    expect(told(() => predictSatisfaction(used, { model: text }))).toMatch(/JSON\.parse/);
  });

  it('and what cannot be looked at is refused', () => {
    const trap = new Proxy(
      {},
      {
        has: () => {
          throw new Error('trap');
        },
      },
    ) as never;
    expect(told(() => judgeOutcome(trap, { perceived: 8 }))).toMatch(/^expectation: /);
    expect(told(() => judgePromise(trap))).toMatch(/^: /);
    expect(told(() => predictSatisfaction(trap))).toMatch(/^: /);
    expect(told(() => predictSatisfaction({ ...delivery, actual: trap }))).toMatch(/^actual: /);
    expect(told(() => predictSatisfaction(used, { model: trap }))).toMatch(/^options/);
  });

  it('the JSON of a capability, which is not one yet', () => {
    const days = capabilityFromSamples([6, 7, 8, 9], { unit: 'days' });
    const actual = JSON.parse(JSON.stringify(days));
    expect(told(() => predictSatisfaction({ ...delivery, actual }))).toMatch(
      /^actual: .*reviveCapability/,
    );
    expect(predictSatisfaction({ ...delivery, actual: days }).score).toBeGreaterThan(0);
  });
});

import {
  airlineExpectation,
  classifyStage,
  expectationDefaults,
  explainExpectation,
  followExpectation,
  formExpectation,
  formExpectations,
  priceLevel,
  stageWeights,
  steadyStateGain,
  updateExpectation,
  weightingSensitivity,
} from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { customer, given } from './given';

const input = customer({ wordOfMouth: 80 });
const columns = { stage: 'never-used', signals: { wordOfMouth: Float64Array.of(80) } } as const;
const event = { kind: 'need', need: 'safety', level: 5 } as const;
const asOf = new Date('2026-03-01');

/** Every function with options, called with those it cannot do without and some more. */
const functions: Record<string, (more: object) => unknown> = {
  classifyStage: (more) => classifyStage({ firstPurchase: null, uses: [] }, { asOf, ...more }),
  explainExpectation: (more) => explainExpectation(input, more),
  followExpectation: (more) =>
    followExpectation(given(), [], { from: asOf, judge: () => ({ outcome: 'met' }), ...more }),
  formExpectation: (more) => formExpectation(input, more),
  formExpectations: (more) => formExpectations(columns, more),
  priceLevel: (more) => priceLevel({ amount: 1, reference: 1 }, more),
  stageWeights: (more) => stageWeights('never-used', more),
  steadyStateGain: (more) => steadyStateGain(1, more),
  updateExpectation: (more) => updateExpectation(given(), event, { elapsedDays: 0, ...more }),
  weightingSensitivity: (more) => weightingSensitivity(input, more),
};

const { parameters } = expectationDefaults;
const withTolerance = (value: unknown) => ({
  ...expectationDefaults,
  parameters: { ...parameters, tolerance: { ...parameters.tolerance, value } },
});
const { tolerance, ...others } = parameters;

describe.each(Object.entries(functions))('%s', (name, call) => {
  it('takes undefined as absent', () => {
    expect(call({ parameters: undefined })).toEqual(call({}));
  });

  it('takes parameters that went through JSON', () => {
    const stored = JSON.parse(JSON.stringify(expectationDefaults));
    expect(call({ parameters: stored })).toEqual(call({}));
  });

  it('refuses an option it does not know', () => {
    expect(refusal(() => call({ paramters: expectationDefaults }))).toMatchObject({
      code: 'unknown-name',
      function: name,
      path: 'options.paramters',
      value: expectationDefaults,
    });
  });

  it.each([
    ['lack a number', { ...expectationDefaults, parameters: others }, 'missing', '.tolerance'],
    ['hold NaN', withTolerance(Number.NaN), 'out-of-range', '.tolerance'],
    ['hold a number off its range', withTolerance(7), 'out-of-range', '.tolerance'],
    ['hold a text', withTolerance('0.1'), 'wrong-type', '.tolerance'],
    ['are null', null, 'wrong-type', ''],
    ['are an id', 'expectation/assumed-1', 'wrong-type', ''],
  ])('refuses parameters that %s', (_, set, code, path) => {
    expect(refusal(() => call({ parameters: set }))).toMatchObject({
      code,
      function: name,
      path: `options.parameters${path}`,
    });
  });
});

describe.each(['formExpectation', 'formExpectations', 'stageWeights', 'explainExpectation'])(
  '%s refuses',
  (name) => {
    const call = functions[name] as (more: object) => unknown;

    it('an order that is no list of names', () => {
      const path = 'options.order';
      expect(refusal(() => call({ order: null }))).toMatchObject({ code: 'wrong-type', path });
      expect(refusal(() => call({ order: 'price' }))).toMatchObject({ code: 'wrong-type', path });
      expect(refusal(() => call({ order: [3] }))).toMatchObject({ path: 'options.order[0]' });
    });

    it('a method that is no function', () => {
      expect(refusal(() => call({ method: 'rankSum' }))).toMatchObject({
        code: 'wrong-type',
        function: name,
        path: 'options.method',
        value: 'rankSum',
        expected: 'a function',
      });
    });

    it('a method that gives other weights than it was asked for', () => {
      for (const weights of [[1], [2, -0.5, -0.5], [Number.NaN, 0.5, 0.5], [0, 0, 0], 'abc']) {
        const method = () => weights;
        expect(refusal(() => call({ method }))).toMatchObject({
          code: 'out-of-range',
          function: name,
          path: 'options.method',
          value: method,
          expected: 'a method that returns 3 weights of at least 0, not all of them 0',
        });
      }
    });
  },
);

describe('options', () => {
  it('that are null are refused', () => {
    expect(refusal(() => formExpectation(input, null as never))).toMatchObject({
      code: 'wrong-type',
      path: 'options',
    });
  });

  it('of methods to compare must be functions', () => {
    const methods = { ours: 'rankSum' as never };
    expect(refusal(() => weightingSensitivity(input, { methods }))).toMatchObject({
      code: 'wrong-type',
      function: 'weightingSensitivity',
      path: 'options.methods.ours',
      value: 'rankSum',
    });
  });

  it('cannot name parameters without an id, which results carry', () => {
    const { id, ...anonymous } = expectationDefaults;
    const call = () => formExpectation(input, { parameters: anonymous as never });
    expect(refusal(call)).toMatchObject({ path: 'options.parameters.id' });
  });
});

it('a set with weights of its own takes neither an order nor a method', () => {
  for (const more of [{ order: ['wordOfMouth'] as const }, { method: () => [1] }])
    expect(() => formExpectation(input, { parameters: airlineExpectation, ...more })).toThrow(
      /without weights of its own/,
    );
});

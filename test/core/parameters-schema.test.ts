import { adjustParameters, type ParameterSet } from 'overdeliver/core';
import { expectationDefaults, priceLevel } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parametersSchema } from '../../src/core/input';
import { read } from '../../src/input/read';
import { refusal } from './refusal';

const price = { amount: 100, reference: 100 };
const level = (parameters: unknown) =>
  priceLevel(price, { parameters: parameters as typeof expectationDefaults });

describe('a parameter set', () => {
  it('as a bare record of numbers is told how to become one', () => {
    expect(refusal(() => level({ tolerance: 0.1, aspiration: 0.3 }))).toMatchObject({
      code: 'wrong-type',
      path: 'options.parameters',
      expected:
        'a parameter set such as expectation/assumed-1, which adjustParameters makes of numbers of your own',
    });
  });

  it.each([{}, { tolerance: 'low' }, 5, [], [1, { a: 1 }]])('%j is told what one is', (given) => {
    expect(refusal(() => level(given))).toMatchObject({
      code: 'wrong-type',
      path: 'options.parameters',
      expected: 'a parameter set such as expectation/assumed-1',
    });
  });

  it('with a number beside its parameters is refused, rather than taken without it', () => {
    const stray = { ...expectationDefaults, id: 'ours/1', tolerance: 0.9 };
    expect(refusal(() => level(stray))).toMatchObject({
      code: 'unknown-name',
      path: 'options.parameters.tolerance',
      value: 0.9,
    });
  });

  it('still in what a fit gives is told where it lies', () => {
    const fit = { parameters: { ...expectationDefaults, id: 'ours/1' }, flags: [], rows: 40 };
    expect(refusal(() => level(fit))).toMatchObject({
      code: 'wrong-type',
      path: 'options.parameters',
      expected: 'the set alone, which lies in its parameters',
    });
  });

  const schema = z.strictObject({ parameters: parametersSchema(expectationDefaults) });

  it('is the defaults where none is given', () => {
    for (const options of [{}, { parameters: undefined }]) {
      const { parameters } = read(schema, options, 'options');
      expect(parameters.set).toBe(expectationDefaults);
      expect(parameters.numbers.tolerance).toBe(0.2);
    }
  });

  it('is read once where it is frozen, and anew where it may change', () => {
    const own = adjustParameters(expectationDefaults, 'ours/own', { tolerance: 0.3 });
    const numbers = (parameters: ParameterSet) => read(schema, { parameters }).parameters.numbers;
    expect(numbers(own)).toBe(numbers(own));
    expect(numbers(own).tolerance).toBe(0.3);
    const open = JSON.parse(JSON.stringify(own));
    expect(numbers(open).tolerance).toBe(0.3);
    open.parameters.tolerance.value = 0.4;
    expect(numbers(open).tolerance).toBe(0.4);
  });
});

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

describe('a parameter set of your own', () => {
  const { tolerance } = expectationDefaults.parameters;
  const [least, greatest] = tolerance.range;
  const withTolerance = (value: unknown) => ({
    ...expectationDefaults,
    id: 'ours/1',
    parameters: { ...expectationDefaults.parameters, tolerance: value },
  });

  it('may hold a number at either end of its range', () => {
    for (const value of [least, greatest])
      expect(() => level(withTolerance({ ...tolerance, value }))).not.toThrow();
  });

  it.each([least - 1e-9, greatest + 1e-9, Number.NaN])(
    'may not hold %d, off its range',
    (value) => {
      expect(refusal(() => level(withTolerance({ ...tolerance, value })))).toMatchObject({
        code: 'out-of-range',
        path: 'options.parameters.tolerance',
        value,
        expected: `${tolerance.unit} from ${least} to ${greatest}`,
      });
    },
  );

  it.each([
    [undefined, 'missing'],
    [{}, 'missing'],
    [{ value: '0.2' }, 'wrong-type'],
    [{ value: [0.2] }, 'wrong-type'],
    [{ value: null }, 'wrong-type'],
  ])('may not hold %j for a number', (bad, code) => {
    const refused = { code, path: 'options.parameters.tolerance' };
    expect(refusal(() => level(withTolerance(bad)))).toMatchObject(refused);
  });

  it('says by which id results name it', () => {
    for (const id of [undefined, 5])
      expect(refusal(() => level({ ...expectationDefaults, id }))).toMatchObject({
        code: 'wrong-type',
        path: 'options.parameters.id',
        expected: 'a name, since results carry it',
      });
  });

  it('without parameters is none', () => {
    for (const parameters of [null, undefined, 5])
      expect(refusal(() => level({ id: 'ours/1', parameters }))).toMatchObject({
        code: 'wrong-type',
        path: 'options.parameters',
        expected: 'a parameter set such as expectation/assumed-1',
      });
  });

  it('may name more numbers, say what it was fitted on and where it holds', () => {
    const { parameters } = expectationDefaults;
    const more = { ...parameters, parameters: { value: 1 } };
    const fit = { data: 'ours', licence: 'none', n: 9, converged: true };
    const set = { id: 'ours/1', setting: 'here', fit, domain: { days: [0, 9] }, parameters: more };
    expect(level(set)).toBe(level(undefined));
  });

  it.each([5, 'days', true])('may not say %j for where it holds', (domain) => {
    expect(refusal(() => level({ ...withTolerance(tolerance), domain }))).toMatchObject({
      code: 'wrong-type',
      path: 'options.parameters.domain',
      expected: 'a record of ranges, if any',
    });
  });

  it.each([
    ...[{ days: 5 }, { days: null }, { days: [0] }, { days: [0, 1, 2] }, { days: ['0', '1'] }],
    ...[{ days: [0, Number.NaN] }, { days: [Number.NaN, 1] }, { days: { length: 2 } }],
  ])('may not say %j for where it holds', (domain) => {
    const { days } = domain;
    expect(refusal(() => level({ ...withTolerance(tolerance), domain }))).toMatchObject({
      code: 'wrong-type',
      path: 'options.parameters.domain.days',
      value: days,
      expected: 'the least and the greatest value',
    });
  });
});

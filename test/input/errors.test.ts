import { isOverdeliverError, levelFromAnswer } from 'overdeliver';
import {
  InvalidInputError,
  NotEnoughDataError,
  NotIdentifiedError,
  OverdeliverError,
  PolicyFailedError,
} from 'overdeliver/core';
import { describe, expect, it } from 'vitest';

const at = { function: 'f', path: 'a.b', value: 3 };
const fails = () => {
  throw new Error('hostile');
};
const message = (value: unknown) =>
  new InvalidInputError('out-of-range', { ...at, value }, 'less').message;

describe('InvalidInputError', () => {
  it('carries code, function, path, value and what was expected', () => {
    const error = new InvalidInputError('out-of-range', at, 'less');
    expect(error).toBeInstanceOf(OverdeliverError);
    expect(error).toBeInstanceOf(Error);
    expect({ ...error, name: error.name, message: error.message }).toEqual({
      name: 'InvalidInputError',
      code: 'out-of-range',
      function: 'f',
      path: 'a.b',
      value: 3,
      expected: 'less',
      message: 'f: a.b is 3; expected less',
    });
  });

  it('says that a value is missing, and names an input without a path', () => {
    const missing = { ...at, value: undefined };
    expect(new InvalidInputError('missing', missing, 'one').message).toBe(
      'f: a.b is missing; expected one',
    );
    expect(new InvalidInputError('wrong-type', { ...at, path: '' }, 'less').message).toBe(
      'f: input is 3; expected less',
    );
  });

  it.each([
    ['80', '"80"'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(57)}..."`],
    [new Date('2026-03-08T00:00:00Z'), '2026-03-08T00:00:00.000Z'],
    [new Date(Number.NaN), 'an invalid date'],
    [{ length: '3 m' }, 'an object'],
    [() => 3, 'a function'],
    [[1, 2], 'an array of 2'],
    [Float64Array.of(1), 'an array of 1'],
    [new DataView(new ArrayBuffer(8)), 'of the type DataView'],
    [{}, 'an empty object'],
    [[], 'an empty array'],
    [{ a: 1 }, 'an object'],
    [Object.create(null), 'an empty object'],
    [new Map([[1, 2]]), 'of the type Map'],
    [null, 'null'],
    [undefined, 'undefined'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [true, 'true'],
    [3n, '3n'],

    [Symbol('s'), 'Symbol(s)'],
  ])('shows %s in words that fit a line', (value, shown) => {
    expect(message(value)).toBe(`f: a.b is ${shown}; expected less`);
  });
});

it('shows what throws when it is looked at as unreadable', () => {
  const proxy = new Proxy({}, { getPrototypeOf: fails });
  expect(message(proxy)).toBe('f: a.b is unreadable; expected less');
  const unnamed = Object.create({ constructor: undefined });
  expect(message(unnamed)).toBe('f: a.b is an empty object; expected less');
  expect(new PolicyFailedError(at, 'mine', null, proxy).message).toContain('(unreadable)');
});

describe('NotIdentifiedError', () => {
  it('says which probabilities can be answered, if any', () => {
    const known = new NotIdentifiedError(at, 0.99, 0.8, 0.1, '; wait');
    expect(known.message).toBe(
      'f: a.b needs 0.99; expected a probability from 0.1 to 0.8, beyond which nothing is known; wait',
    );
    expect([known.asked, known.identified, known.identifiedFrom]).toEqual([0.99, 0.8, 0.1]);
    expect(new NotIdentifiedError(at, 0.5, 0).expected).toBe('none, since nothing is known');
  });
});

describe('PolicyFailedError', () => {
  const tooFew = new NotEnoughDataError(
    { function: 'g', path: 'x' },
    { needed: 2, available: 1 },
    'y',
  );

  it('says at which order what was thrown', () => {
    const error = new PolicyFailedError(at, 'mine', 'o1', new RangeError('oh'));
    expect(error.message).toBe(
      'f: a.b threw at order o1; expected a policy that does not throw (RangeError: oh)',
    );
    const nowhere = new PolicyFailedError(at, 'mine', null, new RangeError('oh'));
    expect(nowhere.message).toBe(
      'f: a.b threw; expected a policy that does not throw (RangeError: oh)',
    );
  });

  it('asks for null where an order of too few data is quoted', () => {
    const instead = 'but quotes null where it cannot tell';
    expect(new PolicyFailedError(at, 'mine', 'o1', tooFew).expected).toContain(instead);
    expect(new PolicyFailedError(at, 'mine', null, tooFew).expected).not.toContain(instead);
  });
});

describe('NotEnoughDataError', () => {
  it('says how many are needed and how many there are', () => {
    const error = new NotEnoughDataError(
      { function: 'f', path: 'samples' },
      { needed: 19, available: 12 },
      'a keep rate of 0.95',
    );
    expect(error).toBeInstanceOf(OverdeliverError);
    expect({ ...error, name: error.name, message: error.message }).toEqual({
      name: 'NotEnoughDataError',
      code: 'not-enough-data',
      function: 'f',
      path: 'samples',
      needed: 19,
      available: 12,
      expected: 'at least 19 for a keep rate of 0.95',
      message: 'f: samples holds 12; expected at least 19 for a keep rate of 0.95',
    });
    expect(isOverdeliverError(error)).toBe(true);
  });
});

describe('isOverdeliverError', () => {
  it('knows what this library threw', () => {
    let thrown: unknown;
    try {
      levelFromAnswer(11, { min: 1, max: 10 });
    } catch (error) {
      thrown = error;
    }
    expect(isOverdeliverError(thrown)).toBe(true);
    expect(isOverdeliverError(new InvalidInputError('missing', at, 'x'))).toBe(true);
    expect(
      isOverdeliverError(new OverdeliverError('no-signal', { function: 'f', path: '' }, 'x', 'y')),
    ).toBe(true);
  });

  it('knows an error of another copy of the library by its brand', () => {
    const foreign = Object.assign(new Error('x'), { [Symbol.for('overdeliver.error')]: true });
    expect(isOverdeliverError(foreign)).toBe(true);
  });

  it.each([new Error('x'), { code: 'missing' }, null, undefined, 'missing', 3])(
    'says no to %s',
    (other) => {
      expect(isOverdeliverError(other)).toBe(false);
    },
  );

  it('says no to what throws when it is asked', () => {
    const has = () => {
      throw new Error('hostile');
    };
    expect(isOverdeliverError(new Proxy({}, { has }))).toBe(false);
  });

  it('keeps the brand out of sight', () => {
    expect(JSON.parse(JSON.stringify(new InvalidInputError('missing', at, 'x')))).toEqual({
      name: 'InvalidInputError',
      code: 'missing',
      function: 'f',
      path: 'a.b',
      value: 3,
      expected: 'x',
    });
  });
});

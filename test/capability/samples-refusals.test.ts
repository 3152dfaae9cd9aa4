import { capabilityFromSamples } from 'overdeliver';
import { NotEnoughDataError } from 'overdeliver/core';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';

const unit = 'minutes';
const plain =
  'a finite number of at least 0 (for deviations from an appointment, deviations: true)';

/** What a caller without types may pass. */
const make = (samples: unknown, options: unknown = { unit }) =>
  capabilityFromSamples(samples as number[], options as { unit: string });

describe('capabilityFromSamples refuses', () => {
  it.each([
    ['a negative one', [1, 2, -3], 'samples[2]', -3, 'out-of-range'],
    ['NaN', [Number.NaN], 'samples[0]', Number.NaN, 'out-of-range'],
    ['Infinity', [1, Infinity], 'samples[1]', Infinity, 'out-of-range'],
    ['-Infinity', [1, -Infinity], 'samples[1]', -Infinity, 'out-of-range'],
    ['NaN in a column', Float64Array.of(1, Number.NaN), 'samples[1]', Number.NaN, 'out-of-range'],
    ['a unit such as minutes', [1, '2'], 'samples[1]', '2', 'wrong-type'],
    ['an empty string', ['', 2], 'samples[0]', '', 'wrong-type'],
    ['null', [1, null], 'samples[1]', null, 'wrong-type'],
    ['a boolean', [true], 'samples[0]', true, 'wrong-type'],
    ['a hole', [1, undefined, 3], 'samples[1]', undefined, 'wrong-type'],
    ['a bigint', [1n], 'samples[0]', 1n, 'wrong-type'],
    ['a date', [new Date(0)], 'samples[0]', new Date(0), 'wrong-type'],
  ])('%s among the samples', (_, samples, path, value, code) => {
    expect(refusal(() => make(samples))).toMatchObject({
      name: 'InvalidInputError',
      function: 'capabilityFromSamples',
      code,
      path,
      value,
      expected: plain,
    });
  });

  it('one that is another number when it is looked at again', () => {
    let looks = 0;
    const samples = new Proxy([1, 2, 3], {
      get: (target, key) => (key === '1' && looks++ === 0 ? -2 : Reflect.get(target, key)),
    });
    expect(refusal(() => make(samples))).toMatchObject({ path: 'samples[1]', value: -2 });
  });

  it('the first of several', () => {
    expect(refusal(() => make([1, -2, 'x'])).path).toBe('samples[1]');
  });

  it.each([Number.NaN, Infinity, -Infinity])('%d among deviations', (value) => {
    expect(refusal(() => make([-1, value], { unit, deviations: true }))).toMatchObject({
      code: 'out-of-range',
      path: 'samples[1]',
      value,
      expected: 'a finite number',
    });
  });

  it.each([null, undefined, 'abc', 5, {}, new Set([1]), () => 1])('%o for samples', (samples) => {
    expect(refusal(() => make(samples))).toMatchObject({
      code: samples === undefined ? 'missing' : 'wrong-type',
      path: 'samples',
      value: samples,
      expected: 'an array of numbers',
    });
  });

  it.each([{ length: -1 }, { length: Number.NaN }, { length: 1.5, 0: 1 }])(
    '%o, whose length is no count',
    (samples) => {
      expect(refusal(() => make(samples))).toMatchObject({ code: 'wrong-type', path: 'samples' });
    },
  );

  it.each([[[]], [new Float64Array(0)], [{ length: 0 }]])('none at all: %o', (samples) => {
    const refused = expect.objectContaining({ needed: 1, available: 0, path: 'samples' });
    expect(() => make(samples)).toThrow(refused);
    expect(() => make(samples)).toThrow(NotEnoughDataError);
    expect(refusal(() => make(samples))).toMatchObject({
      code: 'not-enough-data',
      expected: 'at least 1 for a capability',
    });
  });

  it.each([
    ['no options', undefined, 'missing', 'options', 'an object'],
    ['null', null, 'wrong-type', 'options', 'an object'],
    ['no unit', {}, 'missing', 'options.unit', 'a unit such as minutes'],
    ['an empty unit', { unit: '' }, 'out-of-range', 'options.unit', 'a unit such as minutes'],
    [
      'a unit that is no text',
      { unit: 60 },
      'wrong-type',
      'options.unit',
      'a unit such as minutes',
    ],
    [
      'another direction',
      { unit, better: 'up' },
      'unknown-name',
      'options.better',
      'lower, higher',
    ],
    [
      'a word for yes',
      { unit, deviations: 'yes' },
      'wrong-type',
      'options.deviations',
      'a boolean',
    ],
    ['a misspelt option', { unit, deviation: true }, 'unknown-name', 'options.deviation', 'unit, '],
  ])('%s', (_, options, code, path, expected) => {
    const refused = refusal(() => capabilityFromSamples([1], options as never));
    expect(refused).toMatchObject({ function: 'capabilityFromSamples', code, path });
    expect(refused.expected).toContain(expected);
  });
});

describe('quantile refuses', () => {
  it.each([-0.01, 1.01, Number.NaN, Infinity, -Infinity])('p = %d', (p) => {
    expect(refusal(() => make([1, 2]).quantile(p))).toMatchObject({
      function: 'capability.quantile',
      code: 'out-of-range',
      path: 'p',
      value: p,
      expected: 'a probability from 0 to 1',
    });
  });

  it('a p off range for levels too', () => {
    const { quantile } = make([1, 2], { unit, better: 'higher' });
    expect(refusal(() => quantile(90)).path).toBe('p');
  });
});

describe.each([{ better: 'lower' }, { better: 'higher' }])('where $better is better', (options) => {
  const { chance, expectedOvershoot, ranks } = make([1, 2, 3], { unit, ...options });

  it.each([
    [Number.NaN, 'out-of-range'],
    [Infinity, 'out-of-range'],
    ['2', 'wrong-type'],
    [undefined, 'missing'],
  ])('no promise of %o is judged', (t, code) => {
    const value = t as number;
    const refused = { code, path: 't', value, expected: 'a finite number' };
    expect(refusal(() => chance(value))).toMatchObject({
      ...refused,
      function: 'capability.chance',
    });
    expect(refusal(() => expectedOvershoot(value))).toMatchObject({
      ...refused,
      function: 'capability.expectedOvershoot',
    });
    expect(refusal(() => ranks?.kept(value))).toMatchObject({
      ...refused,
      function: 'capability.ranks.kept',
    });
  });

  it.each([
    [0, 'out-of-range'],
    [-1, 'out-of-range'],
    [4, 'out-of-range'],
    [1.5, 'wrong-type'],
    ['1', 'wrong-type'],
    [undefined, 'missing'],
  ])('there is no rank %o of three', (rank, code) => {
    expect(refusal(() => ranks?.byRank(rank as number))).toMatchObject({
      function: 'capability.ranks.byRank',
      code,
      path: 'rank',
      value: rank,
      expected: 'a whole number from 1 to 3',
    });
  });
});

import { adjustParameters, type ParameterSet } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { freezeSet, parameterSet, withUsualRange } from '../../src/core/parameters';
import { deepFreeze } from './deep-freeze';
import { refusal } from './refusal';

const own = (): ParameterSet<'slope' | 'floor'> => ({
  id: 'ours/fitted-1',
  setting: 'our shop',
  fit: { data: 'ours', licence: 'none', n: 120, logLikelihood: -80, converged: true },
  parameters: {
    slope: {
      value: 2,
      unit: 'points',
      range: [-1, 5],
      status: 'fitted',
      source: 'our orders',
      standardError: 0.5,
    },
    floor: { value: 10, unit: 'level', range: [0, 100], status: 'published', source: 'a paper' },
  },
});

describe('adjustParameters', () => {
  it('changes what is named and keeps the rest but the fit', () => {
    const set = adjustParameters(own(), 'ours/2', { slope: 3 });
    const { fit: _, ...rest } = own();
    expect(set).toEqual({
      ...rest,
      id: 'ours/2',
      parameters: {
        slope: {
          value: 3,
          unit: 'points',
          range: [-1, 5],
          status: 'assumed',
          source: 'set by the caller',
        },
        floor: own().parameters.floor,
      },
    });
  });

  it('records who changed a value, and drops its standard error', () => {
    const { parameters } = adjustParameters(
      own(),
      'ours/2',
      { slope: 3 },
      {
        status: 'published',
        source: 'another paper',
      },
    );
    expect(parameters.slope).toMatchObject({ status: 'published', source: 'another paper' });
    expect(parameters.slope).not.toHaveProperty('standardError');
    expect(parameters.floor).toMatchObject({ status: 'published', source: 'a paper' });
  });

  it('takes undefined as absent', () => {
    const set = adjustParameters(own(), 'ours/2', { slope: undefined });
    expect(set.parameters).toEqual(own().parameters);
  });

  it('takes the ends of a range, and 0', () => {
    const { parameters } = adjustParameters(own(), 'ours/2', { slope: -1, floor: 100 });
    expect([parameters.slope.value, parameters.floor.value]).toEqual([-1, 100]);
    expect(adjustParameters(own(), 'ours/2', { slope: 0 }).parameters.slope.value).toBe(0);
  });

  it.each(['nope', 'toString', 'constructor', '__proto__'])(
    'refuses the unknown name %s',
    (name) => {
      const values = JSON.parse(`{ "${name}": 1 }`);
      expect(refusal(() => adjustParameters(own(), 'ours/2', values))).toMatchObject({
        code: 'unknown-name',
        function: 'adjustParameters',
        path: `values.${name}`,
        value: 1,
        expected: 'one of slope, floor',
      });
    },
  );

  it.each([5.01, -1.01, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d, off range', (slope) => {
    expect(refusal(() => adjustParameters(own(), 'ours/2', { slope }))).toMatchObject({
      code: 'out-of-range',
      path: 'values.slope',
      value: slope,
      expected: 'points from -1 to 5',
    });
  });

  it.each(['3', null, true])('refuses %j, which is no number', (floor) => {
    const call = () => adjustParameters(own(), 'ours/2', { floor: floor as never });
    expect(refusal(call)).toMatchObject({
      code: 'wrong-type',
      path: 'values.floor',
      value: floor,
      expected: 'level from 0 to 100',
    });
  });

  it('gives a set that nobody can change', () => {
    const set = adjustParameters(own(), 'ours/2', { slope: 3 });
    for (const part of [set, set.fit, set.parameters, set.parameters.slope]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    for (const { range } of Object.values(set.parameters)) {
      expect(Object.isFrozen(range)).toBe(true);
    }
    expect(JSON.parse(JSON.stringify(set))).toEqual(set);
  });

  it('works from a frozen set and frozen values', () => {
    const set = adjustParameters(deepFreeze(own()), 'ours/2', deepFreeze({ slope: 3 }));
    expect(set.parameters.slope.value).toBe(3);
  });

  it('leaves the set it starts from alone: neither changed nor frozen', () => {
    const set = own();
    adjustParameters(set, 'ours/2', { slope: 3 });
    expect(set).toEqual(own());
    expect(Object.isFrozen(set)).toBe(false);
    expect(Object.isFrozen(set.parameters.floor)).toBe(false);
    expect(Object.isFrozen(set.parameters.floor.range)).toBe(false);
    expect(Object.isFrozen(set.fit)).toBe(false);
  });

  it('keeps the defaults as they are', () => {
    const before = JSON.stringify(expectationDefaults);
    adjustParameters(expectationDefaults, 'ours/3', { tolerance: 0.05 });
    expect(JSON.stringify(expectationDefaults)).toBe(before);
  });
});

describe('a set that the library gives', () => {
  const reason = { code: 'too-flat', detail: { rows: 12 } };
  const fitted = () => {
    const { fit, ...rest } = own();
    return { ...rest, fit: { ...fit, reasons: [reason] } } as ReturnType<typeof own>;
  };

  it('cannot be changed, down to why its fit did not converge', () => {
    const set = freezeSet(fitted());
    expect(set).toEqual(fitted());
    const { fit } = set;
    for (const part of [set, fit, fit?.reasons, fit?.reasons?.[0], fit?.reasons?.[0]?.detail])
      expect(Object.isFrozen(part)).toBe(true);
    expect(Object.isFrozen(reason.detail)).toBe(false);
  });

  it('has neither a fit nor reasons where none were given', () => {
    const { fit: _, ...bare } = own();
    expect(parameterSet(bare)).toStrictEqual(bare);
    expect(freezeSet(own())).toStrictEqual(own());
  });

  it('keeps a number of yours with the unit and range by which it was read', () => {
    const { slope, floor } = own().parameters;
    const usual = { ...slope, unit: 'usual points', range: [-9, 9] as const };
    const { standardError: _, ...unsure } = { ...slope, unit: 'usual points', range: [-9, 9] };
    expect(withUsualRange(slope, usual)).toStrictEqual({ ...unsure, standardError: 0.5 });
    expect(withUsualRange({ ...slope, standardError: Number.NaN }, usual)).toStrictEqual(unsure);
    expect(withUsualRange(floor, slope)).not.toHaveProperty('standardError');
  });
});

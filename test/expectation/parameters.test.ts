import { expectationDefaults } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { tuned } from './given';

describe('expectationDefaults', () => {
  it('has an id and a setting', () => {
    expect(expectationDefaults.id).toBe('expectation/assumed-1');
    expect(expectationDefaults.setting).toMatch(/^any/);
    expect(expectationDefaults.fit).toBeUndefined();
  });

  // A set's id names its values for good (CONTRIBUTING, Versions): other values need another id.
  it('holds the values that its id stands for', () => {
    const values = Object.entries(expectationDefaults.parameters).map(([name, { value }]) => [
      name,
      value,
    ]);
    expect(Object.fromEntries(values)).toEqual({
      otherFactorShare: 0.5,
      signalSd: 15,
      promiseTrust: 0.5,
      referencePriceLevel: 50,
      priceExponent: 1,
      aspiration: 0.2,
      competitorExtra: 0.1,
      tolerance: 0.2,
      neutralRole: 50,
      roleInfluence: 0.5,
      experienceSd: 15,
      informationSd: 20,
      driftVariancePerDay: 0.75,
      desiredRise: 0.5,
      desiredHalfLifeDays: 365,
      adequateFollows: 0.5,
      settlingInDays: 90,
      minimumUses: 3,
    });
  });

  it.each(Object.entries(expectationDefaults.parameters))(
    '%s has a value in its range, a unit, a source, and is called assumed',
    (name, { value, unit, range: [min, max], status, source }) => {
      expect(min).toBeLessThan(max);
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
      expect(unit).not.toBe('');
      expect(source.length).toBeGreaterThan(10);
      expect(status).toBe('assumed');
      for (const end of [min, max]) {
        expect(tuned({ [name]: end }).parameters).toMatchObject({ [name]: { value: end } });
      }
    },
  );

  it('cannot be changed by anybody', () => {
    expect(Object.isFrozen(expectationDefaults)).toBe(true);
    expect(Object.isFrozen(expectationDefaults.parameters)).toBe(true);
    for (const parameter of Object.values(expectationDefaults.parameters)) {
      expect(Object.isFrozen(parameter)).toBe(true);
      expect(Object.isFrozen(parameter.range)).toBe(true);
    }
    expect(() => {
      (expectationDefaults.parameters.tolerance as { value: number }).value = 1;
    }).toThrow(TypeError);
  });

  it('is plain JSON, so that a set of your own can be stored', () => {
    expect(JSON.parse(JSON.stringify(expectationDefaults))).toEqual(expectationDefaults);
  });
});

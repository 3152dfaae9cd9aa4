import { airlineExpectation, formExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { refusal } from '../core/refusal';
import { customer } from './given';

/** The airline's weights with one changed. */
const withWeight = (name: string, value: unknown) =>
  ({
    ...airlineExpectation,
    parameters: {
      ...airlineExpectation.parameters,
      [name]: { ...airlineExpectation.parameters['first-use.base'], value },
    },
  }) as typeof airlineExpectation;
const formed = (parameters: typeof airlineExpectation) =>
  formExpectation(customer({ wordOfMouth: 60 }, 'first-use'), { parameters });

describe('weights that come with a set', () => {
  it.each([
    ['first-use.base', -0.1, 'a weight from 0 to 1'],
    ['first-use.base', 1.1, 'a weight from 0 to 1'],
    ['first-use.base', '0.5', 'a weight from 0 to 1'],
    ['base.level', 101, 'a level from 0 to 100'],
    ['base.level', -1, 'a level from 0 to 100'],
  ])('%s of %j is refused', (name, value, expected) => {
    expect(refusal(() => formed(withWeight(name, value)))).toMatchObject({
      code: typeof value === 'string' ? 'wrong-type' : 'out-of-range',
      path: expect.stringContaining(`parameters.${name}`),
      value,
      expected,
    });
  });

  it('are all needed', () => {
    const { 'first-use.base': _, ...parameters } = airlineExpectation.parameters;
    const path = expect.stringContaining('parameters.first-use.base');
    for (const set of [
      { ...airlineExpectation, parameters } as never,
      withWeight('first-use.base', undefined),
    ])
      expect(refusal(() => formed(set))).toMatchObject({ code: 'missing', path, value: undefined });
  });

  it('lie between 0 and 1, a base level between 0 and 100, with both ends', () => {
    for (const value of [0, 1]) expect(formed(withWeight('first-use.base', value))).toBeDefined();
    for (const value of [0, 100]) expect(formed(withWeight('base.level', value))).toBeDefined();
  });

  it('are none of a factor that takes a use where nobody has had one', () => {
    expect(refusal(() => formed(withWeight('never-used.firstImpression', 0)))).toMatchObject({
      code: 'unknown-name',
    });
  });

  it('leave no factor dominant where all of what was heard has none', () => {
    expect(formed(withWeight('first-use.wordOfMouth', 0)).dominantFactor).toBeNull();
  });

  it('of the airline converged', () => {
    expect(airlineExpectation.fit).toMatchObject({ n: 529, converged: true });
  });
});

it('the dominant factor is the one with the greatest share, though another is ranked sooner', () => {
  const signals = { wordOfMouth: 60, firstImpression: { level: 60, reliability: 0.01 } };
  expect(formExpectation(customer(signals, 'first-use')).dominantFactor).toBe('wordOfMouth');
});

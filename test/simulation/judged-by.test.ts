import { adjustParameters } from 'overdeliver';
import { capabilityFromSamples } from 'overdeliver/capability';
import { marketplaceSatisfaction, mixedSatisfaction } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { isTaken, refused } from './reading';

describe('the model of satisfaction', () => {
  const { dimensions, parameters } = marketplaceSatisfaction;
  const { time } = dimensions;
  const model = (change: object) => ({ ...marketplaceSatisfaction, id: 'test/model', ...change });
  const twice = Object.entries(parameters).map(([name, one]) => [
    name.replace('time.', 'second.'),
    one,
  ]);
  const two = {
    dimensions: { time, second: time },
    parameters: { ...parameters, ...Object.fromEntries(twice) },
  };
  const mixed = (change: object) => ({ ...mixedSatisfaction, id: 'test/mixed', ...change });
  const { time: _, ...timeless } = mixedSatisfaction.dimensions;
  const others = Object.entries(mixedSatisfaction.parameters).filter(
    ([name]) => !/^time/.test(name),
  );
  const noTime = { dimensions: timeless, parameters: Object.fromEntries(others) };
  const withItems = {
    covariates: { items: 'identity' },
    parameters: { ...parameters, 'covariates.items': parameters['time.gain'] },
  };
  const onTime = 'a model that judges by one time alone';

  it.each<[string, object, unknown, string, string]>([
    ['of two times', model(two), 'time, second', 'dimensions', onTime],
    [
      'of two times, each alone',
      model({ ...two, partial: true }),
      'time, second',
      'dimensions',
      onTime,
    ],
    ['of no time', mixed(noTime), 'cost, service', 'dimensions', onTime],
    ['of all at once', mixed({ partial: false }), 'time, cost, service', 'dimensions', onTime],
    [
      'of all at once, unsaid',
      mixed({ partial: undefined }),
      'time, cost, service',
      'dimensions',
      onTime,
    ],
    [
      'with covariates',
      model(withItems),
      withItems.covariates,
      'covariates',
      'a model without covariates',
    ],
  ])('%s is refused', (_, satisfaction, value, path, expected) => {
    expect(refused({ models: { satisfaction } })).toEqual({
      code: 'unit-mismatch',
      path: `world.models.satisfaction.${path}`,
      value,
      expected,
    });
  });

  it('judges by its own unit, by percent any', () => {
    const capability = capabilityFromSamples([20, 30, 40, 50], { unit: 'hours' });
    const hours = { ...time, unit: 'hours' };
    expect(isTaken({ capability })).toBe(true);
    expect(isTaken({ models: { satisfaction: mixedSatisfaction } })).toBe(true);
    expect(isTaken({ capability, models: { satisfaction: mixedSatisfaction } })).toBe(true);
    const satisfaction = model({ dimensions: { time: hours } });
    expect(isTaken({ capability, models: { satisfaction } })).toBe(true);
    expect(refused({ models: { satisfaction } })).toEqual({
      code: 'unit-mismatch',
      path: 'world.capability.unit',
      value: 'days',
      expected: 'a capability in hours, which test/model speaks of, or a model in percent',
    });
  });

  it('needs an importance of its time above 0', () => {
    const satisfaction = adjustParameters(mixedSatisfaction, 'test/none', { 'time.importance': 0 });
    expect(refused({ models: { satisfaction } })).toEqual({
      code: 'out-of-range',
      path: 'world.models.satisfaction.parameters.time.importance',
      value: 0,
      expected: 'an importance above 0 for a dimension that is judged',
    });
  });
});

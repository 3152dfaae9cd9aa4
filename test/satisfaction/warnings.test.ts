import { marketplaceSatisfaction, predictIntention, predictSatisfaction } from 'overdeliver';
import { surveySatisfaction } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';

const delivered = (promised: number, actual: number) =>
  predictSatisfaction({ promised, actual, unit: 'days' }).warnings;
const used = (expected: number, perceived: number) =>
  predictSatisfaction({ expected, perceived }).warnings;

describe('warnings', () => {
  // The middle 99% of the data, printed as `middle99Percent` by bench/fit/fit.py, to a tenth.
  it('know the domains of the models', () => {
    expect(marketplaceSatisfaction.domain).toEqual({ promised: [5.5, 55.2], actual: [1.5, 37.4] });
    expect(surveySatisfaction.domain).toEqual({ expected: [33.3, 100], perceived: [32.5, 100] });
  });

  it('stay away inside, ends included', () => {
    expect(delivered(20, 12)).toEqual([]);
    expect(delivered(5.5, 1.5)).toEqual([]);
    expect(delivered(55.2, 37.4)).toEqual([]);
    expect(used(33.3, 32.5)).toEqual([]);
    expect(used(100, 100)).toEqual([]);
  });

  it.each([
    [5.4, 5, 'promised', 5.4, [5.5, 55.2]],
    [55.3, 5, 'promised', 55.3, [5.5, 55.2]],
    [20, 1.4, 'actual', 1.4, [1.5, 37.4]],
    [20, 37.5, 'actual', 37.5, [1.5, 37.4]],
  ])('of %d days promised and %d taken speak of %s', (promised, actual, path, value, range) => {
    expect(delivered(promised, actual)).toEqual([
      { code: 'outside-fitted-range', path, value, range },
    ]);
  });

  it.each([
    [33, 50, 'expected', 33],
    [50, 32, 'perceived', 32],
  ])('of %d expected and %d perceived speak of %s', (expected, perceived, path, value) => {
    expect(used(expected, perceived)).toMatchObject([{ path, value }]);
  });

  it('come one for each input', () => {
    const { warnings } = predictSatisfaction({ promised: 60, actual: 45, unit: 'days' });
    expect(warnings).toEqual([
      { code: 'outside-fitted-range', path: 'promised', value: 60, range: [5.5, 55.2] },
      { code: 'outside-fitted-range', path: 'actual', value: 45, range: [1.5, 37.4] },
    ]);
  });

  it('come with intentions too', () => {
    const at = (satisfaction: number) =>
      predictIntention({ satisfaction, outcome: 'met', stage: 'first-use' }).warnings;
    expect(at(70)).toEqual([]);
    expect(at(20)).toMatchObject([{ path: 'satisfaction', value: 20, range: [29.6, 100] }]);
  });
});

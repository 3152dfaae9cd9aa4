import type { LearntExpectation } from 'overdeliver/expectation';
import { expectationDefaults, fitExpectation } from 'overdeliver/expectation';
import { describe, expect, it } from 'vitest';
import { newcomers, quick } from './survey';
import { surveyFit } from './survey-fit';

const numberOf = ({ parameters }: LearntExpectation, name: string) =>
  parameters[name as 'base.level'];

describe('a learnt set', () => {
  it('says of each number where it is from', () => {
    const { base } = surveyFit();
    expect(numberOf(surveyFit().parameters, 'base.level')).toEqual({
      value: base.level,
      unit: 'points',
      range: [0, 100],
      status: 'fitted',
      source: 'fitted on made up (none), predicted levels, the default counting as 4 rows',
      standardError: base.standardError,
    });
    const [weight] = surveyFit().weights;
    expect(numberOf(surveyFit().parameters, 'never-used.base')).toEqual({
      value: weight?.weight,
      unit: 'share',
      range: [0, 1],
      status: 'fitted',
      source: 'fitted on made up (none), predicted levels, the default counting as 4 rows',
      standardError: weight?.standardError,
    });
  });

  it("keeps the default's weights at a stage without rows, without a base", () => {
    expect(numberOf(surveyFit().parameters, 'long-term.base')).toEqual({
      value: 0,
      unit: 'share',
      range: [0, 1],
      status: 'assumed',
      source: 'no row of this stage: no base',
    });
    // Rank order centroids of three, from a table: 11/18 for the first.
    expect(numberOf(surveyFit().parameters, 'long-term.longTermExperience')).toMatchObject({
      value: expect.closeTo(11 / 18, 12),
      status: 'assumed',
      source: "no row of this stage: the default's share",
    });
  });

  it("keeps the default's ratio for a factor that no row had", () => {
    const weightOf = (factor: string) =>
      numberOf(surveyFit().parameters, `never-used.${factor}`).value;
    // 2/18 of a third rank beside 11/18 and 5/18 that rows had.
    const had = weightOf('wordOfMouth') + weightOf('advertising');
    expect(numberOf(surveyFit().parameters, 'never-used.ownJudgement')).toMatchObject({
      status: 'assumed',
      source: "no row had it: the default's share",
    });
    expect(weightOf('ownJudgement')).toBeCloseTo((had * 2) / 16, 12);
    // Others share half of the last rank.
    expect(weightOf('pastExperience')).toBeCloseTo((had * 1) / 16, 12);
    expect(surveyFit().parameters.parameters).not.toHaveProperty(['never-used.firstImpression']);
  });

  it('holds the numbers of the model as they were, and names itself', () => {
    const { id, setting, fit: made, parameters } = surveyFit().parameters;
    expect({ id, setting, made }).toEqual({
      id: 'test/learnt',
      setting: 'a made-up population',
      made: { data: 'made up', licence: 'none', n: 24, converged: true },
    });
    expect(surveyFit().pooled.id).toBe('test/learnt/pooled');
    expect(parameters).toMatchObject(expectationDefaults.parameters);
    expect(Object.isFrozen(parameters)).toBe(true);
  });
});

describe('one weighting for all stages', () => {
  it('is the same at each, and drawn to the mean of the defaults over rows', () => {
    const mixed = newcomers.map((row, i) =>
      i % 3 === 0 ? { ...row, stage: 'first-use' as const } : row,
    );
    const { pooled } = fitExpectation(mixed, { ...quick, priorSize: 1e6 });
    const at = (name: string) => numberOf(pooled, name).value;
    for (const factor of ['base', 'wordOfMouth', 'advertising', 'price'])
      expect(at(`never-used.${factor}`)).toBe(at(`first-use.${factor}`));
    expect(at('never-used.base')).toBe(at('long-term.base'));
    // Eight rows of the one, four of the other: word of mouth has ranks of 11 and 5 of 18, advertising of 5 and 2.
    const ratio = (8 * 11 + 4 * 5) / (8 * 5 + 4 * 2);
    expect(at('first-use.wordOfMouth') / at('first-use.advertising')).toBeCloseTo(ratio, 3);
    // A first impression nobody has had before a use, and the first rank after it.
    const first = (4 * 11) / (8 * 11 + 4 * 5);
    expect(at('long-term.firstImpression') / at('first-use.wordOfMouth')).toBeCloseTo(first, 3);
  });
});

describe('weights', () => {
  it('come with the rows that had the signal, of the stage', () => {
    expect(surveyFit().weights.map(({ stage, factor, rows }) => [stage, factor, rows])).toEqual([
      ['never-used', 'base', 12],
      ['never-used', 'wordOfMouth', 8],
      ['never-used', 'advertising', 12],
      ['first-use', 'base', 12],
      ['first-use', 'wordOfMouth', 12],
      ['first-use', 'price', 8],
      ['first-use', 'firstImpression', 12],
    ]);
  });

  it("come with the default's among the same factors", () => {
    const ranked = surveyFit().weights.map((one) => one.ranked);
    [0, 11 / 16, 5 / 16, 0, 5 / 17, 1 / 17, 11 / 17].forEach((rank, i) => {
      expect(ranked[i]).toBeCloseTo(rank, 12);
    });
  });

  it('tie where the default gives none of them any', () => {
    const parameters = surveyFit().parameters;
    const zeros = Object.fromEntries(
      ['wordOfMouth', 'advertising', 'price'].map((factor) => [
        `never-used.${factor}`,
        { ...numberOf(parameters, 'never-used.price'), value: 0 },
      ]),
    );
    const set = { ...parameters, parameters: { ...parameters.parameters, ...zeros } };
    const { weights } = fitExpectation(newcomers, { ...quick, parameters: set });
    expect(weights.map(({ ranked }) => ranked)).toEqual([0, 0.5, 0.5]);
  });

  it('do not count a signal that is not relied on', () => {
    const idle = newcomers.map((row) => ({
      ...row,
      signals: { ...row.signals, ownJudgement: { level: 30, reliability: 0 } },
    }));
    expect(fitExpectation(idle, quick)).toEqual(fitExpectation(newcomers, quick));
  });
});

import { explainSatisfaction, marketplaceSatisfaction, predictSatisfaction } from 'overdeliver';
import { describe, expect, it } from 'vitest';

// Printed as `golden` by /usr/bin/python3 bench/fit/fit.py ../shared/data (NumPy on the same coefficients).

describe('satisfaction/marketplace-2018', () => {
  it.each([
    {
      experience: { promised: 10, actual: 8, stillWaiting: false },
      chances: [0.0620724307, 0.0264833552, 0.0772244438, 0.197813117, 0.6364066533],
      score: 82.9999551718,
    },
    {
      experience: { promised: 10, actual: 10, stillWaiting: false },
      chances: [0.0974862753, 0.0393878065, 0.1080379072, 0.2376193248, 0.5174686861],
      score: 75.9549084969,
    },
    {
      experience: { promised: 10, actual: 12, stillWaiting: false },
      chances: [0.2044775642, 0.0694934369, 0.1616375883, 0.2537298594, 0.3106615512],
      score: 59.9151099116,
    },
    {
      experience: { promised: 10, actual: 12, stillWaiting: true },
      chances: [0.6060057378, 0.0870674344, 0.1289463109, 0.1079435873, 0.0700369296],
      score: 23.7234634103,
    },
  ])('foresees $score for $experience', ({ experience, chances, score }) => {
    const prediction = predictSatisfaction({ ...experience, unit: 'days' });
    expect(prediction.score).toBeCloseTo(score, 9);
    expect(prediction.answers).toHaveLength(5);
    for (const [k, chance] of chances.entries()) {
      expect(prediction.answers[k]).toBeCloseTo(chance, 9);
    }
    expect(prediction.model.id).toBe('satisfaction/marketplace-2018');
    expect(prediction.warnings).toEqual([]);
  });

  it.each([
    [8, false, 2],
    [10, false, 0],
    [9.5, false, 0.5],
    [12, false, -2],
    [12, true, -2],
  ])('%d of 10 days, waiting %s: gap %d', (actual, stillWaiting, gap) => {
    const experience = { promised: 10, actual, unit: 'days', stillWaiting } as const;
    expect(predictSatisfaction(experience).gaps).toEqual({ time: { gap, unit: 'days' } });
  });

  it.each([8, 10])(
    'refuses who still waits after %d of 10 days, with nothing to judge yet',
    (actual) => {
      const waiting = { promised: 10, actual, unit: 'days', stillWaiting: true } as const;
      expect(() => predictSatisfaction(waiting)).toThrow(
        expect.objectContaining({ code: 'out-of-range', path: 'actual', value: actual }),
      );
    },
  );

  it.each(['minutes', 'hours'] as const)('refuses %s where it is asked', (unit) => {
    const model = marketplaceSatisfaction;
    expect(() => predictSatisfaction({ promised: 60, actual: 45, unit }, { model })).toThrow(
      expect.objectContaining({ code: 'unit-mismatch', path: 'unit', value: unit }),
    );
  });
});

describe('satisfaction/index-survey-1', () => {
  it.each([
    {
      experience: { expected: 70, perceived: 80 },
      chances: [
        0.0007288747, 0.0007875879, 0.0013701555, 0.0053861265, 0.0284259875, 0.055604417,
        0.2396712374, 0.4469445429, 0.1144615079, 0.1066195629,
      ],
      score: 76.1479962917,
    },
    {
      experience: { expected: 70, perceived: 70 },
      chances: [
        0.0021647694, 0.0023321662, 0.0040400506, 0.0156731349, 0.0775682978, 0.1304400006,
        0.3642415886, 0.3164251485, 0.0485375675, 0.0385772757,
      ],
      score: 68.3980717763,
    },
    {
      experience: { expected: 70, perceived: 50 },
      chances: [
        0.0141756798, 0.0148948735, 0.0249196835, 0.0872347671, 0.2876862083, 0.2382774408,
        0.2401917097, 0.0784265678, 0.0081757312, 0.0060173383,
      ],
      score: 53.0918745157,
    },
  ])('foresees $score for $experience', ({ experience, chances, score }) => {
    const prediction = predictSatisfaction(experience);
    expect(prediction.score).toBeCloseTo(score, 9);
    expect(prediction.answers).toHaveLength(10);
    for (const [k, chance] of chances.entries()) {
      expect(prediction.answers[k]).toBeCloseTo(chance, 9);
    }
    expect(prediction.model.id).toBe('satisfaction/index-survey-1');
    expect(prediction.warnings).toEqual([]);
  });

  it.each([
    [75, 5],
    [70, 0],
    [65.1, -4.9],
  ])('%d against 70 expected: gap %d', (perceived, gap) => {
    const prediction = predictSatisfaction({ expected: 70, perceived });
    expect(prediction.gaps.level?.gap).toBeCloseTo(gap, 12);
    expect(prediction.gaps.level?.unit).toBe('points');
  });
});

describe('the terms', () => {
  it('of a promise are the log of the days, the capped days early and late, and waiting in vain', () => {
    const late = { promised: 10, actual: 13, unit: 'days', stillWaiting: true } as const;
    const { contributions, utility } = explainSatisfaction(late);
    expect(contributions.map(({ term, amount }) => [term, amount])).toEqual([
      ['time.performance', Math.log(13)],
      ['time.gain', 0],
      ['time.loss', 2],
      ['time.stillWaiting', 1],
    ]);
    expect(contributions.map((part) => part.utility)).toEqual([
      -0.43962154 * Math.log(13),
      0,
      -0.39338951 * 2,
      -1.7890939,
    ]);
    expect(utility).toBeCloseTo(-0.43962154 * Math.log(13) - 0.78677902 - 1.7890939, 12);
  });

  it('of a level are the level perceived and its distance from the level expected', () => {
    const { contributions } = explainSatisfaction({ expected: 70, perceived: 50 });
    expect(contributions).toMatchObject([
      { term: 'level.performance', amount: 50, utility: 0.12145936 * 50 },
      { term: 'level.gain', amount: 0, utility: 0 },
      { term: 'level.loss', amount: 20, utility: 0.026893163 * 20 },
    ]);
    const better = explainSatisfaction({ expected: 20, perceived: 60 }).contributions;
    expect(better[1]).toMatchObject({ term: 'level.gain', amount: 40, utility: -0.01245883 * 40 });
  });
});

import fc from 'fast-check';
import {
  explainSatisfaction,
  marketplaceSatisfaction,
  predictSatisfaction,
  surveySatisfaction,
  type TimeUnit,
} from 'overdeliver';
import { describe, expect, it } from 'vitest';

const seeded = { seed: 20261123, numRuns: 300 };
const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);
const days = fc.double({ min: 0.01, max: 200, noNaN: true });
const level = fc.double({ min: 0, max: 100, noNaN: true });
const promise = (promised: number, actual: number, stillWaiting = false) =>
  predictSatisfaction({ promised, actual, unit: 'days', stillWaiting });

// Printed as `golden` by /usr/bin/python3 bench/fit/fit.py ../shared/data
describe('golden predictions of the fit', () => {
  it.each([
    [
      10,
      8,
      false,
      [0.0620724307, 0.0264833552, 0.0772244438, 0.197813117, 0.6364066533],
      82.9999551718,
    ],
    [
      10,
      10,
      false,
      [0.0974862753, 0.0393878065, 0.1080379072, 0.2376193248, 0.5174686861],
      75.9549084969,
    ],
    [
      10,
      12,
      false,
      [0.2044775642, 0.0694934369, 0.1616375883, 0.2537298594, 0.3106615512],
      59.9151099116,
    ],
    [
      10,
      12,
      true,
      [0.6060057378, 0.0870674344, 0.1289463109, 0.1079435873, 0.0700369296],
      23.7234634103,
    ],
  ])(
    'promised %d, after %d days, still waiting: %s',
    (promised, actual, waiting, chances, score) => {
      const felt = promise(promised, actual, waiting);
      felt.answers.forEach((chance, k) => {
        expect(chance).toBeCloseTo(chances[k] as number, 9);
      });
      expect(felt.score).toBeCloseTo(score, 8);
    },
  );

  it.each([
    [70, 80, 76.1479962917, 0.1066195629],
    [70, 70, 68.3980717763, 0.0385772757],
    [70, 50, 53.0918745157, 0.0060173383],
  ])('expected %d, perceived %d', (expected, perceived, score, best) => {
    const felt = predictSatisfaction({ expected, perceived });
    expect(felt.answers).toHaveLength(10);
    expect(felt.answers.at(-1)).toBeCloseTo(best, 9);
    expect(felt.score).toBeCloseTo(score, 8);
  });
});

describe('a prediction', () => {
  it('holds chances that add up to 1 and a score on the scale, however extreme', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.boolean(),
        (promised, actual, waiting) => {
          const { answers, score } = promise(promised, actual, waiting);
          expect(sum(answers)).toBeCloseTo(1, 12);
          for (const chance of answers) expect(chance >= 0 && chance <= 1).toBe(true);
          expect(score >= 0 && score <= 100).toBe(true);
        },
      ),
      seeded,
    );
  });

  it('is never better for being later, nor worse for being earlier', () => {
    fc.assert(
      fc.property(days, days, days, (promised, a, b) => {
        const [soon, late] = a < b ? [a, b] : [b, a];
        const lead = promise(promised, soon).score - promise(promised, late).score;
        expect(lead).toBeGreaterThan(-1e-10);
      }),
      seeded,
    );
  });

  it('suffers from waiting in vain, and not from waiting within the promise', () => {
    fc.assert(
      fc.property(days, days, (promised, actual) => {
        const waiting = promise(promised, actual, true).score;
        const had = promise(promised, actual).score;
        if (actual > promised) expect(waiting).toBeLessThan(had);
        else expect(waiting).toBe(had);
      }),
      seeded,
    );
  });

  it('is never worse for a better level', () => {
    fc.assert(
      fc.property(level, level, level, (expected, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(predictSatisfaction({ expected, perceived: more }).score).toBeGreaterThanOrEqual(
          predictSatisfaction({ expected, perceived: less }).score,
        );
      }),
      seeded,
    );
  });

  it('does not depend on the unit', () => {
    const inUnit = (unit: TimeUnit, perDay: number) =>
      predictSatisfaction({ promised: 10 * perDay, actual: 12 * perDay, unit }).score;
    expect(inUnit('hours', 24)).toBeCloseTo(inUnit('days', 1), 10);
    expect(inUnit('minutes', 1440)).toBeCloseTo(inUnit('days', 1), 10);
  });

  it('names its model and setting, and survives JSON', () => {
    const felt = promise(10, 8);
    expect(felt.model).toEqual({
      id: marketplaceSatisfaction.id,
      setting: marketplaceSatisfaction.setting,
    });
    expect(JSON.parse(JSON.stringify(felt))).toEqual(felt);
  });

  it('warns outside the data its model was fitted on, and not inside', () => {
    expect(promise(10, 8).warnings).toEqual([]);
    expect(predictSatisfaction({ promised: 60, actual: 45, unit: 'minutes' }).warnings).toEqual([
      { code: 'outside-fitted-range', path: 'promised', value: 60 / 1440, range: [5.5, 55.2] },
      { code: 'outside-fitted-range', path: 'actual', value: 45 / 1440, range: [1.5, 37.4] },
    ]);
    expect(predictSatisfaction({ expected: 10, perceived: 70 }).warnings).toMatchObject([
      { path: 'expected', value: 10 },
    ]);
  });

  it('has the gap and the outcome of the promise beside it', () => {
    expect(promise(10, 8)).toMatchObject({ gap: 2, outcome: 'exceeded' });
    expect(promise(10, 12)).toMatchObject({ gap: -2, outcome: 'below' });
    // Nothing is broken yet.
    expect(promise(10, 4, true).outcome).toBe('met');
    expect(promise(10, 12, true).outcome).toBe('below');
    expect(predictSatisfaction({ expected: 70, perceived: 75 }).outcome).toBe('exceeded');
    expect(predictSatisfaction({ expected: 70, perceived: 74.9 }).outcome).toBe('met');
    expect(predictSatisfaction({ expected: 70, perceived: 65 }).outcome).toBe('below');
  });
});

describe('an explanation', () => {
  it('finds the same and adds up to the utility', () => {
    fc.assert(
      fc.property(days, days, fc.boolean(), (promised, actual, stillWaiting) => {
        const input = { promised, actual, unit: 'days', stillWaiting } as const;
        const { prediction, utility, contributions } = explainSatisfaction(input);
        expect(prediction).toEqual(predictSatisfaction(input));
        expect(sum(contributions.map((part) => part.utility))).toBeCloseTo(utility, 10);
      }),
      seeded,
    );
  });

  it('caps what earliness is worth at two days', () => {
    const gain = (actual: number) =>
      explainSatisfaction({ promised: 20, actual, unit: 'days' }).contributions[1];
    expect(gain(18)).toMatchObject({ term: 'gain', amount: 2 });
    expect(gain(5)).toMatchObject({ term: 'gain', amount: 2 });
    expect(gain(19)).toMatchObject({ term: 'gain', amount: 1 });
  });

  it('works for levels', () => {
    const { contributions } = explainSatisfaction({ expected: 70, perceived: 50 });
    expect(contributions.map(({ term, amount }) => [term, amount])).toEqual([
      ['performance', 50],
      ['gain', 0],
      ['loss', 20],
      ['stillWaiting', 0],
    ]);
  });
});

describe('a model of your own', () => {
  it('goes where the default goes', () => {
    const mine = JSON.parse(JSON.stringify({ ...marketplaceSatisfaction, id: 'mine' }));
    const input = { promised: 10, actual: 8, unit: 'days' } as const;
    const felt = predictSatisfaction(input, { model: mine });
    expect(felt.model.id).toBe('mine');
    expect(felt.score).toBe(predictSatisfaction(input).score);
  });

  it.each([
    ['unit-mismatch', 'options.model.dimension', surveySatisfaction],
    ['wrong-type', 'options.model.thresholds', { ...marketplaceSatisfaction, thresholds: [0, 1] }],
    [
      'wrong-type',
      'options.model.thresholds',
      { ...marketplaceSatisfaction, thresholds: [3, 2, 1, 0] },
    ],
    ['wrong-type', 'options.model.parameters', { ...marketplaceSatisfaction, parameters: null }],
    ['missing', 'options.model.performance', { ...marketplaceSatisfaction, parameters: {} }],
    ['wrong-type', 'options.model', 'satisfaction/marketplace-2018'],
    ['wrong-type', 'options.model', null],
  ])('is refused as %s at %s', (code, path, model) => {
    const call = () =>
      predictSatisfaction({ promised: 10, actual: 8, unit: 'days' }, { model: model as never });
    expect(call).toThrow(expect.objectContaining({ code, path, function: 'predictSatisfaction' }));
  });
});

describe('bad input', () => {
  it.each([
    [{ promised: 0, actual: 8, unit: 'days' }, 'out-of-range', 'promised'],
    [{ promised: 10, actual: -1, unit: 'days' }, 'out-of-range', 'actual'],
    [{ promised: 10, actual: Number.NaN, unit: 'days' }, 'out-of-range', 'actual'],
    [{ promised: 10, actual: 8 }, 'missing', 'unit'],
    [{ promised: 10, actual: 8, unit: 'weeks' }, 'unknown-name', 'unit'],
    [{ promised: 10, unit: 'days' }, 'missing', 'actual'],
    [{ promised: 10, actual: '8', unit: 'days' }, 'wrong-type', 'actual'],
    [{ expected: 130, perceived: 8 }, 'out-of-range', 'expected'],
    [{ expected: 70 }, 'missing', 'perceived'],
    [{ expected: 70, perceived: 80, late: 2 }, 'unknown-name', 'late'],
    [{}, 'missing', 'expected'],
  ])('%j is refused as %s at %s', (experience, code, path) => {
    const call = () => predictSatisfaction(experience as never);
    expect(call).toThrow(expect.objectContaining({ code, path, function: 'predictSatisfaction' }));
  });

  it.each([undefined, null, 5, 'early'])('%s is refused', (experience) => {
    expect(() => explainSatisfaction(experience as never)).toThrow(
      expect.objectContaining({ function: 'explainSatisfaction' }),
    );
  });

  it('an unknown option is refused', () => {
    expect(() =>
      predictSatisfaction({ expected: 70, perceived: 80 }, { modle: 1 } as never),
    ).toThrow(expect.objectContaining({ code: 'unknown-name', path: 'options.modle' }));
  });
});

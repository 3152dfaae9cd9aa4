import { fitSatisfaction, marketplaceSatisfaction, type Parameter } from 'overdeliver';
import {
  recalibrateSatisfaction,
  type SatisfactionModel,
  scoreSatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { levels } from './fixtures';
import { levelColumns, names } from './given';

const number = (value: number, standardError?: number): Parameter => ({
  value,
  unit: '',
  range: [-20, 20],
  status: 'fitted',
  source: 'test',
  ...(standardError !== undefined && { standardError }),
});
/** Three answers by the level perceived alone, with errors of the two thresholds and of the coefficient. */
const three = (errors: readonly (number | undefined)[] = []): SatisfactionModel => ({
  version: 1,
  id: 'test/three',
  setting: 'a test',
  answers: { min: 1, max: 3 },
  dimensions: {
    level: { kind: 'level', unit: 'points', terms: ['performance'], value: 'identity' },
  },
  parameters: {
    'threshold.1': number(1, errors[0]),
    'threshold.2': number(4, errors[1]),
    'level.performance': number(0.05, errors[2]),
  },
});
/** Of the fixture's five answers the first two are one, and the next two. */
const answers = levels.answers.map((answer) => Math.ceil(answer / 2));
const move = (model: SatisfactionModel, change = {}, given: readonly number[] = answers) =>
  recalibrateSatisfaction(levelColumns, given, { ...names, model, ...change });

describe('a model with as many numbers as are moved', () => {
  it('moves to where a fit ends, with its errors', () => {
    const { model } = move(three([0, 0, 0]));
    const fit = fitSatisfaction(levelColumns, answers, {
      ...names,
      form: { ...three(), parameters: {}, id: 'test/form' } as never,
      folds: 0,
      // Robust errors, too: each row a respondent of its own.
      respondent: answers.map((_, row) => row),
    });
    expect(model.fit).toEqual({
      data: names.data,
      licence: names.licence,
      n: 120,
      logLikelihood: expect.closeTo(fit.model.fit?.logLikelihood as number, 9),
      converged: true,
    });
    for (const name of Object.keys(three().parameters)) {
      const [ours, theirs] = [model.parameters[name], fit.model.parameters[name]] as [
        Parameter,
        Parameter,
      ];
      expect(ours.value / theirs.value, name).toBeCloseTo(1, 8);
      expect((ours.standardError as number) / (theirs.standardError as number), name).toBeCloseTo(
        1,
        7,
      );
    }
  });

  it('adds errors of its own to those of the move, as if independent', () => {
    const { scale, spread, model: sure } = move(three([0, 0, 0]));
    const { model: unsure } = move(three([0.3, 0.7, 0.02]));
    const added = (name: string) =>
      (unsure.parameters[name]?.standardError ?? 0) ** 2 -
      (sure.parameters[name]?.standardError ?? 0) ** 2;
    const stretch = spread?.value as number;
    expect(added('threshold.1')).toBeCloseTo((0.3 * stretch) ** 2, 10);
    expect(added('threshold.2')).toBeCloseTo((0.7 * stretch) ** 2, 10);
    expect(added('level.performance')).toBeCloseTo((0.02 * scale.value) ** 2, 12);
  });
});

describe('what a recalibration wins', () => {
  const mine = levels.answers;
  const five: SatisfactionModel = {
    ...three(),
    id: 'test/five',
    answers: { min: 1, max: 5 },
    parameters: {
      ...three().parameters,
      'threshold.2': number(2),
      'threshold.3': number(3),
      'threshold.4': number(5),
    },
  };

  it('is told from the losses of the model as it was, and of ones moved on the other four fifths', () => {
    const found = move(five, {}, mine);
    const { logLoss, rps } = scoreSatisfaction(levelColumns, mine, { model: five });
    expect(found.before.logLoss).toBeCloseTo(logLoss as number, 10);
    expect(found.before.rps).toBeCloseTo(rps, 10);

    // Each answer is dealt to the folds in turn, the worst from the first one on, the next from the second.
    const dealt = mine.map((answer, row) => {
      const before = mine.slice(0, row).filter((other) => other === answer).length;
      return (answer - 1 + before) % 5;
    });
    const taken = (isTaken: (fold: number) => boolean) => {
      const rows = [...mine.keys()].filter((row) => isTaken(dealt[row] as number));
      const column = (of: Float64Array) => Float64Array.from(rows, (row) => of[row] as number);
      const { expected, perceived } = levelColumns;
      return {
        columns: { expected: column(expected), perceived: column(perceived) },
        answers: rows.map((row) => mine[row] as number),
      };
    };
    const after = { logLoss: 0, rps: 0 };
    for (let fold = 0; fold < 5; fold++) {
      const [kept, out] = [taken((other) => other !== fold), taken((other) => other === fold)];
      const { model } = recalibrateSatisfaction(kept.columns, kept.answers, {
        ...names,
        model: five,
      });
      const score = scoreSatisfaction(out.columns, out.answers, { model });
      after.logLoss += ((score.logLoss as number) * score.n) / 120;
      after.rps += (score.rps * score.n) / 120;
    }
    expect(found.after.logLoss).toBeCloseTo(after.logLoss, 9);
    expect(found.after.rps).toBeCloseTo(after.rps, 9);
    expect(found.helps).toBe(after.rps < rps);
  });

  it('is nothing where the model was fitted to these very rows', () => {
    const { model } = fitSatisfaction(levelColumns, answers, {
      ...names,
      id: 'test/fitted',
      form: { ...three(), parameters: {} } as never,
      folds: 0,
    });
    const { helps, before, after } = move(model);
    expect(helps).toBe(false);
    expect(after.rps).toBeGreaterThan(before.rps);
  });

  it('is known from fifty rows', () => {
    const some = (n: number) =>
      recalibrateSatisfaction(
        { perceived: levelColumns.perceived.slice(0, n) },
        answers.slice(0, n),
        { ...names, model: three() },
      );
    expect(some(50).model.fit?.n).toBe(50);
    expect(refusal(() => some(49))).toMatchObject({ code: 'not-enough-data', path: 'columns' });
  });

  it('is nothing to know of answers of which but one was given twice', () => {
    const once = mine.map((_, row) => (row === 3 ? 2 : row === 5 ? 5 : 4));
    expect(refusal(() => move(five, {}, once))).toMatchObject({
      code: 'not-enough-data',
      path: 'answers',
      expected: 'at least 2 for answers that were given more than once',
    });
    // Another answer that was given once does not tell how far apart they lie.
    const twice = mine.map((answer, row) => (row === 3 ? 1 : answer > 3 ? 4 : 2));
    expect(move(five, {}, twice).spread).toBeNull();
  });
});

describe('a model moved to another scale', () => {
  const four = { min: 0, max: 4 };
  const onFive = levels.answers.map((answer) => answer - 1);

  // Its thresholds lie at 1/4 and 3/4, those of five answers at 1/8, 3/8, 5/8 and 7/8: shares of the way -1/4, 1/4, 3/4, 5/4.
  it.each([-0.25, 0.25, 0.75, 1.25])(
    'takes thresholds from the line through its own: at %d',
    (share) => {
      const name = `threshold.${2 * share + 1.5}`;
      const { model: sure, spread } = move(three([0, 0, 0]), { answers: four }, onFive);
      const { model: unsure } = move(three([0.3, 0.7, 0]), { answers: four }, onFive);
      const error = Math.abs(1 - share) * 0.3 + Math.abs(share) * 0.7;
      const added =
        (unsure.parameters[name]?.standardError ?? 0) ** 2 -
        (sure.parameters[name]?.standardError ?? 0) ** 2;
      expect(added).toBeCloseTo((error * (spread?.value as number)) ** 2, 10);
    },
  );

  it('knows an error only where both ends of the line have one', () => {
    for (const errors of [[0.3], [undefined, 0.7], []]) {
      const { parameters } = move(three(errors), { answers: four }, onFive).model;
      for (const name of ['threshold.1', 'threshold.2', 'threshold.3', 'threshold.4']) {
        expect(parameters[name]).toMatchObject({ status: 'assumed' });
        expect(parameters[name]).not.toHaveProperty('standardError');
      }
    }
  });

  it('is moved as it is where the scale is its own, also with an answer pooled', () => {
    const { 'threshold.1': _, ...rest } = marketplaceSatisfaction.parameters;
    const model: SatisfactionModel = { ...marketplaceSatisfaction, pooled: [2], parameters: rest };
    const actual = Float64Array.from({ length: 60 }, (_, i) => 6 + (i % 9));
    const columns = { promised: new Float64Array(60).fill(10), actual, unit: 'days' } as const;
    const stars = Array.from(actual, (days, i) => (days > 10 ? 1 + (i % 3) : 2 + (i % 4)));
    const own = recalibrateSatisfaction(columns, stars, { ...names, model });
    const said = { ...names, model, answers: { min: 1, max: 5 } };
    expect(recalibrateSatisfaction(columns, stars, said)).toEqual(own);
    expect(own.model.pooled).toEqual([2]);
    // From 0 to 5 are six answers, though the best one has the same number.
    const six = { ...names, model: marketplaceSatisfaction, answers: { min: 0, max: 5 } };
    const { parameters } = recalibrateSatisfaction(columns, stars, six).model;
    expect(parameters['threshold.5']).toBeDefined();
  });
});

import { fitSatisfaction, type Parameter } from 'overdeliver';
import {
  recalibrateSatisfaction,
  type SatisfactionModel,
  scoreSatisfaction,
} from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../core/refusal';
import { levels } from './fixtures';
import { levelColumns, names } from './given';
import { answers, move, number, three } from './three';

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

import { fitSatisfaction, marketplaceSatisfaction } from 'overdeliver';
import { scoreSatisfaction, surveySatisfaction } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { expectSurvivesJson } from '../../capability/survives-json';
import { refusal } from '../../core/refusal';
import { levels } from './fixtures';
import { levelColumns, levelForm, names } from './given';

const actual = Float64Array.of(4, 6, 8, 9, 11, 12);
const columns = { promised: new Float64Array(6).fill(10), actual, unit: 'days' } as const;
const stars = [5, 5, 4, 5, 2, 3];

describe('the score of a model on rows', () => {
  it('is what one computes by hand from its chances', () => {
    const cuts = [-3.2377383, -2.8537652, -2.1382014, -1.0821692];
    const chances = Array.from(actual, (days) => {
      const gap = Math.min(2, Math.abs(10 - days));
      const u = -0.43962154 * Math.log(days) + (days < 10 ? 0.19589989 : -0.39338951) * gap;
      const upTo = [...cuts.map((t) => 1 / (1 + Math.exp(u - t))), 1];
      return upTo.map((p, k) => p - (upTo[k - 1] ?? 0));
    });
    const upTo = (row: readonly number[], k: number) =>
      row.slice(0, k + 1).reduce((sum, p) => sum + p, 0);
    const mean = (of: (row: readonly number[], i: number) => number) =>
      chances.reduce((sum, row, i) => sum + of(row, i), 0) / 6;
    const found = scoreSatisfaction(columns, stars, { model: marketplaceSatisfaction });
    const star = (i: number) => stars[i] as number;
    expect(found.n).toBe(6);
    expect(found.logLoss).toBeCloseTo(
      mean((row, i) => -Math.log(row[star(i) - 1] as number)),
      10,
    );
    expect(found.rps).toBeCloseTo(
      mean((row, i) =>
        [0, 1, 2, 3].reduce(
          (sum, k) => sum + (upTo(row, k) - (star(i) <= k + 1 ? 1 : 0)) ** 2 / 4,
          0,
        ),
      ),
      10,
    );
    // Shares 0, 1/6, 1/6, 1/6, 3/6; F (1 - F) at 0, 1/6, 2/6, 3/6.
    expect(found.baseline.logLoss).toBeCloseTo(Math.log(6) / 2 + Math.log(2) / 2, 12);
    expect(found.baseline.rps).toBeCloseTo((5 / 36 + 8 / 36 + 9 / 36) / 4, 12);
    expect(found.score.observed).toBeCloseTo((25 * (4 + 4 + 3 + 4 + 1 + 2)) / 6, 12);
    expect(found.score.predicted).toBeCloseTo(
      mean((row) => row.reduce((sum, p, k) => sum + 25 * k * p, 0)),
      10,
    );
    found.answers.forEach(({ answer, predicted, observed, n, low, high }, k) => {
      expect(answer).toBe(k + 1);
      expect(predicted).toBeCloseTo(
        mean((row) => row[k] as number),
        10,
      );
      expect(observed).toBe(n / 6);
      expect(low).toBeLessThanOrEqual(observed);
      expect(high).toBeGreaterThanOrEqual(observed);
    });
    expect(found.answers.map(({ n }) => n)).toEqual([0, 1, 1, 1, 3]);
    expect(found.model.id).toBe('satisfaction/marketplace-2018');
    expect(found.warnings).toEqual([]);
    expectSurvivesJson(found);
  });

  it('is the loss in sample on the rows that a fit was made from', () => {
    const { model, inSample } = fitSatisfaction(levelColumns, levels.answers, {
      ...names,
      form: levelForm,
    });
    const found = scoreSatisfaction(levelColumns, levels.answers, { model });
    expect(found.logLoss).toBeCloseTo(levels.exact.logLoss, 8);
    expect(found.rps).toBeCloseTo(levels.exact.rps, 8);
    expect(found.rps).toBeCloseTo(inSample.rps, 12);
    const predicted = found.answers.reduce((sum, answer) => sum + answer.predicted, 0);
    expect(predicted).toBeCloseTo(1, 12);
    expect(found.rps).toBeLessThan(found.baseline.rps);
  });

  it('has no log loss where an answer was given that the model holds impossible', () => {
    const parameters = {
      ...surveySatisfaction.parameters,
      'level.performance': { ...surveySatisfaction.parameters['level.performance'], value: 20 },
    };
    const model = { ...surveySatisfaction, id: 'ours/sure', parameters } as never;
    const rows = { expected: Float64Array.of(80), perceived: Float64Array.of(80) };
    expect(scoreSatisfaction(rows, [1], { model }).logLoss).toBeNull();
    expect(scoreSatisfaction(rows, [1], { model }).rps).toBeCloseTo(1, 12);
  });

  it.each([
    [columns, [5, 5, 4, 5, 2], {}, 'length-mismatch', 'answers'],
    [columns, [5, 5, 4, 5, 2, 6], {}, 'out-of-range', 'answers[5]'],
    [columns, stars, { model: undefined }, 'missing', 'options.model'],
    [columns, stars, { groups: 3 }, 'unknown-name', 'options.groups'],
    [{ ...columns, promised: undefined }, stars, {}, 'missing', 'columns.promised'],
    [null, stars, {}, 'wrong-type', 'columns'],
  ])('refuses what cannot be scored', (given, answers, change, code, path) => {
    const options = { model: marketplaceSatisfaction, ...change } as never;
    const wrong = refusal(() => scoreSatisfaction(given as never, answers, options));
    expect(wrong).toMatchObject({ function: 'scoreSatisfaction', code, path });
  });

  it('needs a row', () => {
    const none = { expected: new Float64Array(0), perceived: new Float64Array(0) };
    const wrong = refusal(() => scoreSatisfaction(none, [], { model: surveySatisfaction }));
    expect(wrong.code).toBe('not-enough-data');
  });
});

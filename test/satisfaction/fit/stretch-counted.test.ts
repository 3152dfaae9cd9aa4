import { marketplaceSatisfaction } from 'overdeliver';
import { recalibrateSatisfaction, type SatisfactionModel } from 'overdeliver/satisfaction';
import { describe, expect, it } from 'vitest';
import { levels } from './fixtures';
import { names } from './given';
import { move, three } from './three';

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

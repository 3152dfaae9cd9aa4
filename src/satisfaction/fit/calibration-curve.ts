import * as z from 'zod/mini';
import type { Interval } from '../../core/interval';
import { door } from '../../input/door';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { notEnough, refuse } from '../../input/refusal';
import { ascendingOrder } from '../../numerics/ascending-order';
import { logistic } from '../../numerics/logistic';
import { wilson } from '../../numerics/proportion';
import type { SatisfactionColumns } from '../experience';
import { fieldsSchema } from '../input';
import { modelSchema } from '../input-model';
import type { SatisfactionModel } from '../model';
import { utilityOfLayout } from '../score';
import { answersSchema, countSchema, readObservations } from './input';

/**
 * One group of customers of like prospects, for a plot of predicted against observed shares; `low` and `high` hold the
 * observed share with 95% (Wilson 1927).
 *
 * @inline
 */
export interface CalibrationPoint extends Interval {
  readonly n: number;
  /** The mean chance that they answer `upTo` or worse, as predicted. */
  readonly predicted: number;
  /** The share that did. */
  readonly observed: number;
}

/**
 * Shows whether a model's chances come true: customers are ordered by their predicted chance of an answer of `upTo`
 * or worse and cut into groups of equal size, deciles unless you say otherwise. Those of one chance stay together, so
 * that there may be fewer groups, and their order in the columns does not matter.
 *
 * @param columns what they went through, a row to each answer
 * @param answers their answers
 * @param options the model; `upTo`, the best answer that counts as a bad one; the number of groups, 10 unless given
 * @throws NotEnoughDataError for fewer rows than groups; otherwise what {@link fitSatisfaction} throws
 * @example
 * ```ts
 * import { calibrationCurve } from 'overdeliver/satisfaction';
 * import { marketplaceSatisfaction } from 'overdeliver';
 *
 * const actual = Float64Array.of(4, 6, 8, 9, 11, 12);
 * const columns = { promised: new Float64Array(6).fill(10), actual, unit: 'days' } as const;
 * const [early, late] = calibrationCurve(columns, [5, 5, 4, 5, 2, 3], {
 *   model: marketplaceSatisfaction,
 *   upTo: 2,
 *   groups: 2,
 * });
 * [early?.predicted, early?.observed]; // => [0.078, 0]
 * [late?.predicted, late?.observed]; // => [0.194, 0.333]
 * ```
 */
export function calibrationCurve(
  columns: SatisfactionColumns,
  answers: ArrayLike<number>,
  options: {
    readonly model: SatisfactionModel;
    readonly upTo: number;
    readonly groups?: number | undefined;
  },
): readonly CalibrationPoint[] {
  return door('calibrationCurve', () => {
    const { model, upTo, groups = 10 } = read(optionsSchema, options, 'options');
    const { min, max } = model.model.answers;
    if (!Number.isInteger(upTo) || upTo < min || upTo >= max) {
      refuse('options.upTo', upTo, `a whole number from ${min} to ${max - 1}`);
    }
    const { layout, answer } = readObservations(
      read(fieldsSchema, columns, 'columns'),
      read(answersSchema, answers, 'answers'),
      model.model,
    );
    if (layout.rows < groups) {
      const counts = { needed: groups, available: layout.rows };
      notEnough('columns', counts, 'a row to each group');
    }
    const { utility: chance } = utilityOfLayout(layout, model);
    const threshold = model.thresholds[upTo - min] as number;
    // In their place: another column would take a third of the input again.
    for (let i = 0; i < chance.length; i++) chance[i] = logistic(threshold - (chance[i] as number));
    const order = ascendingOrder(chance);
    const ends = new Map<number, number>();
    for (let from = 0, to = 0; from < order.length; from = to) {
      while (chance[order[to] as number] === chance[order[from] as number]) to++;
      // Where the middle of those of one chance lies.
      const group = Math.floor(((from + to) * groups) / (2 * order.length));
      ends.set(group, to);
    }
    let start = 0;
    return Array.from(ends.values(), (end) => {
      const rows = order.subarray(start, end);
      start = end;
      const bad = rows.filter((row) => (answer[row] as number) <= upTo - min).length;
      const [low, high] = wilson(bad, rows.length);
      const predicted = rows.reduce((sum, row) => sum + (chance[row] as number), 0) / rows.length;
      return { n: rows.length, predicted, observed: bad / rows.length, low, high };
    });
  });
}

const optionsSchema = once(() =>
  z.strictObject({
    model: modelSchema,
    upTo: z.number(),
    groups: countSchema('groups', 2),
  }),
);

import * as z from 'zod/mini';
import type { Interval } from '../../core/interval';
import type { ScaleWarning } from '../../core/other-scale';
import { door } from '../../input/door';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { notEnough } from '../../input/refusal';
import { wilson } from '../../numerics/proportion';
import { average, averageOf } from '../contributions';
import type { SatisfactionColumns } from '../experience';
import { fieldsSchema } from '../input';
import { modelSchema } from '../input-model';
import { levelWarnings } from '../level-warnings';
import type { SatisfactionModel } from '../model';
import { answerChances } from '../ordinal';
import { toldApart } from '../pooled';
import { scoreLayout } from '../score';
import { type ModelWarning, modelWarnings } from '../warnings';
import type { FormScore } from './form-score';
import { answersSchema, readObservations } from './input';
import { countsOf } from './observations';
import { categoriesOf } from './pool';
import { logLoss, rankedScore } from './scores';

/** How well a model foresees answers. */
export interface ModelScore {
  /** How many rows were scored. */
  readonly n: number;
  /** The mean of -log of the chance of the answer given; null where one was given that the model holds impossible. */
  readonly logLoss: number | null;
  /** The mean ranked probability score, from 0, certain and right, to 1. */
  readonly rps: number;
  /** The same for who knows nothing but how often each answer was given in these rows. */
  readonly baseline: Pick<FormScore, 'logLoss' | 'rps'>;
  /** The mean score, 0 to 100, as predicted and as answered. */
  readonly score: { readonly predicted: number; readonly observed: number };
  /** By answer that the model tells apart: the share predicted, and that observed with its interval of 95%. */
  readonly answers: readonly (Interval & {
    readonly answer: number;
    readonly n: number;
    readonly predicted: number;
    readonly observed: number;
  })[];
  /** The model that was scored. */
  readonly model: { readonly id: string; readonly setting: string };
  /** What the model warns of, and `another-scale` for a column of levels that seem to be no percentages. */
  readonly warnings: readonly (ModelWarning | ScaleWarning)[];
}

/**
 * Scores any model on rows that it was not fitted on: how well it foresees each answer (log loss, and the ranked
 * probability score of Epstein 1969, doi:10.1175/1520-0450(1969)008<0985:ASSFPF>2.0.CO;2), and whether the shares of
 * answers that it predicts come true (intervals of Wilson 1927, doi:10.1080/01621459.1927.10502953). For customers of
 * like prospects see {@link calibrationCurve}.
 *
 * @param columns what they went through, a row to each answer and every number in it
 * @param answers their answers, whole numbers on the model's scale; one that the model pools counts as its neighbour
 * @param options the model to score
 * @throws NotEnoughDataError for no rows; otherwise what {@link fitSatisfaction} throws for columns and answers
 * @example
 * ```ts
 * import { marketplaceSatisfaction } from 'overdeliver';
 * import { scoreSatisfaction } from 'overdeliver/satisfaction';
 *
 * const actual = Float64Array.of(4, 6, 8, 9, 11, 12);
 * const columns = { promised: new Float64Array(6).fill(10), actual, unit: 'days' } as const;
 * const found = scoreSatisfaction(columns, [5, 5, 4, 5, 2, 3], { model: marketplaceSatisfaction });
 * [found.rps, found.baseline.rps]; // => [0.114, 0.153]
 * const best = found.answers.at(-1);
 * [best?.answer, best?.predicted, best?.observed]; // => [5, 0.550, 0.5]
 * ```
 */
export function scoreSatisfaction(
  columns: SatisfactionColumns,
  answers: ArrayLike<number>,
  options: { readonly model: SatisfactionModel },
): ModelScore {
  return door('scoreSatisfaction', () => {
    const { model: compiled } = read(optionsSchema, options, 'options');
    const { model, cuts, thresholds } = compiled;
    const { layout, answer } = readObservations(
      read(fieldsSchema, columns, 'columns'),
      read(answersSchema, answers, 'answers'),
      model,
    );
    const n = layout.rows;
    if (n === 0) notEnough('columns', { needed: 1, available: 0 }, 'a score');
    const { utility, score } = scoreLayout(layout, compiled);
    const categories = categoriesOf(answer, model);
    const counts = countsOf(categories, cuts.length + 1);
    const mean = (loss: typeof logLoss) =>
      averageOf(n, (row) => loss(utility[row] as number, cuts, categories[row] as number));
    const log = mean(logLoss);
    const predicted = new Array<number>(thresholds.length + 1).fill(0);
    for (const u of utility) answerChances(u, thresholds, n, predicted);
    return {
      n,
      logLoss: Number.isFinite(log) ? log : null,
      rps: mean(rankedScore),
      baseline: baselineOf(counts, n),
      score: {
        predicted: average(score),
        observed: averageOf(n, (row) => (100 * (answer[row] as number)) / thresholds.length),
      },
      answers: toldApart(model).map((place, k) => {
        const given = counts[k] as number;
        const [low, high] = wilson(given, n);
        return {
          answer: model.answers.min + place,
          n: given,
          predicted: predicted[place] as number,
          observed: given / n,
          low,
          high,
        };
      }),
      model: { id: model.id, setting: model.setting },
      warnings: [...modelWarnings(model), ...levelWarnings(layout)],
    };
  });
}

const optionsSchema = once(() => z.strictObject({ model: modelSchema }));

/** The losses of the shares of answers themselves: their entropy, and the mean of F (1 - F) over thresholds. */
function baselineOf(counts: readonly number[], n: number): ModelScore['baseline'] {
  let [log, rps, upTo] = [0, 0, 0];
  counts.forEach((count) => {
    if (count > 0) log -= (count / n) * Math.log(count / n);
    upTo += count;
    // 0 for the last of them.
    rps += ((upTo / n) * (1 - upTo / n)) / (counts.length - 1);
  });
  return { logLoss: log, rps };
}

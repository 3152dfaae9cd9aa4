import * as z from 'zod/mini';
import type { FitNames } from '../../core/fit-names';
import type { Interval } from '../../core/interval';
import type { Scale } from '../../core/level';
import { door } from '../../input/door';
import { fitNames } from '../../input/fit-options';
import { once } from '../../input/once';
import { read } from '../../input/read';
import { notEnough, refuse } from '../../input/refusal';
import { compare } from '../../numerics/nearly';
import { normalQuantile } from '../../numerics/normal';
import { placesBelow, placesThat } from '../../numerics/places-that';
import type { CompiledModel } from '../compile';
import type { SatisfactionColumns } from '../experience';
import { freezeModel } from '../freeze-model';
import { fieldsSchema } from '../input';
import { answerScaleSchema, modelSchema } from '../input-model';
import type { SatisfactionModel } from '../model';
import { utilityOfLayout } from '../score';
import { dealFolds } from './folds';
import type { FormScore } from './form-score';
import { answersSchema, readObservations } from './input';
import { inputsSeen } from './inputs-seen';
import { countsOf } from './observations';
import { categoriesOf } from './pool';
import { logLoss, rankedScore } from './scores';
import { moved, movedParameters, solve } from './shift-and-scale';
import { stretched } from './stretch';

/** A number with how far it may be off, and its interval of 95%. */
export interface EstimatedNumber extends Interval {
  /** The value that fits best. */
  readonly value: number;
  /** Its standard error. */
  readonly standardError: number;
}

/** A model moved to another setting; plain JSON. */
export interface Recalibration {
  /** The model with its thresholds moved and its coefficients scaled. */
  readonly model: SatisfactionModel;
  /** How much happier (above 0) people here answer the average experience, in log odds. */
  readonly shift: EstimatedNumber;
  /** How strongly answers here follow what happened: 1 as in the model, 0 not at all, below 0 the other way. */
  readonly scale: EstimatedNumber;
  /**
   * How far apart answers lie: above 1 more of them are in the middle than in the model, below 1 more at either end;
   * null where it is kept, since fewer than three answers were given more than once.
   */
  readonly spread: EstimatedNumber | null;
  /** How well answers are foreseen by the model as it was, stretched to their scale. */
  readonly before: Pick<FormScore, 'logLoss' | 'rps'>;
  /** How well by one recalibrated on the other four fifths. */
  readonly after: Pick<FormScore, 'logLoss' | 'rps'>;
  /** Whether the recalibrated one foresees them better; if not, keep the model as it was. */
  readonly helps: boolean;
}

/** Ten rows to each of five folds: up to three numbers are fitted to four of them. */
const leastRows = 50;

const optionsSchema = once(() =>
  z.strictObject({ ...fitNames(), model: modelSchema, answers: z.optional(answerScaleSchema) }),
);

/**
 * Moves a model to a new setting with three numbers, from as few as 50 rows: P(answer <= k) = logistic(t + spread *
 * (threshold_k - t) - m - shift - scale * (u - m)), with t the mean of the thresholds, u the model's own utility and m
 * its mean here (after the logistic recalibration of Cox 1958). All its terms keep their proportions. Intervals are
 * robust (White 1982), since the form need not be that of the setting. For answers on another scale the thresholds are
 * stretched to it first: each lies halfway between the levels of two answers, 0 to 100, on the lines between the model's own.
 *
 * @param columns what customers here went through, a row to each answer
 * @param answers their answers, whole numbers on the model's scale, or on that of `options.answers`
 * @param options the model to move, what the moved one is called, and the scale of the answers
 * @throws NotEnoughDataError for fewer than 50 rows, or answers that are all but alike
 * @throws InvalidInputError what {@link fitSatisfaction} throws for columns and answers, `ambiguous` when the model
 *   gives all rows the same utility, or separates answers perfectly; `wrong-type` for another scale of a model that
 *   tells only two answers apart
 * @example
 * ```ts
 * import { marketplaceSatisfaction } from 'overdeliver';
 * import { recalibrateSatisfaction } from 'overdeliver/satisfaction';
 *
 * const actual = Float64Array.from({ length: 60 }, (_, i) => 6 + (i % 9));
 * const columns = { promised: new Float64Array(60).fill(10), actual, unit: 'days' } as const;
 * const stars = Array.from(actual, (days, i) => (days > 10 ? 1 + (i % 3) : 2 + (i % 4)));
 * const { model, shift } = recalibrateSatisfaction(columns, stars, {
 *   model: marketplaceSatisfaction,
 *   id: 'ours/shop-2026',
 *   setting: 'our own shop',
 *   data: 'our own ratings',
 *   licence: 'internal',
 * });
 * shift.value < 0; // => true
 * model.id; // => 'ours/shop-2026'
 * ```
 */
export function recalibrateSatisfaction(
  columns: SatisfactionColumns,
  answers: ArrayLike<number>,
  options: FitNames & {
    readonly model: SatisfactionModel;
    /** The scale of the answers here, such as 1 to 7; the model's unless given. */
    readonly answers?: Scale | undefined;
  },
): Recalibration {
  return door('recalibrateSatisfaction', () => {
    const { model: given, answers: scale, ...names } = read(optionsSchema, options, 'options');
    const compiled = onScale(given, scale);
    const { model, cuts: thresholds } = compiled;
    const { id, setting, data, licence } = names;
    if (id === model.id) refuse('options.id', id, `another id than the model's`, 'ambiguous');
    const { layout, answer: places } = readObservations(
      read(fieldsSchema, columns, 'columns'),
      read(answersSchema, answers, 'answers'),
      model,
    );
    const answer = categoriesOf(places, model);
    const counts = { needed: leastRows, available: layout.rows };
    if (layout.rows < leastRows) {
      notEnough('columns', counts, 'a shift and a scale');
    }
    const kinds = countsOf(answer, thresholds.length + 1).filter((n) => n > 1);
    if (kinds.length < 2) {
      const found = { needed: 2, available: kinds.length };
      notEnough('answers', found, 'answers that were given more than once');
    }
    const { utility } = utilityOfLayout(layout, compiled);
    if (utility.every((u) => compare(u, utility[0] as number, 1) === 0)) {
      refuse('columns', columns, 'experiences that the model tells apart', 'ambiguous');
    }
    const all = placesBelow(layout.rows);
    const spreads = kinds.length > 2;
    const found = solve(utility, thresholds, answer, all, spreads);
    if (!found.converged) {
      refuse('answers', answers, 'answers that the model does not separate perfectly', 'ambiguous');
    }
    const fold = dealFolds(answer, 5, null);
    const losses = { before: { logLoss: 0, rps: 0 }, after: { logLoss: 0, rps: 0 } };
    for (let out = 0; out < 5; out++) {
      const kept = placesThat(layout.rows, (row) => fold[row] !== out);
      const { cuts, utilityOf } = moved(
        solve(utility, thresholds, answer, kept, spreads),
        thresholds,
      );
      for (let row = 0; row < layout.rows; row++) {
        if (fold[row] !== out) continue;
        const [u, k] = [utility[row] as number, answer[row] as number];
        losses.before.logLoss += logLoss(u, thresholds, k) / layout.rows;
        losses.before.rps += rankedScore(u, thresholds, k) / layout.rows;
        losses.after.logLoss += logLoss(utilityOf(u), cuts, k) / layout.rows;
        losses.after.rps += rankedScore(utilityOf(u), cuts, k) / layout.rows;
      }
    }
    const z95 = -normalQuantile(0.025);
    const free = spreads ? 3 : 2;
    const covariance = found.covariance();
    const number = (value: number, i: number): EstimatedNumber => {
      const standardError = Math.sqrt(covariance[i * (free + 1)] as number);
      const reach = z95 * standardError;
      return { value, standardError, low: value - reach, high: value + reach };
    };
    return {
      model: freezeModel({
        ...model,
        id,
        setting,
        fit: {
          data,
          licence,
          n: layout.rows,
          logLikelihood: found.logLikelihood,
          converged: true,
        },
        ...inputsSeen(layout, model),
        parameters: movedParameters(
          compiled,
          found,
          covariance,
          [...layout.dimensions.map(({ name }) => name), 'covariates'],
          `${model.id}, recalibrated on ${data} (${licence})`,
        ),
      }),
      shift: number(found.shift, 0),
      scale: number(found.scale, 1),
      spread: spreads ? number(found.spread, 2) : null,
      ...losses,
      helps: losses.after.rps < losses.before.rps,
    };
  });
}

/** A model for answers on the scale that is said. */
function onScale(given: CompiledModel, scale: Scale | undefined): CompiledModel {
  const { min, max } = given.model.answers;
  const isOwn = scale === undefined || (scale.min === min && scale.max === max);
  return isOwn ? given : stretched(given, scale, 'options.answers');
}

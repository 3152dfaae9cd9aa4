import type { Fit, Parameter } from '../../core/parameters';
import { door } from '../../input/door';
import { read } from '../../input/read';
import { notEnough, refuse } from '../../input/refusal';
import { normalQuantile } from '../../numerics/normal';
import type { SatisfactionColumns } from '../experience-columns';
import { freezeModel } from '../freeze-model';
import type { SatisfactionModel } from '../model';
import { coefficientNames, numbersOfModel, sharesOf, thresholdNames } from '../model-numbers';
import { clustered } from './clustered';
import { compareForms, type FormScore, type Losses, simplest, splits } from './compare';
import { asGiven, designOf } from './design';
import { domainOf } from './domain-of';
import { estimated } from './estimated';
import { fitOptionsSchema, type SatisfactionFitOptions } from './fit-options';
import { foldsFor, groupsOf } from './folds';
import { likelihood, utilityOf } from './likelihood';
import { observe, refuseUnchosen } from './observations';
import { fitOrdinal } from './ordinal-fit';
import { logLoss, rankedScore } from './scores';
import { unfitted } from './unfitted';

/** Something to know before relying on a fit; may grow. */
export interface FitFlag {
  /**
   * `separated`: some rows are told apart without fault, so that this number grows without end and has no standard
   * error. `not-converged`: the likelihood still rises a little, though nothing grows without end. `not-compared`: an
   * answer is too rare for it to be in every fold, so that no forms are compared. `not-scored`: a way of counting gaps
   * gives an answer no chance in some fold, and is left out of the comparison.
   */
  readonly code: 'separated' | 'not-converged' | 'not-compared' | 'not-scored';
  /** The parameter, or the way of counting gaps, that it speaks of. */
  readonly parameter: string | null;
}

/** A fitted model and how far to trust it; plain JSON. */
export interface SatisfactionFit {
  /** Goes wherever a default set goes. */
  readonly model: SatisfactionModel;
  /** By parameter: the interval that holds it with the confidence asked for; null where it has none. */
  readonly intervals: Readonly<Record<string, readonly [low: number, high: number] | null>>;
  readonly iterations: number;
  readonly inSample: Losses;
  /** Linear, asymmetric and step gaps, and none, out of sample; those the data cannot tell apart are left out. */
  readonly comparison: readonly FormScore[];
  /**
   * The simplest form within one standard error of the best; null when none were compared. Its row of the comparison
   * holds the `dimensions` to fit it with.
   */
  readonly recommended: FormScore['form'] | null;
  readonly flags: readonly FitFlag[];
}

/**
 * Fits a model of satisfaction to what customers went through and what they answered: an ordinal logit by Newton's
 * method on exact derivatives. Standard errors are from the information (those of the bundled sets are robust), or
 * clustered by respondent where some answered more than once. Every fit compares ways of counting the gap out of sample
 * and recommends the simplest
 * that is about as good as the best.
 *
 * @param columns what they went through, a row to each answer and every number in it
 * @param answers their answers, whole numbers on the form's scale
 * @throws InvalidInputError `out-of-range` for an answer or a number off its scale, or a row that lacks one, by row;
 *   `length-mismatch`; `ambiguous` for a term that is the same in every row or that others make up;
 *   `unknown-name`, `missing`, `wrong-type`, `unit-mismatch` for a bad form, columns or options
 * @throws NotEnoughDataError for no more rows, or respondents, than numbers to estimate, or an answer that nobody
 *   gave; how many more it takes to know them well depends on the rows, as `intervals` and `flags` show
 * @example
 * ```ts
 * import { fitSatisfaction, predictSatisfaction } from 'overdeliver';
 *
 * // Minutes promised and taken, and the stars that came back.
 * const promised = Float64Array.from({ length: 60 }, (_, i) => 30 + (i % 4) * 10);
 * const actual = promised.map((minutes, i) => minutes * (0.7 + ((i * 7) % 13) / 20));
 * const stars = Array.from(actual, (minutes, i) => {
 *   const late = minutes / (promised[i] as number) - 1;
 *   return Math.max(1, Math.min(5, Math.round(4.2 - 6 * late - (i % 3) + 1)));
 * });
 * const fit = fitSatisfaction({ promised, actual, unit: 'minutes' }, stars, {
 *   form: {
 *     answers: { min: 1, max: 5 },
 *     dimensions: { time: { kind: 'time', unit: 'percent', terms: ['gain', 'loss'], value: 'identity' } },
 *   },
 *   id: 'ours/pizza-2026',
 *   setting: 'pizzas of two evenings',
 *   data: 'our own orders',
 *   licence: 'internal',
 * });
 * fit.recommended; // => 'linear'
 * const { model } = fit; // plain JSON, and goes wherever a default goes
 * predictSatisfaction({ promised: 60, actual: 50, unit: 'minutes' }, { model }).model.id;
 * // => 'ours/pizza-2026'
 * ```
 */
export function fitSatisfaction(
  columns: SatisfactionColumns,
  answers: ArrayLike<number>,
  options: SatisfactionFitOptions,
): SatisfactionFit {
  return door('fitSatisfaction', () => {
    read(fitOptionsSchema, options, 'options');
    const { data, licence, folds = 5, confidence = 0.95 } = options;
    const form = unfitted(options);
    const numbers = numbersOfModel(form);
    const seen = observe(columns, answers, { ...form, partial: false });
    const { rows } = seen.layout;
    const coefficients = coefficientNames(form);
    const names = [...thresholdNames(form), ...coefficients];
    if (rows <= names.length) {
      const counts = { needed: names.length + 1, available: rows };
      const purpose = `${names.length} numbers, and far more to know them well`;
      notEnough('columns', counts, purpose);
    }
    refuseUnchosen(seen.answer, form);
    const share = sharesOf(seen.layout.dimensions, numbers);
    const design = designOf(seen, form, numbers, share);
    if (design.redundant !== null) {
      const { name, why } = design.redundant;
      refuse('options.form', name, `a form without ${name}: ${why}`, 'ambiguous');
    }
    const groups = groupsOf(options.respondent, rows, names.length);
    const all = Uint32Array.from(seen.answer.keys());
    const estimate = fitOrdinal(design, all);
    const unused = new Float64Array(names.length ** 2);
    const errors =
      groups === null
        ? estimate.covariance
        : clustered(
            (rows, slope) => likelihood(design, rows, estimate.at, slope, unused),
            groups,
            estimate.covariance,
          );
    const flags: FitFlag[] = [];
    const z95 = -normalQuantile((1 - confidence) / 2);
    const intervals: Record<string, readonly [number, number] | null> = {};
    const parameters: Record<string, Parameter> = {};
    names.forEach((name, i) => {
      const { value, standardError, isRunaway } = asGiven(design, estimate, errors, i);
      if (isRunaway) flags.push({ code: 'separated', parameter: name });
      const isSure = !isRunaway && Number.isFinite(standardError);
      intervals[name] = isSure ? [value - z95 * standardError, value + z95 * standardError] : null;
      const { unit } = form.parameters[name] as Parameter;
      const source = `${data} (${licence})`;
      parameters[name] = estimated(
        value,
        unit,
        'fitted',
        source,
        isSure ? standardError : undefined,
      );
    });
    if (!estimate.converged && flags.length === 0) {
      flags.push({ code: 'not-converged', parameter: null });
    }
    const fold = foldsFor(folds, seen.answer, groups);
    const split = fold === null ? null : splits(seen.answer, fold, design.thresholds + 1);
    if (fold !== null && split === null) flags.push({ code: 'not-compared', parameter: null });
    const { comparison, unscored } =
      split === null
        ? { comparison: [], unscored: [] }
        : compareForms(seen, form, numbers, share, split, groups, { design, estimate });
    for (const form of unscored) flags.push({ code: 'not-scored', parameter: form });
    const thresholds = estimate.at.subarray(0, design.thresholds);
    const utilities = Float64Array.from(all, (row) => utilityOf(design, row, estimate.at));
    const mean = (loss: typeof logLoss) =>
      utilities.reduce((sum, u, row) => sum + loss(u, thresholds, seen.answer[row] as number), 0) /
      rows;
    const fit: Fit = {
      data,
      licence,
      n: rows,
      logLikelihood: estimate.logLikelihood,
      converged: estimate.converged,
    };
    return {
      model: freezeModel({
        ...form,
        fit,
        domain: domainOf(seen.layout, form),
        parameters: { ...form.parameters, ...parameters },
      }),
      intervals,
      iterations: estimate.iterations,
      inSample: { logLoss: mean(logLoss), rps: mean(rankedScore) },
      comparison,
      recommended: simplest(comparison),
      flags,
    };
  });
}

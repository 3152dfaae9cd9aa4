import type { Fit, Parameter } from '../../core/parameters';
import type { Reason } from '../../core/reason';
import { refuse } from '../../input/refusal';
import { clustered } from '../../numerics/clustered';
import { normalQuantile } from '../../numerics/normal';
import { placesBelow } from '../../numerics/places-that';
import type { CompiledModel } from '../compile';
import { freezeModel } from '../freeze-model';
import { levelWarnings } from '../level-warnings';
import type { SatisfactionModel } from '../model';
import { coefficientNames, thresholdNames } from '../parameter-names';
import { placesCountedAs, toldApart } from '../pooled';
import { compareForms, simplest } from './compare';
import { asGiven, designOf } from './design';
import { estimated } from './estimated';
import type { SatisfactionFitOptions } from './fit-options';
import { foldsFor, groupsOf } from './folds';
import type { FormScore } from './form-score';
import { splits } from './held-out';
import { inputsSeen } from './inputs-seen';
import { likelihood, utilityOf } from './likelihood';
import type { Observations } from './observations';
import { fitOrdinal } from './ordinal-fit';
import { logLoss, rankedScore } from './scores';

/** A fitted model and how far to trust it; plain JSON. */
export interface SatisfactionFit {
  /** Goes wherever a default set goes. */
  readonly model: SatisfactionModel;
  /** By parameter: the interval that holds it with the confidence asked for; null where it has none. */
  readonly intervals: Readonly<Record<string, readonly [low: number, high: number] | null>>;
  /** How many steps the fit took. */
  readonly iterations: number;
  /** How well it foresees the answers that it was fitted on. */
  readonly inSample: Pick<FormScore, 'logLoss' | 'rps'>;
  /** Linear, asymmetric and step gaps, and none, out of sample; those the data cannot tell apart are left out. */
  readonly comparison: readonly FormScore[];
  /**
   * The simplest form within one standard error of the best; null when none were compared. Its row of the comparison
   * holds the `dimensions` to fit it with.
   */
  readonly recommended: FormScore['form'] | null;
  /**
   * What to know before relying on it. `separated`: some rows are told apart perfectly, so that this parameter grows
   * without end and has no standard error. `not-converged`: the likelihood still rises a little, though nothing grows
   * without end. `not-compared`: no forms are compared, since this `answer`, `given` so often, is in one fold only;
   * count it as its neighbour. `not-scored`: this form gives an answer no chance in some fold, and is left out of the
   * comparison. `pooled`: this answer, which nobody gave, counts as that one, and has no chance. `another-scale`: a
   * column of levels seems to be of another scale than 0 to 100, such as answers from 1 to 7; it was fitted as it is.
   * Codes may be added.
   */
  readonly flags: readonly Reason<
    'separated' | 'not-converged' | 'not-compared' | 'not-scored' | 'pooled' | 'another-scale',
    {
      readonly parameter?: string;
      readonly form?: FormScore['form'];
      readonly answer?: number;
      readonly given?: number;
      readonly as?: number;
      readonly path?: string;
      readonly least?: number;
      readonly most?: number;
    }
  >[];
}

/** Fits a model whose coefficients are still 0. */
export function fitModel(
  seen: Observations,
  compiled: CompiledModel,
  { data, licence, respondent, folds = 5, confidence = 0.95 }: Omit<SatisfactionFitOptions, 'form'>,
): SatisfactionFit {
  const form = compiled.model;
  const { rows } = seen.layout;
  const names = [...thresholdNames(form), ...coefficientNames(form)];
  const design = designOf(seen, form, compiled);
  if (design.redundant !== null) {
    const { name, why } = design.redundant;
    refuse('options.form', name, `a form without ${name}: ${why}`, 'ambiguous');
  }
  const groups = groupsOf(respondent, rows, names.length);
  const all = placesBelow(rows);
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
  const flags: SatisfactionFit['flags'][number][] = [
    ...pooledFlags(form),
    ...levelWarnings(seen.layout),
  ];
  const separated: string[] = [];
  const z95 = -normalQuantile((1 - confidence) / 2);
  const intervals: Record<string, readonly [number, number] | null> = {};
  const parameters: Record<string, Parameter> = {};
  names.forEach((name, i) => {
    const { value, standardError, isRunaway } = asGiven(design, estimate, errors, i);
    if (isRunaway) separated.push(name);
    const isSure = !isRunaway && Number.isFinite(standardError);
    intervals[name] = isSure ? [value - z95 * standardError, value + z95 * standardError] : null;
    const { unit } = form.parameters[name] as Parameter;
    const source = `${data} (${licence})`;
    parameters[name] = estimated(value, unit, 'fitted', source, isSure ? standardError : undefined);
  });
  for (const parameter of separated) flags.push({ code: 'separated', detail: { parameter } });
  if (!estimate.converged && separated.length === 0) {
    flags.push({ code: 'not-converged', detail: {} });
  }
  const fold = foldsFor(folds, seen.answer, groups);
  const split = fold === null ? [] : splits(seen.answer, fold, design.thresholds + 1);
  if ('given' in split) {
    const answer = form.answers.min + (toldApart(form)[split.answer] as number);
    flags.push({ code: 'not-compared', detail: { answer, given: split.given } });
  }
  const { comparison, unscored } =
    'given' in split || split.length === 0
      ? { comparison: [], unscored: [] }
      : compareForms(seen, compiled, split, groups, { design, estimate });
  for (const form of unscored) flags.push({ code: 'not-scored', detail: { form } });
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
      ...inputsSeen(seen.layout, form),
      ...(separated.length > 0 && { separated }),
      parameters: { ...form.parameters, ...parameters },
    }),
    intervals,
    iterations: estimate.iterations,
    inSample: { logLoss: mean(logLoss), rps: mean(rankedScore) },
    comparison,
    recommended: simplest(comparison),
    flags,
  };
}

function pooledFlags(form: SatisfactionModel): SatisfactionFit['flags'][number][] {
  const places = placesCountedAs(form);
  const { min } = form.answers;
  return (form.pooled ?? []).map((answer) => {
    const as = min + (places[answer - min] as number);
    return { code: 'pooled', detail: { answer, as } };
  });
}

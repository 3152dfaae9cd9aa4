import { asGoodAsBest, errorOfMean, meanIn } from '../../numerics/error-of-mean';
import { placesBelow } from '../../numerics/places-that';
import type { CompiledModel } from '../compile';
import { designOf, type ScaledDesign } from './design';
import type { Estimate } from './estimate';
import type { FormScore } from './form-score';
import { heldOut, type Split } from './held-out';
import type { Observations } from './observations';
import { fitOrdinal } from './ordinal-fit';
import { variantsOf } from './variants';

/** The ways of counting gaps that the data can tell apart, scored out of sample; and those without a finite score. */
export function compareForms(
  seen: Observations,
  model: CompiledModel,
  folds: readonly Split[],
  groups: readonly Uint32Array[] | null,
  fitted: { readonly design: ScaledDesign; readonly estimate: Estimate },
): { readonly comparison: readonly FormScore[]; readonly unscored: readonly FormScore['form'][] } {
  const unscored: FormScore['form'][] = [];
  const scored = variantsOf(model.model).flatMap(({ name, form: variant }) => {
    const design = designOf(seen, variant, model);
    if (design.redundant !== null) return [];
    const isFitted = design.names.join() === fitted.design.names.join();
    const estimate = isFitted
      ? fitted.estimate
      : fitOrdinal(design, placesBelow(seen.answer.length), startFrom(fitted, design));
    const losses = heldOut(design, estimate, folds);
    // Without chances for an answer that was given, as where a term separates them.
    if (!losses.logLoss.every(Number.isFinite)) {
      unscored.push(name);
      return [];
    }
    const { dimensions } = variant;
    const { rps } = losses;
    return [{ name, dimensions, coefficients: design.terms, logLoss: meanIn(losses.logLoss), rps }];
  });
  const [best] = scored.slice().sort((one, other) => meanIn(one.rps) - meanIn(other.rps));
  const comparison = scored.map(({ name, dimensions, coefficients, logLoss, rps }) => {
    const above = rps.map((loss, row) => loss - (best?.rps[row] as number));
    return {
      form: name,
      dimensions,
      coefficients,
      logLoss,
      rps: meanIn(rps),
      aboveBest: meanIn(above),
      standardError: errorOfMean(above, groups),
    };
  });
  return { comparison, unscored };
}

/** The thresholds, and the coefficients of the terms they share, of the form that was fitted. */
function startFrom(
  { design, estimate }: { readonly design: ScaledDesign; readonly estimate: Estimate },
  { names, thresholds, terms }: ScaledDesign,
): Float64Array {
  const start = new Float64Array(thresholds + terms);
  start.set(estimate.at.subarray(0, thresholds));
  names.forEach((name, j) => {
    const place = design.names.indexOf(name);
    if (place !== -1) start[thresholds + j] = estimate.at[thresholds + place] as number;
  });
  return start;
}

/** The simplest form of those as good as the best; null when none was compared. */
export function simplest(scores: readonly FormScore[]): FormScore['form'] | null {
  const near = asGoodAsBest(scores);
  return near.length === 0
    ? null
    : near.reduce((one, other) => (other.coefficients < one.coefficients ? other : one)).form;
}

import { atLeast } from '../../numerics/nearly';
import type { CompiledModel } from '../compile';
import { designOf, type ScaledDesign } from './design';
import type { Estimate } from './estimate';
import type { FormScore } from './form-score';
import { heldOut, type splits } from './held-out';
import type { Observations } from './observations';
import { fitOrdinal } from './ordinal-fit';
import { variantsOf } from './variants';

/** The ways of counting gaps that the data can tell apart, scored out of sample; and those without a finite score. */
export function compareForms(
  seen: Observations,
  model: CompiledModel,
  folds: NonNullable<ReturnType<typeof splits>>,
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
      : fitOrdinal(design, Uint32Array.from(seen.answer.keys()), startFrom(fitted, design));
    const losses = heldOut(design, estimate, folds);
    // Without chances for an answer that was given, as where a term separates them.
    if (!losses.logLoss.every(Number.isFinite)) {
      unscored.push(name);
      return [];
    }
    const { dimensions } = variant;
    return [{ name, dimensions, coefficients: design.terms, ...losses }];
  });
  const mean = (losses: Float64Array) =>
    losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  const [best] = scored.slice().sort((one, other) => mean(one.rps) - mean(other.rps));
  const comparison = scored.map(({ name, dimensions, coefficients, logLoss: log, rps }) => {
    const above = rps.map((loss, row) => loss - (best?.rps[row] as number));
    return {
      form: name,
      dimensions,
      coefficients,
      logLoss: mean(log),
      rps: mean(rps),
      aboveBest: mean(above),
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

/** The standard error of a mean of rows, or of rows that go together by respondent. */
function errorOfMean(numbers: Float64Array, groups: readonly Uint32Array[] | null): number {
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const parts =
    groups === null
      ? numbers.map((x) => x - mean)
      : groups.map((rows) => rows.reduce((sum, row) => sum + (numbers[row] as number) - mean, 0));
  let squares = 0;
  for (const part of parts) squares += part * part;
  return Math.sqrt(squares) / numbers.length;
}

/** The simplest form within one standard error of the best (Breiman et al. 1984); null when none was compared. */
export function simplest(scores: readonly FormScore[]): FormScore['form'] | null {
  const near = scores.filter(({ aboveBest, standardError }) => atLeast(standardError, aboveBest));
  return near.length === 0
    ? null
    : near.reduce((one, other) => (other.coefficients < one.coefficients ? other : one)).form;
}

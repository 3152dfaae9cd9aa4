import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import { atLeast } from '../../numerics/nearly';
import type { SatisfactionForm } from '../model';
import type { ModelNumbers } from '../model-numbers';
import { designOf, type ScaledDesign } from './design';
import { likelihood, utilityOf } from './likelihood';
import type { Estimate } from './newton';
import { countsOf, type Observations } from './observations';
import { fitOrdinal } from './ordinal-fit';
import { logLoss, rankedScore } from './scores';
import { type GapForm, variantsOf } from './variants';

/** Mean losses: -log of the chance of the answer given, and the ranked probability score; lower is better. */
export interface Losses {
  readonly logLoss: number;
  readonly rps: number;
}

/** How well a way of counting gaps foresees answers that it was not fitted on. */
export interface FormScore extends Losses {
  readonly form: GapForm | 'given';
  /** What to fit it with, in place of the dimensions of the form that was fitted. */
  readonly dimensions: SatisfactionForm['dimensions'];
  /** How many coefficients it has. */
  readonly coefficients: number;
  /** By how much its ranked probability score lies above the best one, and the standard error of that. */
  readonly aboveBest: number;
  readonly standardError: number;
}

/** Losses of each row when it is foreseen by a fit on the other folds. */
interface HeldOut {
  readonly logLoss: Float64Array;
  readonly rps: Float64Array;
}

/** Which rows a fold leaves out and which it keeps; null when some answer is in one fold only. */
export function splits(
  answer: Uint32Array,
  fold: Uint8Array,
  kinds: number,
): readonly { readonly kept: Uint32Array; readonly out: Uint32Array }[] | null {
  const names = [...new Set(fold)];
  const rows = Uint32Array.from(answer.keys());
  const split = names.map((name) => ({
    kept: rows.filter((row) => fold[row] !== name),
    out: rows.filter((row) => fold[row] === name),
  }));
  const whole = countsOf(answer, kinds);
  const isWhole = ({ out }: { readonly out: Uint32Array }) => {
    const taken = countsOf(
      out.map((row) => answer[row] as number),
      kinds,
    );
    return whole.every((count, k) => count > (taken[k] as number));
  };
  return names.length > 1 && split.every(isWhole) ? split : null;
}

/**
 * Fits each fold's other rows from the fit on all of them. Where a fold moves it little, one Newton step is as good as
 * any number: what it leaves is of the order of its square (Pregibon 1981, Annals of Statistics 9).
 */
function heldOut(
  design: ScaledDesign,
  { at: start }: Estimate,
  folds: NonNullable<ReturnType<typeof splits>>,
): HeldOut {
  const rows = design.answer.length;
  const size = start.length;
  const losses = { logLoss: new Float64Array(rows), rps: new Float64Array(rows) };
  const slopes = folds.map(() => new Float64Array(size));
  const bends = folds.map(() => new Float64Array(size * size));
  folds.forEach(({ out }, f) => {
    likelihood(design, out, start, slopes[f] as Float64Array, bends[f] as Float64Array);
  });
  folds.forEach(({ kept, out }, f) => {
    const others = (parts: readonly Float64Array[]) =>
      (parts[f] as Float64Array).map((_, cell) =>
        parts.reduce((sum, part, g) => (g === f ? sum : sum + (part[cell] as number)), 0),
      );
    const slope = others(slopes);
    const bend = others(bends);
    const step = slope.slice();
    let at = start;
    let decrement = Infinity;
    if (factorCholesky(bend, size, 1e-12) === size) {
      solveLower(bend, size, step);
      solveUpper(bend, size, step);
      decrement = step.reduce((sum, by, i) => sum + by * (slope[i] as number), 0);
      at = start.map((value, i) => value + (step[i] as number));
    }
    const isOrdered = at.every(
      (x, k) => k === 0 || k >= design.thresholds || x > (at[k - 1] as number),
    );
    // Twice the likelihood that the step gains, by row.
    if (!isOrdered || decrement > 1e-3 * kept.length) at = fitOrdinal(design, kept, start).at;
    const thresholds = at.subarray(0, design.thresholds);
    for (const row of out) {
      const u = utilityOf(design, row, at);
      losses.logLoss[row] = logLoss(u, thresholds, design.answer[row] as number);
      losses.rps[row] = rankedScore(u, thresholds, design.answer[row] as number);
    }
  });
  return losses;
}

/** The ways of counting gaps that the data can tell apart, scored out of sample; and those without a finite score. */
export function compareForms(
  seen: Observations,
  form: SatisfactionForm,
  numbers: ModelNumbers,
  share: (name: string) => number,
  folds: NonNullable<ReturnType<typeof splits>>,
  groups: readonly Uint32Array[] | null,
  fitted: { readonly design: ScaledDesign; readonly estimate: Estimate },
): { readonly comparison: readonly FormScore[]; readonly unscored: readonly FormScore['form'][] } {
  const unscored: FormScore['form'][] = [];
  const scored = variantsOf(form).flatMap(({ name, form: variant }) => {
    const design = designOf(seen, variant, numbers, share);
    if (design.redundant !== null) return [];
    const isFitted = design.names.join() === fitted.design.names.join();
    const estimate = isFitted
      ? fitted.estimate
      : fitOrdinal(design, Uint32Array.from(seen.answer.keys()), startFrom(fitted, design));
    const losses = heldOut(design, estimate, folds);
    // Without chances for an answer that was given, as where a term tells answers apart without fault.
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

import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import { placesThat } from '../../numerics/places-that';
import type { ScaledDesign } from './design';
import type { Estimate } from './estimate';
import { likelihood, utilityOf } from './likelihood';
import { countsOf } from './observations';
import { fitOrdinal } from './ordinal-fit';
import { logLoss, rankedScore } from './scores';

/** Losses of each row when it is foreseen by a fit on the other folds. */
interface HeldOut {
  readonly logLoss: Float64Array;
  readonly rps: Float64Array;
}

/** Which rows a fold leaves out and which it keeps. */
export type Split = { readonly kept: Uint32Array; readonly out: Uint32Array };

/** The rows of each fold; when some answers are in one fold only, the rarest of these and how often it was given. */
export function splits(
  answer: Uint16Array,
  fold: Uint8Array,
  kinds: number,
): readonly Split[] | { readonly answer: number; readonly given: number } {
  const names = [...new Set(fold)];
  const split = names.map((name) => ({
    kept: placesThat(answer.length, (row) => fold[row] !== name),
    out: placesThat(answer.length, (row) => fold[row] === name),
  }));
  const whole = countsOf(answer, kinds);
  const taken = split.map(({ out }) =>
    countsOf(
      out.map((row) => answer[row] as number),
      kinds,
    ),
  );
  const [rarest] = Array.from(whole, (given, k) => ({ answer: k, given }))
    .filter(({ answer, given }) => taken.some((counts) => counts[answer] === given))
    .sort((one, other) => one.given - other.given);
  return rarest ?? split;
}

/**
 * Fits each fold's other rows from the fit on all of them. Where a fold moves it little, one Newton step is as good as
 * any number: what it leaves is of the order of its square (Pregibon 1981, Annals of Statistics 9).
 */
export function heldOut(
  design: ScaledDesign,
  { at: start }: Estimate,
  folds: readonly Split[],
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

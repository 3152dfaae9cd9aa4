import { factorCholesky } from '../../numerics/cholesky';
import { atLeast } from '../../numerics/nearly';
import { submatrix } from '../../numerics/submatrix';
import { type Cell, signalVariance } from './cells';
import { priorOf } from './default-prior';
import { pinned, pinOf } from './held-sums';
import type { FitLayout } from './layout';
import { type Minimum, minimise, squaresAt } from './minimise';
import { type Part, partsOf } from './parts';

/** The sizes that are tried. One row at least, so that the default decides what the rows leave open. */
const sizes: readonly number[] = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

/** How many rows the default counts as, and the fit with it. */
export interface PriorChoice extends Minimum {
  readonly size: number;
  /** Marginal log likelihoods but for a constant; empty where the size was given. */
  readonly tried: readonly { readonly size: number; readonly logLikelihood: number }[];
}

/** Cells as they are fitted. */
interface Fitting {
  readonly parts: readonly Part[];
  readonly layout: FitLayout;
  /** What a row tells of a weight. */
  readonly variance: number;
}

const fittingOf = (cells: readonly Cell[], layout: FitLayout): Fitting => ({
  parts: partsOf(cells, layout),
  layout,
  variance: signalVariance(cells),
});

/** A fit to cells with the default counting as so many rows. */
export const fitTo = (
  cells: readonly Cell[],
  size: number,
  start: Float64Array,
  layout: FitLayout,
): Minimum => fitFrom(fittingOf(cells, layout), size, start);

const fitFrom = ({ parts, layout, variance }: Fitting, size: number, start: Float64Array) =>
  minimise(parts, size * variance, start, layout);

/**
 * The size under which the rows are likeliest, all weights being integrated out around their fit (empirical Bayes; MacKay
 * 1992, Neural Computation 4, 10.1162/neco.1992.4.3.415), and the fit with it; the larger of two that are as likely.
 * Steadier than choosing by what a few folds happen to hold, and a fit each is enough.
 */
export function fitWithSize(
  cells: readonly Cell[],
  start: Float64Array,
  layout: FitLayout,
  given: number | undefined,
): PriorChoice {
  if (given !== undefined) return { size: given, tried: [], ...fitTo(cells, given, start, layout) };
  const fitting = fittingOf(cells, layout);
  const rows = cells.reduce((sum, cell) => sum + cell.rows, 0);
  let from = start;
  const fits = sizes.map((size) => {
    const fit = fitFrom(fitting, size, from);
    from = fit.at;
    return { size, fit, logLikelihood: likelihoodOf(fitting, rows, size, fit.at) };
  });
  // Where rows are left next to no weight, what their squares bend is beyond numbers; then nothing is known of the size.
  const known = fits.filter(({ logLikelihood }) => Number.isFinite(logLikelihood));
  const { size, fit } = (known.length > 0 ? known : fits).reduce((best, next) =>
    atLeast(next.logLikelihood, best.logLikelihood) ? next : best,
  );
  const tried = known.map((one) => ({ size: one.size, logLikelihood: one.logLikelihood }));
  return { size, tried, ...fit };
}

/** The Gaussian likelihood of a size, the error variance at its best: `-1/2 ((n - p) log S + log |H + s P| - r log s)`. */
function likelihoodOf(
  { parts, layout, variance }: Fitting,
  rows: number,
  size: number,
  at: Float64Array,
): number {
  const strength = size * variance;
  const hasBase = layout.groups.some((group) => (at[group.at] as number) > 0);
  const numbers = [...at.keys()].filter((i) => i > 0 || hasBase);
  const shrunk = layout.groups.reduce(
    (sum, { factors }) => sum + Math.max(0, factors.length - 1),
    0,
  );
  const { value } = squaresAt(parts, strength, at, layout);
  // The sum of each group's weights is no number of its own.
  const unshrunk = numbers.length - layout.groups.length - shrunk;
  return (
    -(
      (rows - unshrunk) * Math.log(2 * value) +
      logDeterminant(parts, strength, at, layout, numbers) -
      shrunk * Math.log(strength)
    ) / 2
  );
}

function logDeterminant(
  parts: readonly Part[],
  strength: number,
  at: Float64Array,
  layout: FitLayout,
  numbers: readonly number[],
): number {
  const { bend } = squaresAt(parts, 0, at, layout);
  const held = pinned(bend, layout);
  const prior = priorOf(strength, at, layout).bend;
  const matrix = submatrix(
    held.map((x, i) => x + (prior[i] as number)),
    numbers,
    layout.size,
  );
  const count = numbers.length;
  const factored = factorCholesky(matrix, count, 0);
  // What holds the sums is no part of it.
  let sum = layout.groups.reduce(
    (less, group) => less - Math.log(pinOf(bend, group, layout.size)),
    0,
  );
  for (let i = 0; i < factored; i++) sum += 2 * Math.log(matrix[i * count + i] as number);
  return sum;
}

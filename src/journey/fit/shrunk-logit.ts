import { factorCholesky, solveLower, solveUpper } from '../../numerics/cholesky';
import { logistic } from '../../numerics/logistic';
import { addTo, type Design, productsOf, sumAt } from './design';
import { addCurvature, addSlopes, effectsOf, type Layout } from './layout';

/** A logit whose numbers are pulled towards 0. */
export interface ShrunkLogit {
  readonly at: Float64Array;
  /** The factor of the curvature of rows and pull, by row. */
  readonly factor: Float64Array;
}

/**
 * The likeliest numbers where each is normal around 0 with a precision, by Newton's method: of a logit with shares for
 * answers, too (Papke & Wooldridge 1996). What is maximised is concave, so that halved steps always end on its only summit: where
 * a step would gain no more than twice `enough` of its height.
 */
export function fitShrunk(
  design: Design,
  rows: Uint32Array,
  layout: Layout,
  precision: Float64Array,
  start: Float64Array,
  enough = 1e-12,
): ShrunkLogit {
  let at = start;
  let here = valueAt(design, rows, layout, precision, at);
  for (let turn = 0; turn < 50; turn++) {
    const { slope, factor } = bendAt(design, rows, layout, precision, at);
    const promise = slope.slice();
    solveLower(factor, layout.size, slope);
    solveUpper(factor, layout.size, slope);
    const gain = slope.reduce((sum, by, i) => sum + by * (promise[i] as number), 0);
    if (!(gain > enough)) return { at, factor };
    // Halved until the step rises, however long it was; the end is that of numbers.
    let share = 1;
    let there = at;
    let value = -Infinity;
    do {
      const by = share;
      there = at.map((x, i) => x + by * (slope[i] as number));
      value = valueAt(design, rows, layout, precision, there);
      share /= 2;
    } while (!(value > here - 1e-9 * Math.abs(here)) && share > 1e-300);
    at = there;
    here = value;
  }
  return { at, factor: bendAt(design, rows, layout, precision, at).factor };
}

/** The log of the chance of a share, or of a yes or no, at log odds. */
export function logChance(u: number, y: number): number {
  return y * u - Math.max(0, u) - Math.log1p(Math.exp(-Math.abs(u)));
}

function valueAt(
  design: Design,
  rows: Uint32Array,
  layout: Layout,
  precision: Float64Array,
  at: Float64Array,
): number {
  const effects = effectsOf(layout, at);
  let value = 0;
  for (const row of rows) {
    const u = sumAt(design, row, effects[design.stage[row] as number] as Float64Array);
    value += logChance(u, design.answer[row] as number);
  }
  at.forEach((x, i) => {
    value -= ((precision[i] as number) * x * x) / 2;
  });
  return value;
}

/** The slope, and the factor of the curvature with its sign turned. */
function bendAt(
  design: Design,
  rows: Uint32Array,
  layout: Layout,
  precision: Float64Array,
  at: Float64Array,
): { readonly slope: Float64Array; readonly factor: Float64Array } {
  const { size } = layout;
  const effects = effectsOf(layout, at);
  const slopes = effects.map(() => new Float64Array(design.columns));
  const bends = effects.map(() => new Float64Array(design.columns ** 2));
  const addProducts = productsOf(design);
  for (const row of rows) {
    const s = design.stage[row] as number;
    const u = sumAt(design, row, effects[s] as Float64Array);
    const p = logistic(u);
    addTo(design, row, (design.answer[row] as number) - p, slopes[s] as Float64Array);
    addProducts(row, p * (1 - p), bends[s] as Float64Array);
  }
  const slope = Float64Array.from(at, (x, i) => -(precision[i] as number) * x);
  const factor = new Float64Array(size * size);
  effects.forEach((_, s) => {
    addSlopes(layout, s, slopes[s] as Float64Array, slope);
    addCurvature(layout, s, bends[s] as Float64Array, factor);
  });
  precision.forEach((pull, i) => {
    factor[i * size + i] = (factor[i * size + i] as number) + pull;
  });
  factorCholesky(factor, size, 0);
  return { slope, factor };
}

import { refuse } from '../input/refusal';
import { take } from '../numerics/places-that';
import { type Counting, countingOf, counts } from './counting';
import { designOf } from './estimator/design';
import { bentForms, linesOf, straight } from './estimator/forms';
import { productsOf } from './estimator/normal-equations';
import type { FittedNumbers } from './estimator/parameters';
import { fitSpread, medianOf } from './estimator/spread';
import { checkLengths } from './input-censoring';
import type { ReadHistory } from './input-estimates';

/** The rows that are left to calibrate on, with their spreads, and the spread of an estimate to come. */
export interface LearntSpreads {
  readonly history: ReadHistory;
  readonly counting: Counting;
  readonly spreadOf: (estimate: number) => number;
}

/** Learns from every second row, and leaves the others. */
export function learnSpreads(
  history: ReadHistory,
  counting: Counting,
  numbers: FittedNumbers,
): LearntSpreads {
  const { estimates, actuals, groups } = history;
  checkLengths(counting, estimates.length, 'options');
  const rows = Array.from(estimates.keys());
  const teaching = rows.filter((row) => row % 2 === 0 && counts(counting, row));
  const others = rows.filter((row) => row % 2 === 1);
  const spreadOf = spreadByEstimate(history, teaching, numbers);
  const left = take(estimates, others);
  return {
    spreadOf,
    counting: countingOf(counting, others),
    history: {
      estimates: left,
      actuals: take(actuals, others),
      spreads: left.map(spreadOf),
      groups: groups && others.map((row) => groups[row] as string),
    },
  };
}

/**
 * How far off estimates are by how large they are, learnt from some rows: the logarithm of the absolute deviation from the
 * median ratio along a bent line of the logarithm of the estimate. Beyond the estimates seen it stays as at the end.
 */
function spreadByEstimate(
  { estimates, actuals }: ReadHistory,
  rows: readonly number[],
  numbers: FittedNumbers,
): (estimate: number) => number {
  const sizes = Float64Array.from(rows, (row) => Math.log(estimates[row] as number));
  const logs = Float64Array.from(rows, (row, i) => {
    const actual = actuals[row] as number;
    const expected = 'a finite number above 0, since spreads are learnt';
    return actual > 0
      ? Math.log(actual) - (sizes[i] as number)
      : refuse(`history.actuals[${row}]`, actual, expected);
  });
  const form =
    bentForms(sizes, numbers.curveEdge).find(({ scale }) => scale === 'linear') ?? straight;
  const lines = linesOf(sizes, form);
  // Estimates that are all alike teach nothing.
  if (lines === null) return () => 1;
  const middle = medianOf(logs);
  const residuals = logs.map((log) => log - middle);
  const products = productsOf(designOf(rows.length, lines, []));
  const { effects } = fitSpread({ residuals, size: 1 }, products, middle, numbers);
  const [, ...slopes] = effects.fixed.values;
  const low = sizes.reduce((least, x) => Math.min(least, x));
  const high = sizes.reduce((most, x) => Math.max(most, x));
  return (estimate) => {
    const size = Math.min(high, Math.max(low, Math.log(estimate)));
    return Math.exp(
      lines.reduce(
        (sum, line, k) => sum + ((slopes[k] as number) * Math.max(0, size - line.at)) / line.sd,
        // Only how spreads compare counts.
        0,
      ),
    );
  };
}

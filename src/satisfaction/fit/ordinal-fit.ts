import { type Estimate, estimate } from './estimate';
import { type Design, likelihood } from './likelihood';
import { countsOf } from './observations';

/** Fits an ordinal logit to the rows named, from `start` or from the shares of answers alone. */
export function fitOrdinal(design: Design, rows: Uint32Array, start?: Float64Array): Estimate {
  return estimate(
    (at, gradient, information) => likelihood(design, rows, at, gradient, information),
    start ?? bareThresholds(design, rows),
  );
}

/** The log odds of the shares of answers up to each; coefficients 0. */
function bareThresholds({ thresholds, terms, answer }: Design, rows: Uint32Array): Float64Array {
  const counts = countsOf(
    rows.map((row) => answer[row] as number),
    thresholds + 1,
  );
  const at = new Float64Array(thresholds + terms);
  let upTo = 0;
  for (let k = 0; k < thresholds; k++) {
    upTo += counts[k] as number;
    at[k] = Math.log(upTo / (rows.length - upTo));
  }
  return at;
}

/**
 * The likelihood of the ordinal logit with its exact derivatives (McCullagh 1980, J. R. Stat. Soc. B 42), without
 * checks. Parameters are the thresholds, ascending, and then a coefficient for each of `terms` columns.
 */

/** Rows of a design: `z` by row, each answer as its place, 0 the worst. */
export interface Design {
  readonly z: Float64Array;
  readonly terms: number;
  readonly answer: Uint16Array;
  readonly thresholds: number;
}

/**
 * The log likelihood of the rows named, -Infinity where thresholds are out of order; fills the gradient and the lower
 * triangle of the information, the second derivatives with their sign turned.
 */
export function likelihood(
  { z, terms, answer, thresholds }: Design,
  rows: Uint32Array,
  at: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
): number {
  const size = thresholds + terms;
  gradient.fill(0);
  information.fill(0);
  // 1 - e^(lower threshold - upper one), the same for all who gave one answer; 1 at either end.
  const step = new Float64Array(thresholds + 1).fill(1);
  for (let k = 1; k < thresholds; k++) {
    step[k] = -Math.expm1((at[k - 1] as number) - (at[k] as number));
    if (!((step[k] as number) > 0)) return -Infinity;
  }
  let total = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r] as number;
    const from = row * terms;
    let u = 0;
    for (let j = 0; j < terms; j++) u += (at[thresholds + j] as number) * (z[from + j] as number);
    const k = answer[row] as number;
    const isBest = k === thresholds;
    const isWorst = k === 0;
    const beyond = isBest ? 0 : Math.exp(u - (at[k] as number));
    const up = 1 / (1 + beyond);
    const odds = isWorst ? Infinity : Math.exp(u - (at[k - 1] as number));
    const low = 1 / (1 + odds);
    // Not 1 - low and 1 - up, which would lose small chances.
    const above = odds === Infinity ? 1 : odds * low;
    const over = beyond * up;
    // The difference of the two, in the form in which nothing cancels; 0 where `over` is no number.
    const chance = up * above * (step[k] as number);
    if (!(chance > 0)) return -Infinity;
    total += Math.log(chance);
    const fUp = up * over;
    const fLow = low * above;
    const slope = low - over;
    const weight = fUp + fLow;
    for (let j = 0; j < terms; j++) {
      const x = z[from + j] as number;
      const at = thresholds + j;
      gradient[at] = (gradient[at] as number) + slope * x;
      const wx = weight * x;
      const line = at * size;
      for (let i = 0; i <= j; i++) {
        const cell = line + thresholds + i;
        information[cell] = (information[cell] as number) + wx * (z[from + i] as number);
      }
      if (!isBest) information[line + k] = (information[line + k] as number) - fUp * x;
      if (!isWorst) information[line + k - 1] = (information[line + k - 1] as number) - fLow * x;
    }
    const a = fUp / chance;
    const c = fLow / chance;
    if (!isBest) {
      gradient[k] = (gradient[k] as number) + a;
      const cell = k * size + k;
      information[cell] = (information[cell] as number) + a * (a - (over - up));
      if (!isWorst) information[cell - 1] = (information[cell - 1] as number) - a * c;
    }
    if (!isWorst) {
      gradient[k - 1] = (gradient[k - 1] as number) - c;
      const cell = (k - 1) * size + k - 1;
      information[cell] = (information[cell] as number) + c * (c + (above - low));
    }
  }
  return total;
}

/** The utility of one row. */
export function utilityOf({ z, terms, thresholds }: Design, row: number, at: Float64Array): number {
  let u = 0;
  for (let j = 0; j < terms; j++) {
    u += (at[thresholds + j] as number) * (z[row * terms + j] as number);
  }
  return u;
}

/** Fills the slope of the log likelihood of the rows named. */
type SlopeOf = (rows: Uint32Array, slope: Float64Array) => void;

/**
 * The covariance that holds when answers of one respondent go together: inverse * (sum over respondents of their
 * summed slopes, squared) * inverse (Liang & Zeger 1986), times n / (n - 1) for n respondents.
 */
export function clustered(
  slopeOf: SlopeOf,
  groups: readonly Uint32Array[],
  inverse: Float64Array,
): Float64Array {
  const size = Math.sqrt(inverse.length);
  const meat = new Float64Array(inverse.length);
  const slope = new Float64Array(size);
  for (const rows of groups) {
    slopeOf(rows, slope);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const cell = i * size + j;
        meat[cell] = (meat[cell] as number) + (slope[i] as number) * (slope[j] as number);
      }
    }
  }
  const few = groups.length / (groups.length - 1);
  return times(times(inverse, meat, size), inverse, size).map((x) => few * x);
}

function times(a: Float64Array, b: Float64Array, size: number): Float64Array {
  return a.map((_, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size];
    let sum = 0;
    for (let k = 0; k < size; k++) {
      sum += (a[row * size + k] as number) * (b[k * size + column] as number);
    }
    return sum;
  });
}

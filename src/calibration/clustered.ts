import { type Design, likelihood } from './kernel-likelihood';

/**
 * The covariance that holds when answers of one respondent go together: inverse * (sum over respondents of their
 * summed slopes, squared) * inverse (Liang & Zeger 1986).
 */
export function clustered(
  design: Design,
  groups: readonly Uint32Array[],
  at: Float64Array,
  inverse: Float64Array,
): Float64Array {
  const size = at.length;
  const meat = new Float64Array(size * size);
  const slope = new Float64Array(size);
  const unused = new Float64Array(size * size);
  for (const rows of groups) {
    likelihood(design, rows, at, slope, unused);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const cell = i * size + j;
        meat[cell] = (meat[cell] as number) + (slope[i] as number) * (slope[j] as number);
      }
    }
  }
  return times(times(inverse, meat, size), inverse, size);
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

/** Correlations of columns, and their standard deviations; null where a column is the same for all. */
export interface Correlations {
  /** By row, `size * size`. */
  readonly matrix: Float64Array;
  readonly deviations: Float64Array;
}

/** Correlations among respondents, each counted as often as drawn. */
export function correlationsOf(
  columns: readonly Float64Array[],
  drawn: ArrayLike<number>,
): Correlations | null {
  const size = columns.length;
  const n = drawn.length;
  const centred = columns.map((column) => {
    const own = Float64Array.from(drawn, (person) => column[person] as number);
    const mean = own.reduce((sum, x) => sum + x, 0) / n;
    return own.map((x) => x - mean);
  });
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const a = centred[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const b = centred[j] as Float64Array;
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (a[k] as number) * (b[k] as number);
      matrix[i * size + j] = sum / n;
    }
  }
  const deviations = Float64Array.from({ length: size }, (_, i) =>
    Math.sqrt(matrix[i * size + i] as number),
  );
  // Levels run from 0 to 100: what rounding leaves of equal ones is no spread.
  if (deviations.some((sd) => !(sd > 1e-9))) return null;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const by = (deviations[i] as number) * (deviations[j] as number);
      const correlation = (matrix[i * size + j] as number) / by;
      matrix[i * size + j] = correlation;
      matrix[j * size + i] = correlation;
    }
  }
  return { matrix, deviations };
}

/**
 * Factors a symmetric positive definite matrix in place: its lower triangle, row by row in `size * size`
 * places, becomes L with `L L' = A`. The upper triangle is neither read nor written.
 *
 * Stops at the first row of which less than `tolerance` is left once what the rows before it explain is
 * taken away, as a share of its diagonal: 1 - R^2 where the matrix holds the sums of products of centred
 * columns.
 *
 * Normal equations with Cholesky, not QR: they are summed row by row, so that memory does not grow with the
 * rows. Columns scaled alike and one step of refinement bring back the digits that squaring costs.
 *
 * @returns how many rows were factored: `size`, or the index of the row that depends on those before it
 */
export function factorCholesky(matrix: Float64Array, size: number, tolerance: number): number {
  for (let i = 0; i < size; i++) {
    const diagonal = matrix[i * size + i] as number;
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) {
        sum -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number);
      }
      if (j < i) matrix[i * size + j] = sum / (matrix[j * size + j] as number);
      else if (sum > tolerance * diagonal) matrix[i * size + i] = Math.sqrt(sum);
      else return i;
    }
  }
  return size;
}

/**
 * Solves `L x = b` in place for a vector; L of the given size, of which the first rows are used. Before `first` b is 0, and so
 * is x.
 */
export function solveLower(factor: Float64Array, size: number, b: Float64Array, first = 0): void {
  for (let i = first; i < b.length; i++) {
    let sum = b[i] as number;
    for (let k = first; k < i; k++) sum -= (factor[i * size + k] as number) * (b[k] as number);
    b[i] = sum / (factor[i * size + i] as number);
  }
}

/** Solves `L' x = b` in place; after {@link solveLower}, the whole of `L L' x = b`. */
export function solveUpper(factor: Float64Array, size: number, b: Float64Array): void {
  for (let i = b.length - 1; i >= 0; i--) {
    let sum = b[i] as number;
    for (let k = i + 1; k < b.length; k++)
      sum -= (factor[k * size + i] as number) * (b[k] as number);
    b[i] = sum / (factor[i * size + i] as number);
  }
}

/** The inverse of `L L'`, whole. */
export function invertCholesky(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const column = new Float64Array(size);
    column[j] = 1;
    solveLower(factor, size, column, j);
    solveUpper(factor, size, column);
    for (let i = 0; i < size; i++) inverse[i * size + j] = column[i] as number;
  }
  return inverse;
}

/** a' M b for a symmetric matrix by row, of which the lower triangle is read; without checks. */
export function quadratic(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  matrix: Float64Array,
  size: number,
): number {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const cell = i < j ? j * size + i : i * size + j;
      // What does not count may be without a number.
      if (a[i] !== 0 && b[j] !== 0)
        sum += (a[i] as number) * (b[j] as number) * (matrix[cell] as number);
    }
  }
  return sum;
}

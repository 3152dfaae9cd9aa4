import { factorCholesky } from './cholesky';

/** The rows and columns of a matrix at some places. */
export function submatrix(
  matrix: Float64Array,
  places: readonly number[],
  size: number,
): Float64Array {
  const { length: count } = places;
  return Float64Array.from(
    { length: count * count },
    (_, cell) =>
      matrix[
        (places[Math.floor(cell / count)] as number) * size + (places[cell % count] as number)
      ] as number,
  );
}

/** The places of a curvature that those before them make up: numbers that the data leave open. */
export function openPlaces(curvature: Float64Array, size: number): readonly number[] {
  const found: number[] = [];
  const matrix = curvature.slice();
  for (;;) {
    // Closer to singular than this a curvature is rounding, or the error of differences.
    const at = factorCholesky(matrix.slice(), size, 1e-7);
    if (at === size) return found;
    found.push(at);
    for (let i = 0; i < size; i++) matrix[at * size + i] = matrix[i * size + at] = 0;
    matrix[at * size + at] = 1;
  }
}

import { expect, it } from 'vitest';
import { openPlaces, submatrix } from '../../src/numerics/submatrix';

it('takes rows and columns at some places', () => {
  const matrix = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
  expect(submatrix(matrix, [0, 2], 3)).toEqual(Float64Array.of(1, 3, 7, 9));
});

// Sums of products of the columns (1, 1, 1), (2, 2, 2), (0, 0, 0) and (1, 2, 4).
it('finds what those before make up, and what is not there', () => {
  const products = Float64Array.of(3, 6, 0, 7, 6, 12, 0, 14, 0, 0, 0, 0, 7, 14, 0, 21);
  const before = products.slice();
  expect(openPlaces(products, 4)).toEqual([1, 2]);
  expect(products).toEqual(before);
  // Of the columns (1), (2) and (3).
  expect(openPlaces(Float64Array.of(1, 2, 3, 2, 4, 6, 3, 6, 9), 3)).toEqual([1, 2]);
});

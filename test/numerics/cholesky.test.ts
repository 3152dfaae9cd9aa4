import { expect, it } from 'vitest';
import { cholesky, choleskySolve } from '../../src/numerics/cholesky';
import { relativeError } from './relative-error';

const a = [
  [4, 12, -16],
  [12, 37, -43],
  [-16, -43, 98],
];

it('golden: the factor of a worked example', () => {
  expect(cholesky(a)).toEqual([[2], [6, 1], [-8, 5, 3]]);
});

it('solves what it multiplied', () => {
  const x = [3, -7, 0.5];
  const b = a.map((row) => row.reduce((sum, value, i) => sum + value * (x[i] as number), 0));
  choleskySolve(cholesky(a) ?? [], b).forEach((value, i) => {
    expect(relativeError(value, x[i] as number)).toBeLessThan(1e-12);
  });
});

it.each([
  [[[0]]],
  [[[-1]]],
  [[[Number.NaN]]],
  [[[Infinity]]],
  [
    [
      [1, 2],
      [2, 4],
    ],
  ],
  [
    [
      [1, 2],
      [2, 1],
    ],
  ],
])('has no factor of %j, which is not positive definite', (matrix) => {
  expect(cholesky(matrix)).toBeNull();
});

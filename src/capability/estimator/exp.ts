import { refuse } from '../../input/refusal';

/** The exponential of a logarithm, which must be a number above 0; `row` is what its path is asked for. */
export function expOf(log: number, path: (row: number) => string, row = 0): number {
  const number = Math.exp(log);
  if (number > 0 && number < Infinity) return number;
  return refuse(path(row), number, 'values whose estimate is a finite number above 0');
}

import { refuse } from '../../input/refusal';

/** The exponential of a logarithm, which must be a number above 0. */
export function expOf(log: number, path: () => string): number {
  const number = Math.exp(log);
  if (number > 0 && number < Infinity) return number;
  return refuse(path(), number, 'values whose estimate is a finite number above 0');
}

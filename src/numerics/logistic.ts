/** 1 / (1 + e^-x), the inverse of the log odds. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

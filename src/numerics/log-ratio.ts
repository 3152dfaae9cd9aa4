/** log(x / of) for two numbers above 0, exact relative to itself where they are close. */
export function logRatio(x: number, of: number): number {
  const gap = x - of;
  return Math.abs(gap) < of / 2 ? Math.log1p(gap / of) : Math.log(x / of);
}

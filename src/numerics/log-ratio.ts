/** log(x / of) for two numbers above 0, exact relative to itself where they are close. */
export function logRatio(x: number, of: number): number {
  const gap = (x - of) / of;
  return gap > -0.5 ? Math.log1p(gap) : Math.log(x / of);
}

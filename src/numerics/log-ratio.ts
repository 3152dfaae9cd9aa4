/** Below it a number loses digits. */
export const leastNormal = 2 ** -1022;

/** log(x / of) for two numbers above 0, exact relative to itself where they are close. */
export function logRatio(x: number, of: number): number {
  const ratio = x / of;
  // Numbers so far apart that their ratio is none.
  if (ratio < leastNormal || ratio === Infinity) return Math.log(x) - Math.log(of);
  const gap = (x - of) / of;
  return gap > -0.5 ? Math.log1p(gap) : Math.log(ratio);
}

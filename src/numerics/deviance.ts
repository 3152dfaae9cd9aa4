/**
 * Half the Poisson deviance of a from m, a log(a / m) + m - a, for a and m above 0; by a series where the
 * two are close, so that nothing cancels (Loader 2000, "Fast and accurate computation of binomial
 * probabilities").
 */
export function deviance(a: number, m: number): number {
  const gap = a - m;
  // m / a rather than a / m, which overflows for the tiny m of a small shape.
  if (Math.abs(gap) >= 0.1 * (a + m)) {
    const ratio = m / a;
    // Where that overflows too, a is nothing beside m.
    return -a * (ratio < Infinity ? Math.log(ratio) : 0) - gap;
  }
  const v = gap / (a + m);
  let sum = gap * v;
  let term = 2 * a * v;
  for (let k = 3; ; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    // Ends where nothing is added, and for what is no number.
    if (!(Math.abs(next - sum) > 0)) return next;
    sum = next;
  }
}

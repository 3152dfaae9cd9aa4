/** Godfrey's coefficients for Lanczos' approximation with g = 607/128. */
const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746,
  -0.4919138160976202, 3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5,
  0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639,
  8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
] as const;

/** log(sqrt(2 pi)). */
const logRootTwoPi = 0.9189385332046728;

/** The logarithm of the gamma function for x > 0 (Lanczos 1964). */
export function logGamma(x: number): number {
  const base = x + 607 / 128 - 0.5;
  let sum: number = lanczos[0];
  for (let i = 1; i < lanczos.length; i++) sum += (lanczos[i] as number) / (x + (i - 1));
  return logRootTwoPi + Math.log(sum) + (x - 0.5) * Math.log(base) - base;
}

/** The error of Stirling's formula, log x! - log(sqrt(2 pi x) (x/e)^x), for x > 0 (Loader 2000). */
export function stirlingError(x: number): number {
  if (x < 15) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - logRootTwoPi;
  const xx = x * x;
  return (
    (1 / 12 -
      (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / xx) / xx) / xx) / xx) / xx) /
    x
  );
}

/** The derivative of log Gamma(x) for x > 0: by recurrence up to 10, then its asymptotic series (DLMF 5.11.2). */
export function digamma(x: number): number {
  let sum = 0;
  let z = x;
  for (; z < 10; z++) sum -= 1 / z;
  return sum + Math.log(z) - 0.5 / z + stirlingSlope(z);
}

/** log x - digamma(x) for x > 0, about 1 / (2 x), likewise but without cancellation (DLMF 5.11.2). */
export function logLessDigamma(x: number): number {
  let sum = 0;
  let z = x;
  for (; z < 10; z++) sum += 1 / z - Math.log1p(1 / z);
  return sum + 0.5 / z - stirlingSlope(z);
}

/** The second derivative of log Gamma(x) for x > 0, likewise (DLMF 5.15.8). */
export function trigamma(x: number): number {
  let sum = 0;
  let z = x;
  for (; z < 10; z++) sum += 1 / (z * z);
  return sum + 1 / z + 0.5 / (z * z) + stirlingBend(z);
}

/** The derivative of the error of Stirling's formula, from 10 on (DLMF 5.11.2). */
export function stirlingSlope(z: number): number {
  const y = 1 / (z * z);
  return (
    -y *
    (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760))))))
  );
}

/** The second derivative of the error of Stirling's formula, from 10 on (DLMF 5.15.8). */
export function stirlingBend(z: number): number {
  const y = 1 / (z * z);
  return (
    (y / z) *
    (1 / 6 -
      y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - y * (5 / 66 - y * (691 / 2730 - (7 / 6) * y))))))
  );
}

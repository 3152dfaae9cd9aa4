/**
 * The greatest difference between the shares of two samples that lie below a value (Kolmogorov and Smirnov), and the one
 * that chance alone exceeds once in a thousand times.
 */
export function distanceBetween(one: Float64Array, other: Float64Array) {
  const [a, b] = [one.slice().sort(), other.slice().sort()];
  let distance = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] as number, b[j] as number);
    while (a[i] === value) i++;
    while (b[j] === value) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  return { distance, chance: oncePerThousand * Math.sqrt(1 / a.length + 1 / b.length) };
}

/** sqrt(log(2 / .001) / 2), of the limiting distribution. */
const oncePerThousand = 1.9495;

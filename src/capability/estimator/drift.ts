/**
 * The greatest difference between the shares of two samples that lie below a value, and the one that chance alone exceeds
 * with probability `p` (the limit of Smirnov 1948, Annals of Mathematical Statistics 19, whose first term does for a small one).
 */
export function distanceBetween(one: Float64Array, other: Float64Array, p: number) {
  const [a, b] = [one.slice().sort(), other.slice().sort()];
  let distance = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] as number, b[j] as number);
    while (a[i] === value) i++;
    while (b[j] === value) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  return { distance, chance: Math.sqrt((Math.log(2 / p) / 2) * (1 / a.length + 1 / b.length)) };
}

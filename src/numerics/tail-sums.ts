/**
 * The sum of what exceeds x among the numbers, each number's excess over it. Sums are compensated (Knuth 1969, 4.2.2)
 * and hence the same in any order, to the last bit but for one case in
 * some 2^50: whether the numbers were sorted before does not show.
 */
export function excessOver(numbers: Float64Array, x: number): number {
  let sum = 0;
  let rest = 0;
  let count = 0;
  for (let i = 0; i < numbers.length; i++) {
    const one = numbers[i] as number;
    // Without a branch, which would often be guessed wrong; adding 0 changes no bit.
    const exceeds = +(one > x);
    const number = one * exceeds;
    const next = sum + number;
    const added = next - sum;
    rest += sum - (next - added) + (number - added);
    sum = next;
    count += exceeds;
  }
  return excess(sum, rest, count, x);
}

/** {@link excessOver} of ascending numbers, all but the first `upTo` of which exceed x, at once. */
export function tailSums(sorted: Float64Array): (upTo: number, x: number) => number {
  const n = sorted.length;
  const sums = new Float64Array(n + 1);
  const rests = new Float64Array(n + 1);
  for (let i = n - 1; i >= 0; i--) {
    const number = sorted[i] as number;
    const sum = sums[i + 1] as number;
    const next = sum + number;
    const added = next - sum;
    rests[i] = (rests[i + 1] as number) + (sum - (next - added) + (number - added));
    sums[i] = next;
  }
  return (upTo, x) => excess(sums[upTo] as number, rests[upTo] as number, n - upTo, x);
}

/** The sum and what its rounding lost, first put into the one form in which they do not tell of an order. */
function excess(sum: number, rest: number, count: number, x: number): number {
  const whole = sum + rest;
  return Math.max(0, whole - count * x + (sum - whole + rest));
}

/**
 * The sum of `max(least, x - origin)` over the numbers from the place `start` on. What rounding loses at each
 * step is summed beside it (Neumaier 1974, with the branch-free step of Knuth, The Art of Computer
 * Programming 2, 4.2.2), so that the order of the numbers does not show in the last bit.
 */
export function sumFrom(numbers: Float64Array, start = 0, origin = 0, least = -Infinity): number {
  let sum = 0;
  let lost = 0;
  for (let i = start; i < numbers.length; i++) {
    const term = Math.max(least, (numbers[i] as number) - origin);
    const next = sum + term;
    const added = next - sum;
    lost += sum - (next - added) + (term - added);
    sum = next;
  }
  return sum + lost;
}

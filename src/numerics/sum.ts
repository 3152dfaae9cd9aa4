/**
 * The sum of the numbers. What rounding loses at each step is summed beside it (Neumaier 1974, with the
 * branch-free step of Knuth, The Art of Computer Programming 2, 4.2.2), so that the order of the numbers does
 * not show in the last bit.
 */
export function sumOf(numbers: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    const next = sum + number;
    const added = next - sum;
    lost += sum - (next - added) + (number - added);
    sum = next;
  }
  return sum + lost;
}

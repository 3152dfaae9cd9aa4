import { radixSort, upperHalf } from './radix-sort';

/** Up to so many numbers the engine's own sort is faster. */
const few = 2000;
/** How far numbers may be moved, on average, before the engine's own sort takes over. */
const patience = 8;

/** The numbers in ascending order: by the upper half of their bits, in which hardly any agree, then those that do. */
export function ascending(numbers: Float64Array): Float64Array {
  if (numbers.length <= few) return numbers.slice().sort();
  const { values } = radixSort(numbers, null, upperHalf);
  let left = patience * values.length;
  for (let i = 1; i < values.length; i++) {
    const number = values[i] as number;
    let at = i;
    for (; at > 0 && (values[at - 1] as number) > number; at--)
      values[at] = values[at - 1] as number;
    values[at] = number;
    left -= i - at;
    if (left < 0) return values.sort();
  }
  return values;
}

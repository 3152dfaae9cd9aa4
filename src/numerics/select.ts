/**
 * The k-th smallest of the numbers, counted from 0. Reorders them in place: none before k is larger, none
 * after it smaller. In linear time, with many ties and in any order: from 600 numbers on, the pivot is that
 * rank of a small sample around k (Floyd and Rivest 1975, Algorithm 489).
 */
export function selectInPlace(array: Float64Array, k: number): number {
  narrow(array, k, 0, array.length - 1);
  return array[k] as number;
}

/** Puts the k-th smallest in its place, knowing that it lies from first to last. */
function narrow(array: Float64Array, k: number, first: number, last: number): void {
  let left = first;
  let right = last;
  while (left < right) {
    const n = right - left + 1;
    if (n > 600) {
      const share = (k - left + 1) / n;
      const sample = 0.5 * Math.exp((2 * Math.log(n)) / 3);
      const spread = 0.5 * Math.sqrt((Math.log(n) * sample * (n - sample)) / n);
      const from = k - share * sample + (share < 0.5 ? -spread : spread);
      narrow(
        array,
        k,
        Math.max(left, Math.floor(from)),
        Math.min(right, Math.floor(from + sample)),
      );
    }
    // Hoare's partition, which stops at numbers equal to the pivot and so splits ties evenly.
    const pivot = array[k] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((array[i] as number) < pivot) i++;
      while ((array[j] as number) > pivot) j--;
      if (i <= j) {
        const swapped = array[i] as number;
        array[i++] = array[j] as number;
        array[j--] = swapped;
      }
    }
    if (j < k) left = i;
    if (k < i) right = j;
  }
}

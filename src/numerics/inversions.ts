/**
 * Puts places in ascending order of their keys, of equal ones the later first, and counts the pairs that this turns
 * round: those of which the later one's key is at most the earlier one's (merge sort; Knuth, The Art of Computer
 * Programming 3, 5.2.4). A key is the sum of a number and a far smaller one. `found` is told of the pairs, as long as it
 * returns true.
 */
export function sortInversions(
  order: Uint32Array,
  keys: Float64Array,
  rests: Float64Array,
  found: (earlier: number, later: number) => boolean = () => false,
): number {
  const n = order.length;
  let from = Uint32Array.from(order);
  let to = new Uint32Array(n);
  let inversions = 0;
  let isWanted = true;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(middle + width, n);
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const isLeft =
          right === end ||
          (left < middle && isLess(keys, rests, from[left] as number, from[right] as number));
        if (!isLeft) {
          inversions += middle - left;
          for (let i = left; isWanted && i < middle; i++) {
            isWanted = found(from[i] as number, from[right] as number);
          }
        }
        to[at] = from[isLeft ? left++ : right++] as number;
      }
    }
    [from, to] = [to, from];
  }
  order.set(from);
  return inversions;
}

function isLess(keys: Float64Array, rests: Float64Array, a: number, b: number): boolean {
  const [x, y] = [keys[a] as number, keys[b] as number];
  return x === y ? (rests[a] as number) < (rests[b] as number) : x < y;
}

/**
 * The least whole number from `least` on for which a condition holds that holds from some number on: bisected
 * between it and `most`, which is sought by doubling unless given and holds untried otherwise.
 */
export function leastThat(holds: (n: number) => boolean, least: number, most?: number): number {
  if (holds(least)) return least;
  let low = least;
  let high = most ?? 2 * least;
  while (most === undefined && !holds(high)) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = low + Math.floor((high - low) / 2);
    // Beyond 2^53 not every whole number is one of the machine's.
    if (middle === low || middle === high) return high;
    if (holds(middle)) high = middle;
    else low = middle;
  }
}

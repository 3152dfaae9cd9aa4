/** Numbers that come and go, and their ranks, in logarithmic time: a Fenwick tree over all that will ever come. */
export interface OrderStatistics {
  readonly size: () => number;
  /** By the place of a value among those given at first. */
  readonly add: (place: number) => void;
  readonly remove: (place: number) => void;
  /** The value of a rank, from 1 to the size. */
  readonly ranked: (rank: number) => number;
}

export function orderStatistics(values: readonly number[]): OrderStatistics {
  const order = values
    .map((_, i) => i)
    .sort((a, b) => (values[a] as number) - (values[b] as number));
  const positions = new Int32Array(values.length);
  order.forEach((place, position) => {
    positions[place] = position + 1;
  });
  const counts = new Int32Array(values.length + 1);
  const top = 2 ** Math.floor(Math.log2(Math.max(1, values.length)));
  let size = 0;
  const change = (place: number, by: number) => {
    size += by;
    for (let at = positions[place] as number; at <= values.length; at += at & -at) {
      counts[at] = (counts[at] as number) + by;
    }
  };
  return {
    size: () => size,
    add: (place) => change(place, 1),
    remove: (place) => change(place, -1),
    ranked(rank) {
      let at = 0;
      let left = rank;
      for (let step = top; step > 0; step >>= 1) {
        const count = counts[at + step];
        if (at + step <= values.length && (count as number) < left) {
          at += step;
          left -= count as number;
        }
      }
      return values[order[at] as number] as number;
    },
  };
}

/** Numbers that come and go, of which one of a rank that their count decides is known at any time. */
export interface RollingQuantile {
  /** Adds a number; returns what it is removed by. */
  readonly add: (x: number) => number;
  readonly remove: (slot: number) => void;
  readonly size: () => number;
  /** The number of the rank; NaN of none. */
  readonly value: () => number;
}

/** The places in a heap, and where each slot is; of a sign of 1 the greatest number is on top. */
interface Heap {
  readonly slots: number[];
  readonly sign: 1 | -1;
}

/**
 * Two heaps: one of as many of the least numbers as the rank says, the greatest of them on top, and one of the others. So
 * a number that comes or goes takes time for the logarithm of how many there are, and is not sorted in.
 *
 * @param rankOf the rank among n numbers, from 1 to n, 0 of none; it grows by at most 1 with n, and never falls
 */
export function rollingQuantile(rankOf: (n: number) => number): RollingQuantile {
  const numbers: number[] = [];
  const places: number[] = [];
  const isLow: boolean[] = [];
  const free: number[] = [];
  const low: Heap = { slots: [], sign: 1 };
  const high: Heap = { slots: [], sign: -1 };

  const put = (heap: Heap, at: number, slot: number) => {
    heap.slots[at] = slot;
    places[slot] = at;
  };

  const up = (heap: Heap, from: number, slot: number) => {
    const { slots, sign } = heap;
    const x = sign * (numbers[slot] as number);
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = slots[above] as number;
      if (sign * (numbers[other] as number) >= x) break;
      put(heap, at, other);
      at = above;
    }
    put(heap, at, slot);
  };

  const down = (heap: Heap, from: number, slot: number) => {
    const { slots, sign } = heap;
    const { length } = slots;
    const x = sign * (numbers[slot] as number);
    let at = from;
    for (let below = 1; ; at = below) {
      below = 2 * at + 1;
      if (below >= length) break;
      let other = slots[below] as number;
      const right = slots[below + 1];
      if (
        right !== undefined &&
        sign * (numbers[right] as number) > sign * (numbers[other] as number)
      ) {
        below++;
        other = right;
      }
      if (sign * (numbers[other] as number) <= x) break;
      put(heap, at, other);
    }
    put(heap, at, slot);
  };

  const push = (heap: Heap, slot: number) => {
    isLow[slot] = heap === low;
    up(heap, heap.slots.length, slot);
  };

  const takeOut = (heap: Heap, at: number) => {
    const last = heap.slots.pop() as number;
    const { length } = heap.slots;
    if (at === length) return;
    const gone = numbers[heap.slots[at] as number] as number;
    if (heap.sign * (numbers[last] as number) > heap.sign * gone) up(heap, at, last);
    else down(heap, at, last);
  };

  /** Moves tops from one heap to the other until the rank is met. */
  const balance = () => {
    const wanted = rankOf(low.slots.length + high.slots.length);
    while (low.slots.length > wanted) move(low, high);
    while (low.slots.length < wanted) move(high, low);
  };

  const move = (from: Heap, to: Heap) => {
    const top = from.slots[0] as number;
    takeOut(from, 0);
    push(to, top);
  };

  return {
    add(x) {
      const slot = free.pop() ?? numbers.length;
      numbers[slot] = x;
      const top = low.slots[0];
      push(top === undefined || x <= (numbers[top] as number) ? low : high, slot);
      balance();
      return slot;
    },
    remove(slot) {
      takeOut(isLow[slot] ? low : high, places[slot] as number);
      free.push(slot);
      balance();
    },
    size: () => low.slots.length + high.slots.length,
    value: () =>
      low.slots.length === 0 ? Number.NaN : (numbers[low.slots[0] as number] as number),
  };
}

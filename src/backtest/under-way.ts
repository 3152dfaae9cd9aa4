import type { ReadOrder } from './input-orders';

/** Orders under way, the one that ends first on top: a binary heap. Those that end at one instant come as they were added. */
export interface UnderWay {
  readonly add: (order: ReadOrder) => void;
  /** Takes out the next one that ends before a time; null for none. */
  readonly takeBefore: (time: number) => ReadOrder | null;
}

export function underWay(): UnderWay {
  const heap: { readonly read: ReadOrder; readonly end: number; readonly place: number }[] = [];
  let added = 0;
  const isBefore = (a: (typeof heap)[number], b: (typeof heap)[number]) =>
    a.end < b.end || (a.end === b.end && a.place < b.place);

  return {
    add(read) {
      const one = { read, end: read.end, place: added++ };
      let at = heap.length;
      while (at > 0) {
        const above = (at - 1) >> 1;
        const other = heap[above] as typeof one;
        if (isBefore(other, one)) break;
        heap[at] = other;
        at = above;
      }
      heap[at] = one;
    },
    takeBefore(time) {
      const first = heap[0];
      if (first === undefined || !(first.end < time)) return null;
      const last = heap.pop() as typeof first;
      const size = heap.length;
      if (size === 0) return first.read;
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= size) break;
        const [left, right] = [heap[below] as typeof first, heap[below + 1]];
        if (right !== undefined && isBefore(right, left)) below++;
        const other = heap[below] as typeof first;
        if (isBefore(last, other)) break;
        heap[at] = other;
        at = below;
      }
      heap[at] = last;
      return first.read;
    },
  };
}

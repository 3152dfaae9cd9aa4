import type { ReadOrder } from './input-orders';

/** Orders under way, the one that ends first on top: a binary heap. Those that end at one instant come as they started. */
export interface UnderWay {
  readonly add: (order: ReadOrder) => void;
  /** Takes out the next one that ends before a time; null for none. */
  readonly takeBefore: (time: number) => ReadOrder | null;
}

const isBefore = (one: ReadOrder, other: ReadOrder) =>
  one.end < other.end || (one.end === other.end && one.place < other.place);

export function underWay(): UnderWay {
  const heap: ReadOrder[] = [];
  return {
    add(order) {
      let at = heap.length;
      heap.push(order);
      while (at > 0) {
        const above = (at - 1) >> 1;
        const other = heap[above] as ReadOrder;
        if (isBefore(other, order)) break;
        heap[at] = other;
        at = above;
      }
      heap[at] = order;
    },
    takeBefore(time) {
      const first = heap[0];
      if (first === undefined || !(first.end < time)) return null;
      const last = heap.pop() as ReadOrder;
      const size = heap.length;
      if (size === 0) return first;
      let at = 0;
      for (let below = 1; below < size; below = 2 * at + 1) {
        const right = below + 1;
        if (right < size && isBefore(heap[right] as ReadOrder, heap[below] as ReadOrder))
          below = right;
        const other = heap[below] as ReadOrder;
        if (isBefore(last, other)) break;
        heap[at] = other;
        at = below;
      }
      heap[at] = last;
      return first;
    },
  };
}

/**
 * A bounded correction by what became of promises: a slow integral of the difference between the misses that
 * were allowed and those that came (adaptive conformal inference; Gibbs & Candes 2021), as a share of the
 * allowed miss rate. A promise counts on the day it falls due, whether its order has finished or not:
 * counted at delivery, the slow ones would come late and the correction wind up.
 */
export interface Pending {
  /** When the promise falls due, in milliseconds. */
  readonly due: number;
  /** The miss rate it allowed. */
  readonly allowed: number;
  /** `open` until its order finishes in time or is withdrawn. */
  state: 'open' | 'kept' | 'withdrawn';
}

export interface Correction {
  /** The share by which the allowed miss rate is lowered (above 0) or raised. */
  share: number;
  /** Promises that are not due yet, as a heap by due. */
  readonly pending: Pending[];
}

/** The miss rate to plan with, in place of the allowed one. */
export function corrected(allowed: number, share: number): number {
  return allowed * (1 - share);
}

/** Adds a promise. */
export function watch(heap: Pending[], added: Pending): void {
  let i = heap.length;
  heap.push(added);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if ((heap[parent] as Pending).due <= added.due) break;
    heap[i] = heap[parent] as Pending;
    i = parent;
  }
  heap[i] = added;
}

/** Counts all promises that have fallen due. */
export function settle(correction: Correction, now: number, step: number, bound: number): void {
  const { pending } = correction;
  while (pending.length > 0 && (pending[0] as Pending).due < now) {
    const { allowed, state } = pop(pending);
    if (state === 'withdrawn') continue;
    const moved = correction.share + step * ((state === 'open' ? 1 : 0) - allowed);
    correction.share = Math.max(-bound, Math.min(bound, moved));
  }
}

function pop(heap: Pending[]): Pending {
  const first = heap[0] as Pending;
  const moved = heap.pop() as Pending;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    const sibling = heap[child + 1];
    if (sibling !== undefined && sibling.due < (heap[child] as Pending).due) child++;
    if ((heap[child] as Pending).due >= moved.due) break;
    heap[i] = heap[child] as Pending;
    i = child;
  }
  if (heap.length > 0) heap[i] = moved;
  return first;
}

import { ascending } from './ascending';
import { ascendingWithPlaces } from './ascending-order';
import { take } from './places-that';

/** Times in ascending order; null that all weigh 1. */
export interface InOrder {
  readonly times: Float64Array;
  readonly weights: Float64Array | null;
}

/**
 * Those that finished, and weigh something, and the others, each in order of time: apart, since sorting is most of the
 * work of a survival curve, and so no places need to be moved along where all weigh the same.
 */
export function casesInOrder(
  times: Float64Array,
  weights: Float64Array | null,
  finished: Uint8Array | null,
): { readonly ends: InOrder; readonly others: InOrder } {
  const n = times.length;
  const count = countEnds(n, weights, finished);
  const [ends, others] = [room(count, weights), room(n - count, weights)];
  for (let i = 0; i < n; i++) {
    const to = isEnd(i, weights, finished) ? ends : others;
    to.times[to.count] = times[i] as number;
    if (to.weights !== null) to.weights[to.count] = weights?.[i] as number;
    to.count++;
  }
  return { ends: inOrder(ends), others: inOrder(others) };
}

const isEnd = (i: number, weights: Float64Array | null, finished: Uint8Array | null) =>
  finished?.[i] !== 0 && (weights === null || (weights[i] as number) > 0);

function countEnds(n: number, weights: Float64Array | null, finished: Uint8Array | null): number {
  let count = 0;
  for (let i = 0; i < n; i++) count += +isEnd(i, weights, finished);
  return count;
}

const room = (n: number, weights: Float64Array | null) => ({
  times: new Float64Array(n),
  weights: weights && new Float64Array(n),
  count: 0,
});

function inOrder({ times, weights }: InOrder): InOrder {
  if (weights === null) return { times: ascending(times), weights };
  const { values, places } = ascendingWithPlaces(times);
  return { times: values, weights: take(weights, places) };
}

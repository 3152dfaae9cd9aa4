import { ascendingOrder } from '../../numerics/ascending-order';
import { take } from '../../numerics/places-that';
import type { Layout } from '../layout';
import { joined } from './resample';

/** The first period with one side of each dimension taken from the second, rank by rank. */
export function matchedByRank(first: Layout, second: Layout, expectations: boolean): Layout {
  const dimensions = first.dimensions.map((one, d) => {
    const other = second.dimensions[d] as typeof one;
    const side = expectations ? 'expected' : 'got';
    const rows = matched(one[side], other[side]);
    return expectations
      ? joined(one, take(other.expected, rows), one.got, one.waiting)
      : joined(
          one,
          one.expected,
          take(other.got, rows),
          other.waiting && take(other.waiting, rows),
        );
  });
  const covariates = first.covariates.map((one, c) => {
    const other = second.covariates[c] as typeof one;
    if (expectations) return one;
    return { ...one, numbers: take(other.numbers, matched(one.numbers, other.numbers)) };
  });
  return { rows: first.rows, dimensions, covariates };
}

/** For each number the row of the other column that has the same rank there. */
function matched(numbers: Float64Array, others: Float64Array): Uint32Array {
  const [order, theirs] = [ascendingOrder(numbers), ascendingOrder(others)];
  const rows = new Uint32Array(numbers.length);
  order.forEach((row, rank) => {
    rows[row] = theirs[Math.floor(((rank + 0.5) * theirs.length) / order.length)] as number;
  });
  return rows;
}

import { ascendingOrder } from '../../numerics/ascending-order';
import { take } from '../../numerics/places-that';
import type { CompiledModel } from '../compile';
import { average } from '../contributions';
import type { Layout } from '../layout';
import { scoreLayout } from '../score';
import { matchedByRank } from './rank-matched';
import { drawRows, takeRows } from './resample';

export interface Rows {
  readonly layout: Layout;
  /** Scores of the answers, 0 to 100. */
  readonly answered: Float64Array | null;
}

/** What expectations and performance did, and what answers did where both periods have them. */
export interface Parts {
  readonly expectation: number;
  readonly performance: number;
  readonly observed: number | null;
}

/** Parts a change: each of the two changes alone, and half of what they do together (Shorrocks 2013). */
export function split(first: Rows, second: Rows, model: CompiledModel): Parts {
  const score = (layout: Layout) => average(scoreLayout(layout, model).score);
  const was = score(first.layout);
  const both = score(second.layout) - was;
  const expectation = score(matchedByRank(first.layout, second.layout, true)) - was;
  const performance = score(matchedByRank(first.layout, second.layout, false)) - was;
  const together = (both - expectation - performance) / 2;
  const answered = first.answered && second.answered;
  return {
    expectation: expectation + together,
    performance: performance + together,
    observed: answered && average(answered) - average(first.answered as Float64Array),
  };
}

/**
 * The rows in an order that their numbers alone decide. Among equal numbers ranks go by place, so neighbours by what else
 * they hold are put far apart, by multiples of the golden ratio (Knuth 1998, The Art of Computer Programming 3, 6.4).
 */
export function spreadOut({ layout, answered }: Rows): Rows {
  const columns = [
    ...layout.dimensions.flatMap(({ expected, got, waiting }) => [expected, got, waiting]),
    ...layout.covariates.map(({ numbers }) => numbers),
    answered,
  ];
  let rows = Array.from({ length: layout.rows }, (_, row) => row);
  const sortBy = (numberOf: (row: number, place: number) => number) => {
    const order = ascendingOrder(Float64Array.from(rows, numberOf));
    rows = Array.from(order, (place) => rows[place] as number);
  };
  // The last one decides least.
  for (const column of columns.reverse()) if (column) sortBy((row) => column[row] as number);
  const golden = (Math.sqrt(5) - 1) / 2;
  sortBy((_, place) => (place * golden) % 1);
  const order = Uint32Array.from(rows);
  return { layout: takeRows(layout, order), answered: answered && take(answered, order) };
}

/** As many rows again, drawn with replacement. */
export function resampled({ layout, answered }: Rows, next: () => number): Rows {
  const rows = drawRows(next, layout.rows);
  return { layout: takeRows(layout, rows), answered: answered && take(answered, rows) };
}

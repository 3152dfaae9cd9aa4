import type { Interval } from '../core/interval';
import { countFor } from '../numerics/nearly';
import { uniforms } from '../numerics/uniforms';
import { inOrder } from './score';
import type { PairTally } from './tally';

/** A difference of two policies with its interval; null where no order, or for the interval fewer than two periods, count for both. */
export interface DifferenceEstimate extends Interval<number | null> {
  /** The second policy's mean less the first one's; null where nothing can be compared. */
  readonly estimate: number | null;
}

/** A policy less the one it is compared with, on the same orders: those whose promises fell due by either. */
export interface PolicyDifference {
  /** Of the shares kept: above 0 where this policy keeps more. */
  readonly kept: DifferenceEstimate;
  /** Of the mean quotes, in the unit: below 0 where it promises less time. */
  readonly quote: DifferenceEstimate;
  /** Of the mean pinball losses, in the unit, of those orders that finished: below 0 where it promises better. */
  readonly pinball: DifferenceEstimate;
  /** How many orders count for both. */
  readonly n: number;
  /** In how many periods these are: of few, ten or so, intervals are too narrow. */
  readonly periods: number;
}

interface Options {
  readonly confidence: number;
  readonly draws: number;
  readonly seed: number;
}

/**
 * The differences from sums by period, with intervals that redraw whole periods, since orders of one week go wrong together
 * (the percentile method on blocks: Efron & Tibshirani 1993, ISBN 0-412-04231-2; Künsch 1989, doi:10.1214/aos/1176347265).
 */
export function differenceOf(
  pairs: ReadonlyMap<string, PairTally>,
  options: Options,
): PolicyDifference {
  const blocks = inOrder(pairs)
    .map(([, tally]) => tally)
    .filter(({ n }) => n > 0);
  const draws = redraw(blocks, options);
  const all = total(blocks);
  const difference = (of: (sums: PairTally) => number): DifferenceEstimate => {
    const estimate = of(all);
    if (Number.isNaN(estimate)) return { estimate: null, low: null, high: null };
    return { estimate, ...middle(draws.map(of), options.confidence) };
  };
  return {
    kept: difference(({ kept, n }) => kept / n),
    quote: difference(({ quote, n }) => quote / n),
    pinball: difference(({ loss, finished }) => loss / finished),
    n: all.n,
    periods: blocks.length,
  };
}

function redraw(blocks: readonly PairTally[], { draws, seed }: Options): readonly PairTally[] {
  if (blocks.length < 2) return [];
  const next = uniforms(seed);
  return Array.from({ length: draws }, () =>
    total(blocks.map(() => blocks[Math.floor(next() * blocks.length)] as PairTally)),
  );
}

function total(blocks: readonly PairTally[]): PairTally {
  const sum = { n: 0, kept: 0, quote: 0, finished: 0, loss: 0 };
  for (const { n, kept, quote, finished, loss } of blocks) {
    sum.n += n;
    sum.kept += kept;
    sum.quote += quote;
    sum.finished += finished;
    sum.loss += loss;
  }
  return sum;
}

/** The middle of drawn values: as many left out below as above. A draw without any order that counts is none. */
function middle(drawn: readonly number[], confidence: number): Interval<number | null> {
  const sorted = Float64Array.from(drawn.filter((one) => !Number.isNaN(one))).sort();
  const n = sorted.length;
  if (n === 0) return { low: null, high: null };
  const rank = Math.min(countFor(n + 1, (1 - confidence) / 2), (n + 1) >> 1);
  return { low: sorted[rank - 1] as number, high: sorted[n - rank] as number };
}

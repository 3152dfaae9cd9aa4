import { refuse } from '../input/refusal';
import type { WorldRead } from './compile-world';
import { type PlayedAll, playAll } from './play-all';
import type { NamedPolicy } from './policy';
import { saturatedIn, valuesOf } from './policy-result';
import type { Work } from './progress';

/** The keep rates that are tried unless others are given. */
export const usualRates: readonly number[] = [
  0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99,
];

/** A keep rate, the quote that is kept at it, and what it earns in each replication. */
export interface RatePoint {
  readonly keepRate: number;
  readonly quote: number;
  readonly profits: readonly number[];
  /** Their mean. */
  readonly profit: number;
  readonly saturated: ReturnType<typeof saturatedIn>;
}

/** Plays a world under the quote of each keep rate, the same for everybody. */
export function* playRates(
  world: WorldRead,
  keepRates: readonly number[],
  batch: number,
): Work<readonly RatePoint[]> {
  const quotes = keepRates.map((rate) => world.capability.quantile(rate));
  const policies = quotes.map(
    (quote): NamedPolicy => ({
      name: 'keep rate',
      path: 'world.capability',
      policy: () => quote,
    }),
  );
  const played: PlayedAll = yield* playAll(world, policies, batch);
  return played.map((all, i) => {
    const profits = valuesOf(all, 'profit');
    return {
      keepRate: keepRates[i] as number,
      quote: quotes[i] as number,
      profits,
      profit: profits.reduce((sum, profit) => sum + profit, 0) / profits.length,
      saturated: saturatedIn(all),
    };
  });
}

/** The first of those that earn most. */
export const bestOf = (points: readonly RatePoint[]): RatePoint =>
  points.reduce((best, point) => (point.profit > best.profit ? point : best));

/** The same of a world's curve, in which one at least must leave a number. */
export function bestIn(curve: readonly RatePoint[], { given: { order } }: WorldRead): RatePoint {
  const best = bestOf(curve);
  if (best.profit > -Infinity) return best;
  const expected = 'amounts that leave a finite profit at one of the keep rates';
  return refuse('world.order', order, expected, 'out-of-range');
}

import type { Reason } from '../core/reason';
import { door } from '../input/door';
import { read } from '../input/read';
import type { WorldRead } from './compile-world';
import { estimateOf, type SimulatedMean } from './estimate';
import { readWorld, searchSchema, searchStepsSchema } from './input';
import { openNumbers, type SimulationNumber } from './numbers';
import { usualBatch, workOf } from './play-all';
import { atOnce, inSteps, type Planned, type SimulationProgress, type Work } from './progress';
import { bestIn, bestOf, playRates, type RatePoint, usualRates } from './rate-curve';
import type { World } from './world';

/** What a keep rate earns. */
export interface KeepRatePoint {
  /** The share of promises that are kept, above 0 and below 1. */
  readonly keepRate: number;
  /** The quote that is kept so often, in the capability's unit. */
  readonly quote: number;
  /** What all orders left, in the currency of the revenue; null where that is beyond numbers. */
  readonly profit: SimulatedMean | null;
}

/** The keep rate that earns most in a world, and how sure that is. */
export interface BestKeepRate extends KeepRatePoint {
  /** From the least to the greatest keep rate of the curve whose profit is not shown to be below the best. */
  readonly alike: { readonly low: number; readonly high: number };
  /** The keep rates that were tried, ascending. */
  readonly curve: readonly KeepRatePoint[];
  /**
   * `at-edge`: the best is an end of the quotes that were tried. `no-profit`: even that earns nothing, or costs.
   * `saturated`: attraction asked for more than everybody's order, so that longer quotes seem to cost nothing.
   */
  readonly why: readonly Reason<
    'at-edge' | 'no-profit' | 'saturated',
    Readonly<Record<string, number>>
  >[];
  /** Every number that the world did not give itself, with its provenance. */
  readonly numbers: readonly SimulationNumber[];
}

/** How a search for the best keep rate goes about it. */
export interface KeepRateSearch {
  /**
   * The keep rates to try, 3 to 101 of them, ascending, each above 0 and below 1; 15 from .1 to .99 unless given.
   */
  readonly keepRates?: readonly number[] | undefined;
  /** The confidence of the intervals, above 0 and below 1; .95 unless given. */
  readonly confidence?: number | undefined;
  /** Customers to look at between two yields or calls of `onProgress`; 16,384 unless given. Results do not depend on it. */
  readonly batch?: number | undefined;
}

/**
 * Finds the keep rate that earns most in a world: its quote, the same for everybody, is the capability's quantile, which
 * is the truth in that world. All rates of a grid meet the same customers; a parabola through the best one and its
 * neighbours says where between them the top lies, and that rate is played too. Where the top is flat, chance decides
 * on which rate of `alike` comes out.
 *
 * @param options `keepRates` to try, `confidence`; `batch` and `onProgress` for long work
 * @throws what {@link simulatePolicies} throws of a world; `out-of-range` where each keep rate loses beyond numbers
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { bestKeepRate } from 'overdeliver/simulation';
 *
 * const world = {
 *   capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
 *   attraction: (days: number) => Math.exp(-0.05 * days),
 *   order: { revenue: 30, cost: 18, perBroken: 5 },
 *   customers: 500,
 *   days: 180,
 *   seed: 7,
 * };
 * const best = bestKeepRate(world, { keepRates: [0.3, 0.5, 0.7, 0.8, 0.9, 0.95] });
 * best.alike; // => { low: 0.7, high: 0.8 }
 * ```
 */
export function bestKeepRate(
  world: World,
  options: KeepRateSearch & {
    /** Is told after each batch how far the work has got. What it throws ends the work. */
    readonly onProgress?: ((progress: SimulationProgress) => void) | undefined;
  } = {},
): BestKeepRate {
  return door('bestKeepRate', () => {
    const { onProgress, ...given } = read(searchSchema, options, 'options');
    return atOnce(planned(readWorld(world), given), onProgress);
  });
}

/**
 * The same as {@link bestKeepRate} as a generator, which yields after each batch how far it has got.
 *
 * @throws what {@link bestKeepRate} throws
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { bestKeepRateSteps } from 'overdeliver/simulation';
 *
 * const world = {
 *   capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
 *   attraction: () => 1,
 *   order: { revenue: 30, cost: 18 },
 *   customers: 1000,
 *   days: 28,
 *   seed: 7,
 * };
 * const steps = bestKeepRateSteps(world, { keepRates: [0.5, 0.7, 0.9] });
 * steps.next().value; // => { done: 1000, of: 160000 }
 * ```
 */
export function bestKeepRateSteps(
  world: World,
  options: KeepRateSearch = {},
): Generator<SimulationProgress, BestKeepRate, void> {
  return door('bestKeepRateSteps', () => {
    const given = read(searchStepsSchema, options, 'options');
    return inSteps(planned(readWorld(world), given), (next) => door('bestKeepRateSteps', next));
  });
}

function planned(
  world: WorldRead,
  { keepRates = usualRates, confidence = 0.95, batch = usualBatch }: KeepRateSearch,
): Planned<BestKeepRate> {
  // One more for the top between two rates; where there is none, the last step says what was saved.
  return { work: work(), of: workOf(world, keepRates.length + 1) };

  function* work(): Work<BestKeepRate> {
    const curve = yield* playRates(world, keepRates, batch);
    const peak = curve.indexOf(bestIn(curve, world));
    const [before, at, after] = [curve[peak - 1], curve[peak] as RatePoint, curve[peak + 1]];
    let best = at;
    if (before && after) {
      const refined = yield* playRates(world, [topOf(before, at, after)], batch);
      best = bestOf([at, ...refined]);
    } else yield workOf(world, 1);
    const alike = curve.filter((point) => !isBelow(point.profits, best.profits, confidence));
    const told = ({ keepRate, quote, profits }: RatePoint): KeepRatePoint => ({
      keepRate,
      quote,
      profit: estimateOf(profits, confidence),
    });
    const why: BestKeepRate['why'][number][] = [];
    const [from, to] = [curve[0] as RatePoint, curve.at(-1) as RatePoint];
    if (best === from || best === to) {
      why.push({ code: 'at-edge', detail: { from: from.quote, to: to.quote } });
    }
    if (best.profit <= 0) why.push({ code: 'no-profit', detail: { profit: best.profit } });
    why.push(...best.saturated);
    const rates = alike.map(({ keepRate }) => keepRate);
    return {
      ...told(best),
      alike: { low: Math.min(...rates, best.keepRate), high: Math.max(...rates, best.keepRate) },
      curve: curve.map(told),
      why,
      numbers: openNumbers(world).map(({ number }) => number),
    };
  }
}

/** Whether a profit is shown to lie below another one, in the same replications. */
function isBelow(profits: readonly number[], best: readonly number[], confidence: number): boolean {
  const difference = estimateOf(
    profits.map((profit, r) => profit - (best[r] as number)),
    confidence,
  );
  return difference === null || difference.high < 0;
}

/** The keep rate of the top of the parabola through three points, of which the middle one is the highest. */
function topOf(before: RatePoint, at: RatePoint, after: RatePoint): number {
  const left = at.keepRate - before.keepRate;
  const right = after.keepRate - at.keepRate;
  const rise = (at.profit - before.profit) / left;
  const fall = (at.profit - after.profit) / right;
  const bend = rise + fall;
  // Beside a loss beyond numbers there is no parabola.
  return bend < Infinity ? at.keepRate + (rise * right - fall * left) / (2 * bend) : at.keepRate;
}

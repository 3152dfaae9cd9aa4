import { door } from '../input/door';
import { read } from '../input/read';
import type { KeepRateSearch } from './best-keep-rate';
import type { WorldRead } from './compile-world';
import { readWorld, sweepSchema, sweepStepsSchema } from './input';
import { openNumbers, type SimulationNumber } from './numbers';
import { usualBatch, workOf } from './play-all';
import { atOnce, inSteps, type Planned, type SimulationProgress, type Work } from './progress';
import { bestIn, bestOf, playRates, type RatePoint, usualRates } from './rate-curve';
import type { World } from './world';

/** What is best when a number lies elsewhere. */
export interface AssumedElsewhere {
  /** The number. */
  readonly value: number;
  /** The keep rate that then earns most, of those tried. */
  readonly keepRate: number;
  /** What it then earns, mean over the replications, in the currency of the revenue. */
  readonly profit: number;
  /** What it then costs to go by the keep rate that is best in the world as given: at least 0. */
  readonly regret: number;
}

/** An assumed number, and what hangs on it. */
export interface AssumptionEffect extends SimulationNumber {
  /**
   * At the least value of its range, or at 0 where that lies between it and the number; null where the model does not
   * take that, or what is lost is beyond numbers.
   */
  readonly atLeast: AssumedElsewhere | null;
  /** At the greatest, or at 0 likewise. */
  readonly atMost: AssumedElsewhere | null;
  /** How far the best keep rate moves: from its least to its greatest, that of the world as given among them. */
  readonly keepRateMoves: number;
  /** How far the profit of the best keep rate moves, likewise. */
  readonly profitMoves: number;
  /** The greater regret of the two ends: what it may cost to decide as if the number were known. */
  readonly regret: number;
}

/** Which assumed numbers a decision hangs on. */
export interface DecidingAssumptions {
  /** The best keep rate of the world as given, of those tried, its quote, and what it earns. */
  readonly best: { readonly keepRate: number; readonly quote: number; readonly profit: number };
  /** All assumed numbers, by regret, then by how far keep rate and profit move, greatest first. */
  readonly assumptions: readonly AssumptionEffect[];
}

/**
 * Says which assumption decides: puts every assumed number of a world, one at a time, at both ends of its range (at 0 where that
 * lies between an end and the number: which way it acts is not in doubt), and looks how far the best keep rate and the
 * profit move (one-at-a-time sensitivity), and what it would cost to have decided as if the number were known. Numbers
 * that were fitted, published or given by the world itself stay as they are: the list tells what to learn from data
 * next.
 *
 * All worlds have the same seed. It plays the world about a thousand times: begin with few customers, replications and
 * keep rates. Ranges are as wide as makes sense at all, and numbers are moved one at a time: two that move together may
 * decide more.
 *
 * @param options `keepRates` to try; `batch` and `onProgress` for long work
 * @throws what {@link bestKeepRate} throws
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { whichAssumptionDecides } from 'overdeliver/simulation';
 *
 * const world = {
 *   capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
 *   attraction: (days: number) => Math.exp(-0.05 * days),
 *   order: { revenue: 30, cost: 18 },
 *   customers: 200,
 *   days: 90,
 *   seed: 7,
 *   replications: 2,
 * };
 * const { assumptions } = whichAssumptionDecides(world, { keepRates: [0.5, 0.7, 0.9] });
 * assumptions[0]?.path; // => 'order.perUnitLate'
 * ```
 */
export function whichAssumptionDecides(
  world: World,
  options: Omit<KeepRateSearch, 'confidence'> & {
    /** Is told after each batch how far the work has got. What it throws ends the work. */
    readonly onProgress?: ((progress: SimulationProgress) => void) | undefined;
  } = {},
): DecidingAssumptions {
  return door('whichAssumptionDecides', () => {
    const { onProgress, ...given } = read(sweepSchema, options, 'options');
    return atOnce(planned(readWorld(world), given), onProgress);
  });
}

/**
 * The same as {@link whichAssumptionDecides} as a generator, which yields after each batch how far it has got.
 *
 * @param options the keep rates to try, and how the simulations are run
 * @throws what {@link whichAssumptionDecides} throws
 * @example
 * ```ts
 * import { capabilityFromFamily, lognormal } from 'overdeliver/capability';
 * import { assumptionSteps } from 'overdeliver/simulation';
 *
 * const world = {
 *   capability: capabilityFromFamily(lognormal, { mean: 6, sd: 3 }, { unit: 'days' }),
 *   attraction: () => 1,
 *   order: { revenue: 30, cost: 18 },
 *   customers: 1000,
 *   days: 28,
 *   seed: 7,
 * };
 * const steps = assumptionSteps(world, { keepRates: [0.5, 0.7, 0.9] });
 * const [first] = steps;
 * first?.done; // => 1000
 * ```
 */
export function assumptionSteps(
  world: World,
  options: Omit<KeepRateSearch, 'confidence'> = {},
): Generator<SimulationProgress, DecidingAssumptions, void> {
  return door('assumptionSteps', () => {
    const given = read(sweepStepsSchema, options, 'options');
    return inSteps(planned(readWorld(world), given), (next) => door('assumptionSteps', next));
  });
}

function planned(
  world: WorldRead,
  { keepRates = usualRates, batch = usualBatch }: KeepRateSearch,
): Planned<DecidingAssumptions> {
  const assumed = openNumbers(world).filter(({ number }) => number.status === 'assumed');
  const variants = assumed.map(({ number, ends, at }) => ({
    number,
    ends: ends.map((value) => ({ value, world: at(value) })),
  }));
  const worlds = [world, ...variants.flatMap(({ ends }) => ends.map((end) => end.world))];
  const of = worlds.reduce((sum, one) => sum + (one ? workOf(one, keepRates.length) : 0), 0);
  return { work: work(), of };

  function* work(): Work<DecidingAssumptions> {
    const base = bestIn(yield* playRates(world, keepRates, batch), world);
    const place = keepRates.indexOf(base.keepRate);
    const assumptions: AssumptionEffect[] = [];
    for (const { number, ends } of variants) {
      const found: (AssumedElsewhere | null)[] = [];
      for (const end of ends) {
        if (end.world === null) found.push(null);
        else {
          const curve = yield* playRates(end.world, keepRates, batch);
          found.push(elsewhere(end.value, curve, curve[place] as RatePoint));
        }
      }
      assumptions.push(effectOf(number, base, found));
    }
    const { keepRate, quote, profit } = base;
    return { best: { keepRate, quote, profit }, assumptions: assumptions.sort(byWhatHangsOnIt) };
  }
}

function elsewhere(
  value: number,
  curve: readonly RatePoint[],
  kept: RatePoint,
): AssumedElsewhere | null {
  const { keepRate, profit } = bestOf(curve);
  const regret = profit - kept.profit;
  // Not where what is kept to, or even the best, loses beyond numbers.
  return regret < Infinity ? { value, keepRate, profit, regret } : null;
}

function effectOf(
  number: SimulationNumber,
  base: RatePoint,
  [atLeast = null, atMost = null]: readonly (AssumedElsewhere | null)[],
): AssumptionEffect {
  const found = [atLeast, atMost].filter((one) => one !== null);
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return {
    ...number,
    atLeast,
    atMost,
    keepRateMoves: spread([base, ...found].map(({ keepRate }) => keepRate)),
    profitMoves: spread([base, ...found].map(({ profit }) => profit)),
    regret: Math.max(0, ...found.map(({ regret }) => regret)),
  };
}

const byWhatHangsOnIt = (a: AssumptionEffect, b: AssumptionEffect) =>
  b.regret - a.regret || b.keepRateMoves - a.keepRateMoves || b.profitMoves - a.profitMoves;

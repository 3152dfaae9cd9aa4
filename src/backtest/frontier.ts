import * as z from 'zod/mini';
import { unitMs } from '../core/time-units';
import { checkUnit } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { shareSchema } from '../input/share';
import type { RunThrough } from './backtest-options';
import type { BacktestOrder } from './backtest-order';
import { policySchema, progressSchema, runShape } from './input';
import { readOrders } from './input-time';
import type { PromisePolicy } from './policy';
import type { Progress } from './progress';
import { checkCounted, runThrough, startRun } from './run';
import { type PromiseScore, scoreOf } from './score';
import { together } from './tally';

/** How a policy did at a keep rate. */
export interface FrontierPoint extends PromiseScore {
  /** The share of promises aimed at, 0 to 1. */
  readonly keepRate: number;
}

const optionsSchema = once(() => z.strictObject({ ...runShape, onProgress: progressSchema }));
const rateText = 'at least one share to keep';
const ratesSchema = once(() => z.array(shareSchema).check(z.minLength(1, rateText)));

/**
 * What a policy would have promised, and how often kept, as the keep rate varies: how much longer promises are to be for
 * more of them to be kept. Of two policies the better one promises less time at the same share kept.
 *
 * @param orders as {@link backtestPromises} takes them
 * @param policy one of this module, or your own
 * @param keepRates above 0 and below 1; all are lived through at once
 * @param options how the orders are run through, and what counts as kept; `onProgress` hears how far it has come
 * @returns a point for each keep rate, in their order
 * @throws InvalidInputError and PolicyFailedError as {@link backtestPromises}; NotEnoughDataError where no promise fell due
 * @example
 * ```ts
 * import { promiseFrontier, quotesFromHistory } from 'overdeliver/backtest';
 *
 * const day = (n: number) => new Date(Date.UTC(2026, 0, n));
 * const orders = Array.from({ length: 50 }, (_, i) => (
 *   { id: `o-${i}`, started: day(i), finished: day(i + 2 + ((7 * i) % 5)) }
 * ));
 * const rates = promiseFrontier(orders, quotesFromHistory(), [0.5, 0.8], { unit: 'days', from: day(25) });
 * rates.map(({ keepRate, kept, quote }) => [keepRate, kept.share, quote.median]);
 * // => [[0.5, 0.6, 4], [0.8, 1, 6]]
 * ```
 */
export function promiseFrontier(
  orders: Iterable<BacktestOrder>,
  policy: PromisePolicy,
  keepRates: readonly number[],
  options: RunThrough & {
    /** Is told now and then how far the run has come, and at its end. What it throws stops the run. */
    readonly onProgress?: ((progress: Progress) => void) | undefined;
  },
): readonly FrontierPoint[] {
  return door('promiseFrontier', () => {
    const runs = read(policySchema, policy, 'policy');
    const rates = read(ratesSchema, keepRates, 'keepRates');
    const { unit, from, asOf, confidence, parameters, onProgress } = read(
      optionsSchema,
      options,
      'options',
    );
    const inTime = readOrders(orders, asOf, unitMs[unit]);
    if (from) checkUnit('options.from', from, inTime.asOf);
    const named = rates.map((keepRate) => ({
      name: `keepRate ${keepRate}`,
      path: 'policy',
      policy: runs,
      keepRate,
    }));
    const run = startRun(inTime, named, {
      unit,
      from,
      against: -1,
      stepOrders: Math.round(parameters.numbers.stepOrders),
      periodOf: () => '',
    });
    runThrough(run, onProgress);
    checkCounted(run.scores, { unit, from, asOf: inTime.asOf });
    return run.scores.entrants.map(({ periods }, i) => ({
      keepRate: rates[i] as number,
      ...scoreOf(together(periods.values()), confidence),
    }));
  });
}

import * as z from 'zod/mini';
import { unitMs } from '../core/time-units';
import { checkUnit } from '../input/date';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { isPromise, refuse, refusePromise } from '../input/refusal';
import type { BacktestOptions } from './backtest-options';
import type { BacktestOrder } from './backtest-order';
import { backtestShape, progressSchema } from './input';
import { readOrders } from './input-time';
import type { Progress } from './progress';
import { type BacktestReport, reportOf } from './report';
import { checkCounted, type Run, runThrough, startRun } from './run';

const stepsSchema = once(() => z.strictObject(backtestShape));
const backtestSchema = once(() => z.strictObject({ ...backtestShape, onProgress: progressSchema }));

/**
 * Would it have kept its promises? Lives through past orders with one or more policies, and reports what each would have
 * promised and how often it would have kept it, over all, by period and by group, and how policies differ.
 *
 * Before an order starts a policy is told what ended before that instant and nothing else; an end at the very instant of a
 * start comes after it. An order counts for a policy once its promise has fallen due, whether it has finished or not:
 * counting finished orders alone flatters, since the slow ones are not finished. A promise is kept by an order that finished
 * by then; one that was cancelled by then, or is not due yet, is not counted; all others are broken.
 *
 * What is held in memory grows with the orders under way and with the report, not with the orders, where these come one by
 * one or are in order of start. Policies take turns at each order, and do not see each other.
 *
 * @param orders an array of rows in any order, or what gives rows one by one in order of start (with `asOf`)
 * @param options which policies to run and what counts as kept; `onProgress` hears how far it has come
 * @returns plain JSON
 * @throws InvalidInputError `date-order` for an order that ends before it starts, or that comes out of turn one by one;
 *   `ambiguous` for one with two ends, or with both `promise` and `due`; `duplicate-id` for an id that another order under
 *   way has; `unknown-name` for `against` without a policy of that name; `missing` for no policies; `out-of-range` for a
 *   quote that is NaN, infinite or below 0, with the policy's path and the order's id; `wrong-type` for a function that
 *   returns a promise, since a run does not wait; what a bad option calls for.
 *   PolicyFailedError for what a policy throws, with its name, the order's id and the `cause`. NotEnoughDataError where no
 *   promise fell due
 * @example
 * ```ts
 * import { byMonth } from 'overdeliver';
 * import { backtestPromises, promisesAsMade, type PromisePolicy } from 'overdeliver/backtest';
 *
 * const orders = [
 *   { id: 'a', started: '2026-03-01T09:00:00Z', finished: '2026-03-04T09:00:00Z', promise: 4 },
 *   { id: 'b', started: '2026-03-02T09:00:00Z', finished: '2026-03-08T09:00:00Z', promise: 4 },
 *   { id: 'c', started: '2026-03-05T09:00:00Z', finished: '2026-03-10T09:00:00Z', promise: 4 },
 *   { id: 'd', started: '2026-03-09T09:00:00Z', finished: '2026-03-19T09:00:00Z', promise: 7 },
 * ];
 * const five: PromisePolicy = () => ({ quote: () => 5 });
 * const report = backtestPromises(orders, {
 *   unit: 'days',
 *   keepRate: 0.5,
 *   by: byMonth('Europe/Berlin'),
 *   policies: { yours: promisesAsMade(), five },
 * });
 * report.policies.yours.kept; // => { share: 0.25, low: 0.046, high: 0.699, n: 4 }
 * report.policies.five.kept.share; // => 0.5
 * report.differences.five.quote.estimate; // => 0.25
 * ```
 */
export function backtestPromises<Name extends string>(
  orders: Iterable<BacktestOrder>,
  options: BacktestOptions<Name> & {
    /** Is told now and then how far the run has come, and at its end. What it throws stops the run. */
    readonly onProgress?: ((progress: Progress) => void) | undefined;
  },
): BacktestReport<Name> {
  return door('backtestPromises', () => {
    const { onProgress, ...given } = read(backtestSchema, options, 'options');
    const { run, report } = begin<Name>(orders, given);
    runThrough(run, onProgress);
    return report();
  });
}

/**
 * The same as {@link backtestPromises}, a step at a time, so that a page or a server stays responsive in between and may stop
 * when it likes. Each step lives through `stepOrders` of the parameters (500) and yields how far it has come; the report is
 * what the generator returns.
 *
 * @param orders past orders, in any order
 * @throws what {@link backtestPromises} throws: for options at once, for orders at the step that comes to them
 * @example
 * ```ts
 * import { byMonth } from 'overdeliver';
 * import { backtestSteps, quotesFromHistory } from 'overdeliver/backtest';
 *
 * const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
 * const orders = Array.from({ length: 700 }, (_, i) => ({ id: `o-${i}`, started: at(i), finished: at(i + 2 + (i % 3)) }));
 * const options = { unit: 'hours', keepRate: 0.9, by: byMonth('UTC'), policies: { rolling: quotesFromHistory() } } as const;
 *
 * const steps = backtestSteps(orders, options);
 * let step = steps.next();
 * step.value; // => { done: 500, of: 700 }
 * while (!step.done) step = steps.next(); // let others have a turn here: await new Promise((go) => setTimeout(go))
 * step.value.policies.rolling.kept.share; // => 1
 * ```
 */
export function backtestSteps<Name extends string>(
  orders: Iterable<BacktestOrder>,
  options: BacktestOptions<Name>,
): Generator<Progress, BacktestReport<Name>, void> {
  return door('backtestSteps', () => {
    const { run, report } = begin<Name>(orders, read(stepsSchema, options, 'options'));
    return stepsOf(run, report);
  });
}

function* stepsOf<Report>(run: Run, report: () => Report): Generator<Progress, Report, void> {
  while (!run.ended()) yield door('backtestSteps', run.step);
  return door('backtestSteps', report);
}

function begin<Name extends string>(
  orders: Iterable<BacktestOrder>,
  given: z.output<ReturnType<typeof stepsSchema>>,
): { readonly run: Run; readonly report: () => BacktestReport<Name> } {
  const { unit, keepRate, from, by, policies, seed = 1, confidence, parameters } = given;
  const names = Object.keys(policies) as Name[];
  const [first] = names;
  if (first === undefined) {
    refuse('options.policies', policies, 'one policy at least', 'missing');
  }
  const { against = first } = given;
  const place = names.indexOf(against as Name);
  if (place < 0) refuse('options.against', against, `one of ${names.join(', ')}`, 'unknown-name');
  const inTime = readOrders(orders, given.asOf, unitMs[unit]);
  if (from) checkUnit('options.from', from, inTime.asOf);
  const named = names.map((name) => ({
    name,
    path: `options.policies.${name}`,
    policy: (policies as BacktestOptions<Name>['policies'])[name],
    keepRate,
  }));
  const { stepOrders, draws, leastInPeriod } = parameters.numbers;
  const run = startRun(inTime, named, {
    unit,
    from,
    against: place,
    stepOrders: Math.round(stepOrders),
    periodOf: ({ order: { id, group }, start }) => {
      // A date of its own, which a function that sets the hour may change.
      const at = new Date(start);
      const key: unknown = by({ id, segment: group, at, due: at });
      if (typeof key === 'string') return key;
      const text = 'a function that returns text';
      return isPromise(key)
        ? refusePromise('options.by', key, text)
        : refuse('options.by', by, text);
    },
  });
  const report = () => {
    const { asOf } = inTime;
    checkCounted(run.scores, { unit, from, asOf });
    const rest = { confidence, seed, draws: Math.round(draws), leastInPeriod };
    return reportOf(names, run.scores, { unit, keepRate, from, asOf, against, ...rest });
  };
  return { run, report };
}

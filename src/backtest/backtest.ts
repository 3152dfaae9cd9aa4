import * as z from 'zod/mini';
import { unitMs } from '../core/time-units';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import type { BacktestOptions } from './backtest-options';
import { backtestShape, progressSchema } from './input';
import type { BacktestOrder } from './input-orders';
import { readOrders } from './input-time';
import type { Progress } from './progress';
import { type BacktestReport, reportOf } from './report';
import { checkCounted, type Run, startRun } from './run';

const stepsSchema = once(() => z.strictObject(backtestShape));
const backtestSchema = once(() => z.strictObject({ ...backtestShape, onProgress: progressSchema }));

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
    while (!run.ended()) {
      const progress = run.step();
      onProgress?.(progress);
    }
    return report();
  });
}

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
  const inTime = readOrders(orders, given.asOf?.getTime(), unitMs[unit]);
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
    periodOf: ({ order: { id, started, group } }) => {
      const key: unknown = by({ id, segment: group, at: started, due: started });
      return typeof key === 'string'
        ? key
        : refuse('options.by', by, 'a function that returns text');
    },
  });
  const report = () => {
    checkCounted(run.scores, from);
    const { asOf } = inTime;
    const rest = { confidence, seed, draws: Math.round(draws), leastInPeriod };
    return reportOf(names, run.scores, { unit, keepRate, from, asOf, against, ...rest });
  };
  return { run, report };
}

import * as z from 'zod/mini';
import { calibrateEstimates } from '../capability/estimates';
import { estimateWith } from '../capability/estimator/estimate-with';
import { fitEstimator } from '../capability/estimator/fit-estimator';
import { fitShape } from '../capability/estimator/input-options';
import { parametersSchema } from '../core/input';
import type { ParameterSet } from '../core/parameters';
import { dayMs } from '../core/time-units';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { functionOf } from '../input/schemas';
import { conformalRank } from '../numerics/conformal-rank';
import { type Known, numbersIn, varyingColumns } from './columns';
import { answerOf, daysSchema, policyOf } from './input';
import { backtestDefaults } from './parameters';
import type { PolicySetting, PromisePolicy, StartedOrder } from './policy';

/** On what, and how often, an estimator is fitted as time goes by; days are of 24 hours. */
export interface EstimatorPolicyOptions {
  /** It is fitted on orders that started in so many days before, above 0. */
  readonly days: number;
  /**
   * Not on those of the last so many days, at least 0 and below `days`: of the newest orders only quick ones have finished,
   * so let it be longer than nearly all orders take.
   */
  readonly lagDays: number;
  /** How often it is fitted anew: at the first order after so many days, above 0. */
  readonly everyDays: number;
  /** What it goes by; the order's features, and its group as a category, unless given. */
  readonly columns?: ((order: StartedOrder) => Known) | undefined;
  /** As `fitEstimator` has it. */
  readonly shrinkage?: number | undefined;
  /** As `fitEstimator` has it: the others calibrate the quotes. */
  readonly fitShare?: number | undefined;
  /** `backtestDefaults` unless given, of which `estimatorRows` is the least number of orders to fit on. */
  readonly parameters?: ParameterSet<keyof typeof backtestDefaults.parameters> | undefined;
}

const lagText = 'a number of days of at least 0';
const optionsSchema = once(() =>
  z.strictObject({
    days: daysSchema,
    lagDays: z.number(lagText).check(z.gte(0, lagText)),
    everyDays: daysSchema,
    columns: z.optional(functionOf<(order: StartedOrder) => Known>()),
    ...fitShape,
    parameters: parametersSchema(backtestDefaults),
  }),
);

/** What is known of an order. */
interface KnownOrder {
  readonly id: string;
  readonly row: Known;
}

/** An order that finished. */
interface Past extends KnownOrder {
  readonly started: number;
  readonly took: number;
}

type QuoteBy = (order: KnownOrder) => number;

/**
 * The policy of an estimator: now and then `fitEstimator` learns from finished orders what durations depend on, and
 * `calibrateEstimates` on the orders that were held out how far off it is. An order is promised what its estimate keeps with
 * the keep rate; as long as too few have finished (`estimatorRows`, 100) there is no promise.
 *
 * It goes by all columns of each order: where some lack a feature, `columns` says what to take for it, such as
 * `({ features }) => ({ kg: features?.kg ?? 2, weighed: features?.kg === undefined ? 'no' : 'yes' })`.
 *
 * @throws InvalidInputError for options that cannot be used. An order that lacks a number that others have, or a column of the
 *   model, and columns that `fitEstimator` refuses end the backtest with a PolicyFailedError.
 * @example
 * ```ts
 * import { backtestPromises, quotesFromEstimator } from 'overdeliver/backtest';
 * import { byWeek } from 'overdeliver';
 *
 * const at = (hour: number) => new Date(Date.UTC(2026, 2, 2) + hour * 3_600_000);
 * const orders = Array.from({ length: 400 }, (_, i) => {
 *   const km = 1 + (i % 7);
 *   return { id: `o-${i}`, started: at(i), finished: at(i + km), features: { km } };
 * });
 * const policy = quotesFromEstimator({ days: 10, lagDays: 1, everyDays: 1 });
 * const options = { unit: 'hours', keepRate: 0.9, by: byWeek('UTC') } as const;
 * const { policies } = backtestPromises(orders, { ...options, policies: { policy } });
 * policies.policy.withoutQuote; // => 144
 * ```
 */
export function quotesFromEstimator(options: EstimatorPolicyOptions): PromisePolicy {
  return door('quotesFromEstimator', () => {
    const given = read(optionsSchema, options, 'options');
    const { days, lagDays, everyDays } = given;
    const columns = given.columns
      ? answerOf('quotesFromEstimator', 'options.columns', given.columns)
      : columnsOf;
    if (lagDays >= days) {
      refuse('options.lagDays', lagDays, `a number of days below options.days, ${days}`);
    }
    const { estimatorRows } = given.parameters.numbers;
    return policyOf('quotesFromEstimator', (setting) => {
      let past: Past[] = [];
      let due = -Infinity;
      let quoteBy: QuoteBy | null = null;
      return {
        quote(order) {
          const now = order.started.getTime();
          if (now >= due) {
            due = now + everyDays * dayMs;
            past = past.filter(({ started }) => started > now - days * dayMs);
            const rows = past.filter(({ started }) => started <= now - lagDays * dayMs);
            quoteBy = rows.length < estimatorRows ? null : fittedOn(rows, setting, given);
          }
          return quoteBy === null ? null : quoteBy({ id: order.id, row: columns(order) });
        },
        end(order, { how, took }) {
          if (how !== 'finished' || took === 0) return;
          past.push({ id: order.id, started: order.started.getTime(), took, row: columns(order) });
        },
      };
    });
  });
}

const columnsOf = ({ features, group }: StartedOrder): Known => ({
  ...features,
  ...(group !== null && { group }),
});

/** Fits on rows in order of time; null where too few are held out for the keep rate, or no column says anything. */
function fittedOn(
  rows: readonly Past[],
  { unit, keepRate }: PolicySetting,
  { shrinkage, fitShare }: Pick<EstimatorPolicyOptions, 'shrinkage' | 'fitShare'>,
): QuoteBy | null {
  const inTime = [...rows].sort((a, b) => a.started - b.started);
  const known = inTime.map(({ row }) => row);
  const numbers = numbersIn(known);
  for (const order of inTime) checkHas(numbers, order);
  const columns = varyingColumns(known);
  const names = Object.keys(columns);
  if (names.length === 0) return null;
  const actuals = inTime.map(({ took }) => took);
  const { model, heldOut } = fitEstimator({ actuals, columns }, { unit, shrinkage, fitShare });
  const rank = conformalRank(heldOut.actuals.length, keepRate);
  if (rank === null) return null;
  const estimated = calibrateEstimates(heldOut, { unit });
  return (order) => {
    checkHas(names, order);
    const { ranks } = estimated(estimateWith(model, order.row));
    return ranks === null ? Number.NaN : ranks.byRank(rank);
  };
}

/** Refuses an order that lacks what others have, which no estimate goes without. */
function checkHas(names: Iterable<string>, { id, row }: KnownOrder): void {
  for (const name of names) {
    if (Object.hasOwn(row, name)) continue;
    const expected = `a value for order ${id}, as others have one: let options.columns say what to take for it`;
    door('quotesFromEstimator', () => refuse(`columns.${name}`, undefined, expected, 'missing'));
  }
}

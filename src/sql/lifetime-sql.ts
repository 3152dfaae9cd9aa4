import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { wholeFrom } from '../input/schemas';
import { bgNbdSchema, gammaGammaSchema, rateSchema } from '../lifetime/input';
import type { cdnowOrderValues, cdnowPurchases } from '../lifetime/published';
import { checkCountable } from './countable';
import { nameSchema, rowsShape } from './input';
import { lifetimeQuery } from './lifetime-plan';
import { greatestNumber } from './limits';
import type { PeriodEnd } from './purchase-terms';
import type { SqlQuery, SqlRows } from './query';

/** Customers in a table, by what they have bought. */
export interface LifetimeRows extends SqlRows {
  /** Columns of `PurchaseHistory`: repeat purchases, and times in the unit of the model. */
  readonly columns: { readonly frequency: string; readonly recency: string; readonly age: string };
  /** How many periods to look ahead, a whole number from 1 to 100. */
  readonly periods: number;
  /** How long one is, in the unit of age, above 0; 1 unless given. */
  readonly length?: number | undefined;
  /** What orders are worth; no values unless given. */
  readonly orders?:
    | {
        /** Such as `cdnowOrderValues`, or what `fitGammaGamma` found. */
        readonly model: typeof cdnowOrderValues;
        /** The column of the mean value of a customer's repeat purchases, which single buyers do not need. */
        readonly column: string;
        /** What is left of an order after its costs, as a share of its value, -1 to 1. */
        readonly marginRate: number;
        /** Per period, above -1 up to 1. */
        readonly discountRate: number;
      }
    | undefined;
}

const lengthText = 'a length above 0, up to 1e15';
const marginText = 'a share of the value from -1 to 1, such as .3 for 30%';
const optionsSchema = once(() =>
  z.strictObject({
    ...rowsShape,
    columns: z.strictObject({ frequency: nameSchema, recency: nameSchema, age: nameSchema }),
    periods: wholeFrom(1, 100, 'a whole number of periods'),
    length: z.optional(z.number().check(z.gte(1e-15, lengthText), z.lte(1e15, lengthText))),
    orders: z.optional(
      z.strictObject({
        model: gammaGammaSchema(),
        column: nameSchema,
        marginRate: z.number().check(z.gte(-1, marginText), z.lte(1, marginText)),
        discountRate: rateSchema,
      }),
    ),
  }),
);

/**
 * Tells what customers will still buy and are still worth where they lie: a SELECT that gives P(alive) and the purchases of
 * `forecastPurchases`, within 1e-12 of it, and with `orders` the value that `lifetimeValue` makes of them with
 * `expectedOrderValue`. Each pair of frequency and age that occurs is summed up once, so whole days are faster than
 * parts of them.
 *
 * ClickHouse has no recursive queries in the versions that are tested.
 *
 * @param model such as `cdnowPurchases`, or what `fitBgNbd` found
 * @param options where the customers lie, the names of their columns, and how far to look ahead, up to 1,000 times `alpha + age`;
 *   a row for which that is further has the status `out-of-range` without an `input`
 * @throws InvalidInputError `unknown-name` for ClickHouse and names that do not exist, `out-of-range` for options off their
 *   range and names that an engine could read otherwise, `ambiguous` for one that the answer has
 * @example
 * ```ts
 * import { cdnowPurchases } from 'overdeliver/lifetime';
 * import { lifetimeSql } from 'overdeliver/sql';
 *
 * const query = lifetimeSql(cdnowPurchases, {
 *   dialect: 'duckdb',
 *   from: 'customers',
 *   keep: ['id'],
 *   columns: { frequency: 'repeats', recency: 'last_week', age: 'weeks' },
 *   periods: 39,
 * });
 * query.columns.map(({ name }) => name); // => ['id', 'alive', 'purchases', 'status', 'input']
 * ```
 */
export function lifetimeSql(model: typeof cdnowPurchases, options: LifetimeRows): SqlQuery {
  return door('lifetimeSql', () => {
    const { values } = read(bgNbdSchema, model, 'model');
    const given = read(optionsSchema, options, 'options');
    const { columns, periods, length = 1, orders, ...where } = given;
    if (where.dialect === 'clickhouse') {
      const expected =
        'duckdb, postgres or sqlite, which have the recursive queries that this takes';
      refuse('options.dialect', where.dialect, expected, 'unknown-name');
    }
    for (const [i, value] of values.entries()) checkCountable(`model.parameters[${i}]`, value);
    return lifetimeQuery(where, {
      values: values as [number, number, number, number],
      columns,
      ends: periodEnds(periods, length, orders?.discountRate ?? 0),
      horizon: periods * length,
      orders: orders
        ? { ...orders, values: orders.model.values as [number, number, number] }
        : null,
    });
  });
}

/** The ends of periods: what is bought up to one counts for the period that ends there, and not for the next. */
function periodEnds(periods: number, length: number, discountRate: number): readonly PeriodEnd[] {
  return Array.from({ length: periods }, (_, i) => {
    const worth = (1 + discountRate) ** -(i + 1);
    const counted = i + 1 === periods ? worth : worth * (discountRate / (1 + discountRate));
    if (!(Math.abs(counted) < greatestNumber)) {
      const expected = 'a rate by which money of the last period is worth less than 1e50 now';
      refuse('options.orders.discountRate', discountRate, expected);
    }
    return { at: (i + 1) * length, counted };
  });
}

import { type SimilarNames, similarNames } from '../core/similar-names';
import { clockOf } from '../core/time-zone';
import { dayAt } from '../core/zone-clock';
import { checkFirst, checkUnit, type DateInput } from '../input/date';
import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { notEnough, refuse } from '../input/refusal';
import { dailyPurchases } from './daily-purchases';
import { type PurchaseRow, purchaseOptionsSchema, readPurchase } from './input-purchases';
import type { PurchaseWarning } from './notes';
import type { CustomerSpending, PurchaseHistory } from './rows';

/** What one customer bought, as the models of this module take it. */
export interface CustomerPurchases {
  /** The customer's id. */
  readonly customer: string;
  readonly history: PurchaseHistory;
  /** Of their repeat purchases; null where there are none, no values are known, or all was free. */
  readonly spending: CustomerSpending | null;
}

/** A log of purchases as the models of this module take it. */
export interface PurchaseHistories {
  /** In the order in which they first appear in the rows. */
  readonly customers: readonly CustomerPurchases[];
  /** The columns that `fitBgNbd` takes: everybody. */
  readonly histories: Readonly<Record<keyof PurchaseHistory, readonly number[]>>;
  /** The columns that `fitGammaGamma` takes: those who came back, and paid. */
  readonly spending: Readonly<Record<keyof CustomerSpending, readonly number[]>>;
  /** Rows that were added to another one of the same customer and day. */
  readonly merged: number;
  /** Rows that are not counted, since they lie after `asOf`. */
  readonly later: number;
  /** What to know before relying on them. */
  readonly warnings: readonly PurchaseWarning[];
}

/** How a log of purchases is read. */
export interface PurchaseHistoriesOptions {
  /** Until when it is complete, usually now: ages end here. */
  readonly asOf: DateInput;
  /** The unit of recency and age, and so of every horizon that the fitted model is asked about. */
  readonly unit: 'days' | 'weeks';
  /** The IANA time zone whose days purchases are counted by; UTC unless given. */
  readonly zone?: string | undefined;
}

/**
 * Turns a log of purchases into how often, how lately and for how much each customer bought: the columns that the fits of
 * this module take, and a row for each customer to predict from.
 *
 * Purchases of one day are one purchase, their values added up, so that a basket paid in two goes is no return; so is a
 * row that was exported twice, which nothing tells from a second basket: leave it out by the id of its order. Time is
 * counted in days of the zone's calendar: `recency` from the first day to the last, `age` from the first to that of
 * `asOf`. The mean value leaves the first purchase out, as the gamma-gamma model does (Fader & Hardie 2013, from whom
 * the form of these summaries comes).
 *
 * @param rows in any order; other columns are passed over
 * @throws InvalidInputError `missing`, `wrong-type` or `out-of-range` by row: an unreadable date, a value below 0, a value
 *   missing where other rows have one
 * @throws NotEnoughDataError where no purchase lies up to `asOf`
 * @example
 * ```ts
 * import { purchaseHistories } from 'overdeliver/lifetime';
 *
 * const log = [
 *   { customer: 'Ada', at: '2026-01-05T10:00:00Z', value: 31 },
 *   { customer: 'Bo', at: '2026-01-12T18:00:00Z', value: 18 },
 *   { customer: 'Ada', at: '2026-01-26T09:00:00Z', value: 20 },
 *   { customer: 'Ada', at: '2026-01-26T09:05:00Z', value: 7 },
 * ];
 * const { customers, histories } = purchaseHistories(log, { asOf: '2026-03-02T00:00:00Z', unit: 'weeks' });
 * customers[0]?.history; // => { frequency: 1, recency: 3, age: 8 }
 * customers[0]?.spending; // => { frequency: 1, value: 27 }
 * histories.age; // => [8, 7]
 * ```
 */
export function purchaseHistories(
  rows: readonly PurchaseRow[],
  options: PurchaseHistoriesOptions,
): PurchaseHistories {
  return door('purchaseHistories', () => {
    const {
      asOf,
      unit,
      zone = clockOf('', 'UTC'),
    } = read(purchaseOptionsSchema, options, 'options');
    let first = { at: Infinity, path: '', given: Infinity as DateInput };
    const all = listOf('rows', rows, 'an array of purchases').map((row, i) => {
      const at = `rows[${i}]`;
      return reading(at, row, () => {
        const purchase = readPurchase(at, row);
        const [path, given] = [`${at}.at`, row.at];
        checkUnit(path, given, asOf.getTime());
        if (purchase.at < first.at) first = { at: purchase.at, path, given };
        return purchase;
      });
    });
    checkFirst(first.path, first.given);
    if (all.length > 0) checkUnit('options.asOf', asOf, first.at);
    const values = all.some(({ value }) => value !== null);
    if (values) {
      const without = all.findIndex(({ value }) => value === null);
      const expected = 'a value, as other rows have one: give it on every row, or on none';
      if (without >= 0) refuse(`rows[${without}].value`, null, expected, 'missing');
    }
    const until = asOf.getTime();
    const known = all.filter(({ at }) => at <= until);
    if (known.length === 0) {
      notEnough('rows', { needed: 1, available: 0 }, `histories as of ${asOf.toISOString()}`);
    }
    const daily = dailyPurchases(known, (at) => dayAt(zone, at));
    const length = unit === 'weeks' ? 7 : 1;
    const today = dayAt(zone, until);
    const customers = daily.map(({ customer, count, first, last, repeatValue }) => {
      const frequency = count - 1;
      const recency = (last - first) / length;
      const history = { frequency, recency, age: (today - first) / length };
      const value = repeatValue / frequency;
      return { customer, history, spending: value > 0 ? { frequency, value } : null };
    });
    const histories = customers.map(({ history }) => history);
    const spending = customers.flatMap(({ spending }) => spending ?? []);
    const alike = similarNames(daily.map(({ customer }) => customer));
    const purchases = daily.reduce((sum, { count }) => sum + count, 0);
    return {
      customers,
      histories: {
        frequency: histories.map(({ frequency }) => frequency),
        recency: histories.map(({ recency }) => recency),
        age: histories.map(({ age }) => age),
      },
      spending: {
        frequency: spending.map(({ frequency }) => frequency),
        value: spending.map(({ value }) => value),
      },
      merged: known.length - purchases,
      later: all.length - known.length,
      warnings: alike ? [similarCustomers(alike)] : [],
    };
  });
}

const similarCustomers = ({ count, name, similar }: SimilarNames): PurchaseWarning => ({
  code: 'similar-customers',
  detail: { customers: count, customer: name, similar },
});

import { justAbove } from '../numerics/nearly';

/** What a customer has bought so far. Time in any one unit, that of the fitted model. */
export interface PurchaseHistory {
  /** Purchases after the first one, a whole number from 0. */
  readonly frequency: number;
  /** From the first purchase to the last one, up to the age; 0 for a single purchase. */
  readonly recency: number;
  /** From the first purchase to now, from 0. */
  readonly age: number;
}

/** What a customer has spent so far. */
export interface CustomerSpending {
  /** The purchases whose values were averaged, at least 1: the repeat purchases, where the first is left out. */
  readonly frequency: number;
  /** The mean value of a purchase, above 0, in the money of the fitted model. */
  readonly value: number;
}

/** Rows by column, all of one length. */
export type ColumnsOf<Row> = { readonly [Name in keyof Row]: ArrayLike<number> };

/** What a number of a row must be, which may depend on the others. */
export interface Rule<Row> {
  readonly at: keyof Row & string;
  readonly holds: (row: Row) => boolean;
  readonly expected: string | ((row: Row) => string);
}

/** The greatest time, count or amount of money taken, so that no sum or product of them overflows. */
export const greatest = 1e15;
/** The least money that is some, so that no share of one value in another overflows. */
export const least = 1e-15;

const isWithin = (value: number, from: number, to: number) =>
  typeof value === 'number' && value >= from && value <= to;
const isCount = (value: number, from: number) =>
  Number.isInteger(value) && value >= from && value <= greatest;

/** What numbers can be one customer's history. */
export const historyRules: readonly Rule<PurchaseHistory>[] = [
  {
    at: 'frequency',
    holds: ({ frequency }) => isCount(frequency, 0),
    expected: 'a whole number of repeat purchases, 0 or more, up to 1e15',
  },
  { at: 'age', holds: ({ age }) => isWithin(age, 0, greatest), expected: 'a time from 0 to 1e15' },
  {
    at: 'recency',
    holds: ({ recency, age }) => isWithin(recency, 0, justAbove(age)),
    expected: ({ age }) => `a time from 0 to the age of ${age}`,
  },
  {
    at: 'recency',
    holds: ({ frequency, recency }) => frequency > 0 || recency === 0,
    expected: '0, since the first purchase is also the last where frequency is 0',
  },
];

/** The same of histories to fit: a prediction may stand on one of the kind, but a few move every number of a model. */
export const fittedHistoryRules: readonly Rule<PurchaseHistory>[] = [
  ...historyRules,
  {
    at: 'recency',
    holds: ({ frequency, recency, age }) => frequency === 0 || recency > 0 || age === 0,
    expected: 'a time above 0, since a repeat purchase comes after the first',
  },
];

/** What numbers can be one customer's spending. */
export const spendingRules: readonly Rule<CustomerSpending>[] = [
  {
    at: 'frequency',
    holds: ({ frequency }) => isCount(frequency, 1),
    expected: 'a whole number of purchases, 1 or more, up to 1e15',
  },
  {
    at: 'value',
    holds: ({ value }) => isWithin(value, least, greatest),
    expected: 'a mean value above 0 (1e-15), up to 1e15',
  },
];

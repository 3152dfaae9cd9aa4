import { refuse } from '../input/refusal';
import { greatest } from './limits';

/** What a customer has bought so far. Time in any one unit, that of the fitted model. */
export interface PurchaseHistory {
  /** Purchases after the first one. */
  readonly frequency: number;
  /** From the first purchase to the last one; 0 for a single purchase. */
  readonly recency: number;
  /** From the first purchase to now. */
  readonly age: number;
}

/** Throws unless these numbers can be one customer's. */
export function checkHistory(
  pathOf: (name: string) => string,
  frequency: number,
  recency: number,
  age: number,
): void {
  if (!(Number.isInteger(frequency) && frequency >= 0 && frequency <= greatest)) {
    refuse(pathOf('frequency'), frequency, 'a whole number of repeat purchases, 0 or more');
  }
  if (!(typeof age === 'number' && age >= 0 && age <= greatest)) {
    refuse(pathOf('age'), age, 'a time from 0 to 1e15');
  }
  if (!(typeof recency === 'number' && recency >= 0 && recency <= age)) {
    refuse(pathOf('recency'), recency, `a time from 0 to the age of ${age}`);
  }
  if (frequency === 0 && recency > 0) {
    const expected = '0, since the first purchase is also the last where frequency is 0';
    refuse(pathOf('recency'), recency, expected);
  }
}

import { refuse } from '../input/refusal';
import { greatest } from './limits';

/** What a customer has spent so far. */
export interface CustomerSpending {
  /** The purchases whose values were averaged, at least 1: the repeat purchases, where the first is left out. */
  readonly frequency: number;
  /** The mean value of a purchase, above 0, in the money of the fitted model. */
  readonly value: number;
}

/** So that no share of one value in another overflows. */
const least = 1e-15;

/** Throws unless these numbers can be one customer's. */
export function checkSpending(
  pathOf: (name: string) => string,
  frequency: number,
  value: number,
): void {
  if (!(Number.isInteger(frequency) && frequency >= 1 && frequency <= greatest)) {
    refuse(pathOf('frequency'), frequency, 'a whole number of purchases, 1 or more');
  }
  if (!(typeof value === 'number' && value >= least && value <= greatest)) {
    refuse(pathOf('value'), value, 'a mean value above 0 (1e-15), up to 1e15');
  }
}

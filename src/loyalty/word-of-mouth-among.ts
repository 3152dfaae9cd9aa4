import { type Outcome, outcomes } from '../core/outcome';
import { door } from '../input/door';
import { listOf } from '../input/list-of';
import { read } from '../input/read';
import { reading } from '../input/reading';
import { refuse } from '../input/refusal';
import { rowReader } from '../input/rows';
import { parametersOptionSchema } from '../input/schemas';
import {
  type TalkingCustomer,
  told,
  type WordOfMouth,
  type WordOfMouthOptions,
  wordOfMouthModel,
} from './word-of-mouth';

/** Customers who are alike. */
export interface TalkingCustomers extends TalkingCustomer {
  /** How many they are, 0 to 1e15; need not be whole, so that chances or shares of customers will do. */
  readonly customers: number;
}

/** What all of them together tell. */
export interface WordOfMouthAmong extends WordOfMouth {
  readonly customers: number;
  /** How many hear good for each who hears bad; null when nobody hears bad. */
  readonly ratio: number | null;
  /** The chance that at least one hears bad, 0 to 1. */
  readonly anyNegative: number;
}

/**
 * Predicts what customers of different satisfaction tell in all, and how likely at least one bad recommendation is
 * among them (D23): `1 - exp(-negative)`, which takes each telling as independent of the others (Poisson). Where a
 * few customers do most of the telling it is less.
 *
 * @param groups one entry for each kind of customer, such as the answer categories of a survey
 * @throws InvalidInputError `out-of-range`, `missing`, `unknown-name` or `wrong-type`, with the group in the path
 * @example
 * ```ts
 * import { wordOfMouthAmong } from 'overdeliver/loyalty';
 *
 * const { positive, negative, anyNegative } = wordOfMouthAmong([
 *   { satisfaction: 90, outcome: 'exceeded', customers: 20 },
 *   { satisfaction: 75, outcome: 'met', customers: 75 },
 *   { satisfaction: 45, outcome: 'below', customers: 5 },
 * ]);
 * positive; // => 31.08
 * negative; // => 4.34
 * anyNegative; // => 0.987
 * ```
 */
export function wordOfMouthAmong(
  groups: readonly TalkingCustomers[],
  options: WordOfMouthOptions = {},
): WordOfMouthAmong {
  return door('wordOfMouthAmong', () => {
    read(parametersOptionSchema, options, 'options');
    const model = wordOfMouthModel(options.parameters);
    const list = listOf('groups', groups, 'an array of customers');
    const all = { positive: 0, negative: 0, customers: 0 };
    const checkRow = rowReader(['satisfaction', 'outcome', 'customers']);
    for (const [i, group] of list.entries()) {
      const alike = reading(`groups[${i}]`, group, () =>
        checkGroup(`groups[${i}]`, group, checkRow),
      );
      const each = told(alike, model);
      all.customers += alike.customers;
      all.positive += each.positive * alike.customers;
      all.negative += each.negative * alike.customers;
    }
    const { positive, negative } = all;
    const ratio = positive / negative;
    return {
      ...all,
      net: positive - negative,
      ratio: Number.isFinite(ratio) ? ratio : null,
      anyNegative: 0 - Math.expm1(-negative),
      model: model.model,
    };
  });
}

function checkGroup(
  path: string,
  group: unknown,
  checkRow: ReturnType<typeof rowReader>,
): TalkingCustomers {
  const given = Object(group) as Record<keyof TalkingCustomers, unknown>;
  checkRow(path, given);
  const numberFrom0 = (name: 'satisfaction' | 'customers', most: number, expected: string) => {
    const value = given[name];
    if (typeof value === 'number' && value >= 0 && value <= most) return value;
    return refuse(`${path}.${name}`, value, expected, value === undefined ? 'missing' : undefined);
  };
  const satisfaction = numberFrom0('satisfaction', 100, 'a level from 0 to 100');
  const customers = numberFrom0('customers', 1e15, 'a number of customers from 0 to 1e15');
  const outcome = given.outcome as Outcome;
  if (!outcomes.includes(outcome)) {
    const code = outcome === undefined ? 'missing' : 'unknown-name';
    refuse(`${path}.outcome`, outcome, `one of ${outcomes.join(', ')}`, code);
  }
  return { satisfaction, outcome, customers };
}

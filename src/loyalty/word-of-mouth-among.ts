import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { TalkingCustomers } from './customer';
import { talkingCustomersSchema, wordOfMouthSchema } from './input';
import { warningsOf } from './prediction';
import { told } from './told';
import type { WordOfMouth } from './word-of-mouth';
import type { wordOfMouthDefaults } from './word-of-mouth-model';

/** What all of them together tell. */
export interface WordOfMouthAmong extends WordOfMouth {
  /** How many they are. */
  readonly customers: number;
  /** How many hear good for each who hears bad; null when nobody hears bad. */
  readonly ratio: number | null;
  /** The chance that at least one hears bad, 0 to 1. */
  readonly anyNegative: number;
}

const optionsSchema = once(() => z.strictObject({ parameters: wordOfMouthSchema }));

/**
 * Predicts what customers of different satisfaction tell in all, and how likely at least one bad recommendation is
 * among them: `1 - exp(-negative)`, which takes each telling as independent of the others (Poisson). Where a
 * few customers do most of the telling it is less.
 *
 * @param groups one entry for each kind of customer, such as the answer categories of a survey
 * @param options `parameters`, the numbers by which it predicts; `wordOfMouthDefaults` unless given
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
  options: { readonly parameters?: typeof wordOfMouthDefaults | undefined } = {},
): WordOfMouthAmong {
  return door('wordOfMouthAmong', () => {
    const { set, numbers } = read(optionsSchema, options, 'options').parameters;
    const all = { positive: 0, negative: 0, customers: 0 };
    const alike = read(talkingCustomersSchema, groups, 'groups');
    for (const group of alike) {
      const each = told(group, numbers);
      all.customers += group.customers;
      all.positive += each.positive * group.customers;
      all.negative += each.negative * group.customers;
    }
    const { positive, negative } = all;
    const ratio = positive / negative;
    return {
      ...all,
      net: positive - negative,
      ratio: Number.isFinite(ratio) ? ratio : null,
      anyNegative: 0 - Math.expm1(-negative),
      model: { id: set.id, setting: set.setting },
      warnings: alike.flatMap(({ satisfaction }, i) =>
        warningsOf(set, { satisfaction }, (name) => `groups[${i}].${name}`),
      ),
    };
  });
}

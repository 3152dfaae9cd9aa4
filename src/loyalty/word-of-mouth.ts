import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import type { TalkingCustomer } from './customer';
import { talkingCustomerSchema, wordOfMouthSchema } from './input';
import { notesOf, type PredictionNotes } from './prediction';
import { told } from './told';
import type { wordOfMouthDefaults } from './word-of-mouth-model';

/** How many people are told, on average, after one experience. */
export interface WordOfMouth extends PredictionNotes {
  /** How many hear good of it. */
  readonly positive: number;
  /** How many hear bad of it. */
  readonly negative: number;
  /** Positive minus negative. */
  readonly net: number;
}

const optionsSchema = once(() => z.strictObject({ parameters: wordOfMouthSchema }));

/**
 * Predicts how many people a customer tells, for good or bad.
 *
 * A U over satisfaction s, steeper for the dissatisfied (Anderson 1998): nothing at `silentAt`, above it
 * `positive.most ((s - silentAt) / (100 - silentAt))^curve` for good, below it
 * `negative.most ((silentAt - s) / silentAt)^curve` for bad. Where silence lies depends on the outcome, and a met
 * expectation is told `toldWhenMet` times as often. Over the customers of an index survey good outnumbers bad 3 to 1
 * (East, Hammond & Wright 2007). The numbers are assumed, and count listeners, not what they do.
 *
 * @param options `parameters`, the numbers by which it predicts; `wordOfMouthDefaults` unless given
 * @throws InvalidInputError `out-of-range`, `missing`, `unknown-name` or `wrong-type`
 * @example
 * ```ts
 * import { predictWordOfMouth } from 'overdeliver';
 *
 * predictWordOfMouth({ satisfaction: 90, outcome: 'exceeded' }).positive; // => 1.299
 * predictWordOfMouth({ satisfaction: 70, outcome: 'met' }).net; // => 0
 * predictWordOfMouth({ satisfaction: 40, outcome: 'below' }).negative; // => 1.061
 * ```
 */
export function predictWordOfMouth(
  customer: TalkingCustomer,
  options: { readonly parameters?: typeof wordOfMouthDefaults | undefined } = {},
): WordOfMouth {
  return door('predictWordOfMouth', () => {
    const given = read(talkingCustomerSchema, customer);
    const { set, numbers } = read(optionsSchema, options, 'options').parameters;
    return {
      ...told(given, numbers),
      ...notesOf(set, { satisfaction: given.satisfaction }),
    };
  });
}

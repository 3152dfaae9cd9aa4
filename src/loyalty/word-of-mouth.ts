import * as z from 'zod/mini';
import { numbersOf } from '../core/numbers-of';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { levelSchema, parametersOptionSchema } from '../input/schemas';
import { outcomeSchema } from './customer-schemas';
import type { IntentionInput } from './intentions';
import { type WordOfMouthParameter, wordOfMouthDefaults } from './word-of-mouth-model';

/** A customer who may talk: how satisfied they are, 0 to 100, and what came of their expectation. */
export type TalkingCustomer = Pick<IntentionInput, 'satisfaction' | 'outcome'>;

/** How many people are told, on average, after one experience. */
export interface WordOfMouth {
  /** How many hear good of it. */
  readonly positive: number;
  /** How many hear bad of it. */
  readonly negative: number;
  /** Positive minus negative. */
  readonly net: number;
  /** The parameter set, and the setting it speaks of. */
  readonly model: { readonly id: string; readonly setting: string };
}

/** Which numbers predict. */
export interface WordOfMouthOptions {
  /** `wordOfMouthDefaults` unless given. */
  readonly parameters?: ParameterSet<WordOfMouthParameter> | undefined;
}

const customerSchema = z.strictObject({ satisfaction: levelSchema, outcome: outcomeSchema });

/**
 * Predicts how many people a customer tells, for good or bad (D21 to D23).
 *
 * A U over satisfaction s, steeper for the dissatisfied (Anderson 1998): nothing at `silentAt`, above it
 * `positive.most ((s - silentAt) / (100 - silentAt))^curve` for good, below it
 * `negative.most ((silentAt - s) / silentAt)^curve` for bad. Where silence lies depends on the outcome, and a met
 * expectation is told `toldWhenMet` times as often. Over the customers of an index survey good outnumbers bad 3 to 1
 * (East, Hammond & Wright 2007). The numbers are assumed, and count listeners, not what they do.
 *
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
  options: WordOfMouthOptions = {},
): WordOfMouth {
  return door('predictWordOfMouth', () => {
    const given = read(customerSchema, customer);
    read(parametersOptionSchema, options, 'options');
    return told(given, wordOfMouthModel(options.parameters));
  });
}

/** The numbers that a public function goes by, and the set they come from. */
export function wordOfMouthModel(
  set: ParameterSet<WordOfMouthParameter> | undefined,
  path?: string,
): WordOfMouthModel {
  const numbers = numbersOf(set, wordOfMouthDefaults, path);
  const { id, setting } = set ?? wordOfMouthDefaults;
  return { numbers, model: { id, setting } };
}

/** What a customer tells, without checks. */
export function told(
  { satisfaction, outcome }: TalkingCustomer,
  { numbers, model }: WordOfMouthModel,
): WordOfMouth {
  const silent = numbers[`silentAt.${outcome}`];
  const lead = satisfaction - silent;
  const most = lead > 0 ? numbers['positive.most'] : 0 - numbers['negative.most'];
  const extreme = lead > 0 ? lead / (100 - silent) : -lead / silent;
  const share = outcome === 'met' ? numbers.toldWhenMet : 1;
  // At curve 0 all tell alike, but at silence nobody.
  const net = lead === 0 ? 0 : most * extreme ** numbers.curve * share + 0;
  return { positive: Math.max(0, net), negative: Math.max(0, 0 - net), net, model };
}

interface WordOfMouthModel {
  readonly numbers: Readonly<Record<WordOfMouthParameter, number>>;
  readonly model: WordOfMouth['model'];
}

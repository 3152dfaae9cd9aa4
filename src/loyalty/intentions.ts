import * as z from 'zod/mini';
import { type DomainWarning, domainWarnings } from '../core/domain';
import type { Level } from '../core/level';
import { numbersOf } from '../core/numbers-of';
import type { Outcome } from '../core/outcome';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { schemaOf } from '../input/schema-of';
import { anySchema, levelSchema } from '../input/schemas';
import { logistic } from '../numerics/logistic';
import { outcomeSchema, stageSchema } from './customer-schemas';
import {
  type Intention,
  type IntentionParameter,
  type IntentionTerm,
  surveyIntentions,
} from './intention-model';

/** A customer after an experience. */
export interface IntentionInput {
  /** How satisfied they are, 0 to 100: the score of a prediction, or an answer turned into a level. */
  readonly satisfaction: Level;
  readonly outcome: Outcome;
  /** Their stage after the experience; someone who has never used has nothing to return to. */
  readonly stage: 'first-use' | 'long-term';
}

/**
 * What a customer intends, 0 (certainly not) to 1 (certainly): the expected answer to `would you buy again`,
 * `would you recommend us` and `would you complain to us`. Intentions as stated; deeds fall short of them.
 */
export interface IntentionPrediction {
  readonly repurchase: number;
  readonly recommend: number;
  /** To the company itself. */
  readonly complain: number;
  /** The model, and the setting it speaks of: is it yours? */
  readonly model: { readonly id: string; readonly setting: string };
  readonly warnings: readonly DomainWarning[];
}

/** A prediction with its reasons: for each intention, terms that add up to its log odds. */
export interface IntentionExplanation {
  readonly prediction: IntentionPrediction;
  readonly logOdds: Readonly<Record<Intention, number>>;
  readonly contributions: Readonly<
    Record<Intention, readonly { readonly term: IntentionTerm; readonly logOdds: number }[]>
  >;
}

/** Which model predicts. */
export interface IntentionOptions {
  /** `surveyIntentions` unless given. */
  readonly model?: ParameterSet<IntentionParameter> | undefined;
}

const optionsSchema = z.strictObject({ model: anySchema });

/** Validates an {@link IntentionInput}; compose it with zod or zod/mini. */
export const intentionInputSchema = schemaOf<IntentionInput>()(
  z.strictObject({
    satisfaction: levelSchema,
    outcome: outcomeSchema,
    stage: stageSchema,
  }),
);

/**
 * Predicts what a customer intends: how they would answer, from 0 to 1, whether they will buy again, recommend
 * and complain, by fractional logits of satisfaction, outcome and stage (D21 to D23).
 *
 * @throws InvalidInputError `out-of-range`, `missing` or `unknown-name` for a bad input
 * @example
 * ```ts
 * import { predictIntentions } from 'overdeliver';
 *
 * const regular = predictIntentions({ satisfaction: 80, outcome: 'met', stage: 'long-term' });
 * regular.repurchase; // => 0.838
 * regular.recommend; // => 0.847
 * regular.complain; // => 0.060
 * ```
 */
export function predictIntentions(
  input: IntentionInput,
  options: IntentionOptions = {},
): IntentionPrediction {
  return door('predictIntentions', () => {
    return explained(input, options).prediction;
  });
}

/**
 * Explains a prediction of {@link predictIntentions}: the same input, the same values, and what each term
 * adds to the log odds.
 *
 * @throws what {@link predictIntentions} throws
 * @example
 * ```ts
 * import { explainIntentions } from 'overdeliver/loyalty';
 *
 * const { contributions } = explainIntentions({
 *   satisfaction: 50,
 *   outcome: 'below',
 *   stage: 'first-use',
 * });
 * contributions.repurchase.map(({ term, logOdds }) => [term, logOdds]);
 * // => [['base', -2.336], ['satisfaction', 2.329], ['below', -0.5], ['exceeded', 0], ['longTerm', 0]]
 * ```
 */
export function explainIntentions(
  input: IntentionInput,
  options: IntentionOptions = {},
): IntentionExplanation {
  return door('explainIntentions', () => {
    return explained(input, options);
  });
}

function explained(input: IntentionInput, options: IntentionOptions): IntentionExplanation {
  const given = read(intentionInputSchema, input);
  read(optionsSchema, options, 'options');
  return explainedIntentions(given, options.model, 'options.model');
}

/** Predicts and explains on behalf of a public function that has checked the input. */
export function explainedIntentions(
  { satisfaction, outcome, stage }: IntentionInput,
  set: ParameterSet<IntentionParameter> | undefined,
  path: string,
): IntentionExplanation {
  const numbers = numbersOf(set, surveyIntentions, path);
  const model = set ?? surveyIntentions;
  const amounts: Readonly<Record<IntentionTerm, number>> = {
    base: 1,
    satisfaction: satisfaction / 100,
    below: outcome === 'below' ? 1 : 0,
    exceeded: outcome === 'exceeded' ? 1 : 0,
    longTerm: stage === 'long-term' ? 1 : 0,
  };
  const terms = Object.keys(amounts) as IntentionTerm[];
  const contribute = (intention: Intention) =>
    terms.map((term) => ({
      term,
      logOdds: amounts[term] === 0 ? 0 : numbers[`${intention}.${term}`] * amounts[term],
    }));
  const contributions = perIntention(contribute);
  const logOdds = perIntention((intention) =>
    contributions[intention].reduce((total, part) => total + part.logOdds, 0),
  );
  return {
    prediction: {
      ...perIntention((intention) => logistic(logOdds[intention])),
      model: { id: model.id, setting: model.setting },
      warnings: domainWarnings({ satisfaction }, model),
    },
    logOdds,
    contributions,
  };
}

function perIntention<Value>(of: (intention: Intention) => Value): Record<Intention, Value> {
  return { repurchase: of('repurchase'), recommend: of('recommend'), complain: of('complain') };
}

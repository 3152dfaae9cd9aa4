import * as z from 'zod/mini';
import type { NumbersRead } from '../core/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { logistic } from '../numerics/logistic';
import type { IntentionInput } from './customer';
import { intentionInputSchema, intentionModelSchema } from './input';
import type { Intention, surveyIntentions } from './intention-model';
import { notesOf, type PredictionNotes } from './prediction';

/**
 * What a customer intends, 0 (certainly not) to 1 (certainly): the expected answer to `would you buy again`,
 * `would you recommend us` and `would you complain to us`. Intentions as stated; deeds fall short of them.
 */
export interface IntentionPrediction extends PredictionNotes {
  /** The chance of saying that they will buy again, 0 to 1. */
  readonly repurchase: number;
  /** The chance of saying that they will recommend, 0 to 1. */
  readonly recommend: number;
  /** To the company itself. */
  readonly complain: number;
}

/** A prediction with its reasons: for each intention, terms that add up to its log odds. */
export interface IntentionExplanation {
  readonly prediction: IntentionPrediction;
  /** Each intention's log odds. */
  readonly logOdds: Readonly<Record<Intention, number>>;
  /** What adds up to each intention's log odds, by term. */
  readonly contributions: Readonly<
    Record<
      Intention,
      readonly {
        readonly term: 'base' | 'satisfaction' | 'below' | 'exceeded' | 'longTerm';
        readonly logOdds: number;
      }[]
    >
  >;
}

const optionsSchema = once(() => z.strictObject({ parameters: intentionModelSchema }));

/**
 * Predicts what a customer intends: how they would answer, from 0 to 1, whether they will buy again, recommend
 * and complain, by fractional logits of satisfaction, outcome and stage.
 *
 * @param options `parameters`, the numbers by which it predicts; `surveyIntentions` unless given
 * @throws InvalidInputError `out-of-range`, `missing` or `unknown-name` for a bad input
 * @example
 * ```ts
 * import { predictIntention } from 'overdeliver';
 *
 * const regular = predictIntention({ satisfaction: 80, outcome: 'met', stage: 'long-term' });
 * regular.repurchase; // => 0.838
 * regular.recommend; // => 0.847
 * regular.complain; // => 0.060
 * ```
 */
export function predictIntention(
  input: IntentionInput,
  options: { readonly parameters?: typeof surveyIntentions | undefined } = {},
): IntentionPrediction {
  return door('predictIntention', () => explained(input, options).prediction);
}

/**
 * Explains a prediction of {@link predictIntention}: the same input, the same values, and what each term
 * adds to the log odds.
 *
 * @param options which parameter set to use
 * @throws what {@link predictIntention} throws
 * @example
 * ```ts
 * import { explainIntention } from 'overdeliver/loyalty';
 *
 * const { contributions } = explainIntention({
 *   satisfaction: 50,
 *   outcome: 'below',
 *   stage: 'first-use',
 * });
 * contributions.repurchase.map(({ term, logOdds }) => [term, logOdds]);
 * // => [['base', -2.336], ['satisfaction', 2.329], ['below', -0.5], ['exceeded', 0], ['longTerm', 0]]
 * ```
 */
export function explainIntention(
  input: IntentionInput,
  options: { readonly parameters?: typeof surveyIntentions | undefined } = {},
): IntentionExplanation {
  return door('explainIntention', () => explained(input, options));
}

function explained(input: unknown, options: unknown): IntentionExplanation {
  const given = read(intentionInputSchema, input);
  return explainedIntention(given, read(optionsSchema, options, 'options').parameters);
}

/** The prediction of a customer and a model that were read, with its reasons. */
export function explainedIntention(
  { satisfaction, outcome, stage }: IntentionInput,
  { set, numbers }: NumbersRead<keyof typeof surveyIntentions.parameters>,
): IntentionExplanation {
  const amounts = [
    ['base', 1],
    ['satisfaction', satisfaction / 100],
    ['below', outcome === 'below' ? 1 : 0],
    ['exceeded', outcome === 'exceeded' ? 1 : 0],
    ['longTerm', stage === 'long-term' ? 1 : 0],
  ] as const;
  const contributions = perIntention((intention) =>
    amounts.map(([term, amount]) => ({
      term,
      logOdds: amount === 0 ? 0 : numbers[`${intention}.${term}`] * amount,
    })),
  );
  const logOdds = perIntention((intention) =>
    contributions[intention].reduce((total, part) => total + part.logOdds, 0),
  );
  return {
    prediction: {
      ...perIntention((intention) => logistic(logOdds[intention])),
      ...notesOf(set, { satisfaction }),
    },
    logOdds,
    contributions,
  };
}

/** The same of each intention. */
export function perIntention<Value>(of: (intention: Intention) => Value): Record<Intention, Value> {
  return { repurchase: of('repurchase'), recommend: of('recommend'), complain: of('complain') };
}

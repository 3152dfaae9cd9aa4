import * as z from 'zod/mini';
import type { Capability } from '../capability/capability';
import { readCapability } from '../capability/input';
import { parametersSchema } from '../core/input';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { from0to1Schema, positiveSchema, recordOf } from '../input/schemas';
import type { CompiledModel } from '../satisfaction/compile';
import { modelSchema } from '../satisfaction/input-model';
import type { SatisfactionModel } from '../satisfaction/model';
import { outcomeDefaults } from '../satisfaction/noticeable';
import type { IntentionInput } from './customer';
import { judgingOf } from './goodwill-model';
import { intentionModelSchema, stageSchema } from './input';
import type { surveyIntentions } from './intention-model';
import { type ReturnByUtility, returnByUtility, returnChance } from './return-chance';

/** What a customer is worth, and the models by which a promise wins or loses them. */
export interface GoodwillOptions {
  /**
   * What the further orders of a customer earn who returns for certain, above 0, in the currency of the revenue: such as the
   * value to come that `overdeliver/lifetime` predicts.
   */
  readonly value: number;
  /** The customer's stage after the experience, as for `predictIntention`. */
  readonly stage: IntentionInput['stage'];
  /**
   * The chance of buying again, 0 to 1, from which goodwill counts as lost; 1 unless given, so that all counts that falls
   * short of a certain return. With the chance of customers who are told nothing, a promise kept may gain goodwill.
   */
  readonly baseline?: number | undefined;
  /**
   * The model of satisfaction: `marketplaceSatisfaction` for days, `surveySatisfaction` for levels, `mixedSatisfaction` for
   * all else, unless given.
   */
  readonly satisfaction?: SatisfactionModel | undefined;
  /** The dimension of that model which the promise is about; the one of its kind, such as `time`, unless given. */
  readonly dimension?: string | undefined;
  /** What else the model knows of an order, by name. */
  readonly covariates?: Readonly<Record<string, number>> | undefined;
  /** The model of intentions; `surveyIntentions` unless given. */
  readonly intentions?: typeof surveyIntentions | undefined;
  /** The differences that are noticed; `outcomeDefaults` unless given. */
  readonly parameters?: typeof outcomeDefaults | undefined;
}

const optionsSchema = once(() =>
  z.strictObject({
    value: positiveSchema(),
    stage: stageSchema,
    baseline: z.optional(from0to1Schema('a chance from 0 to 1')),
    satisfaction: z.optional(modelSchema),
    dimension: z.optional(z.string()),
    covariates: z.optional(recordOf(z.number())),
    intentions: intentionModelSchema,
    parameters: parametersSchema(outcomeDefaults),
  }),
);

/**
 * Makes the goodwill of `planByBalance` of the models of satisfaction and loyalty: what an order is expected to lose at a
 * quote, `value (baseline - E r)`, where r is the chance of buying again that `predictIntention` gives for the score that
 * `predictSatisfaction` gives. It is the mean over 1,000 cases that may happen, each with its own score and outcome: r of
 * the mean score and the likeliest outcome would jump where another outcome becomes the likeliest, and the best promise
 * would lie at that jump.
 *
 * A capability of times (`minutes`, `hours`, `days`, their open and business kinds) is judged as a time, one of levels as a
 * level, and one in any other unit as a cost. Models in percent of the promise take any unit; others only their own. It is
 * fast: what may happen is drawn once for each capability, and chances are looked up, right to 1e-8.
 *
 * @returns a function from a quote and a capability to the goodwill lost, below 0 where some is gained
 * @throws InvalidInputError `out-of-range` for a value that is not above 0 or a baseline that is no chance; `missing`,
 *   `wrong-type` or `unknown-name` for bad options; from the function, `unit-mismatch` for a capability that the model does
 *   not speak of, `ambiguous` for a model of several dimensions alike, `out-of-range` for a quote that cannot be judged
 * @example
 * ```ts
 * import { capabilityFromFamily, gamma } from 'overdeliver/capability';
 * import { planByBalance } from 'overdeliver';
 * import { goodwillByLoyalty } from 'overdeliver/loyalty';
 *
 * const kitchen = capabilityFromFamily(gamma, { mean: 45, sd: 20 }, { unit: 'minutes' });
 * const plan = planByBalance(kitchen, {
 *   attraction: (minutes) => Math.exp(-0.01 * minutes),
 *   revenue: 20,
 *   goodwillLost: goodwillByLoyalty({ value: 40, stage: 'long-term' }),
 * });
 * plan.promise; // => 60.98
 * plan.chance.estimate; // => 0.81
 * plan.at.goodwillLost; // => 7.14
 * ```
 */
export function goodwillByLoyalty(
  options: GoodwillOptions,
): (quote: number, capability: Capability) => number {
  return door('goodwillByLoyalty', () => {
    const given = read(optionsSchema, options, 'options');
    const { value, baseline = 1, stage, intentions, parameters } = given;
    const byModel = new Map<CompiledModel, ReturnByUtility>();
    const chanceOf = (capability: Capability) => {
      const judging = judgingOf(readCapability('capability', capability), given);
      const { compiled } = judging;
      const known = byModel.get(compiled) ?? returnByUtility(compiled, intentions.numbers, stage);
      byModel.set(compiled, known);
      return returnChance(judging, known, parameters.numbers);
    };
    // Of the capability that was asked about last: a balance asks about one, hundreds of times.
    let last: { readonly of: Capability; readonly chance: (quote: number) => number } | undefined;
    return (quote, capability) =>
      door('goodwillByLoyalty', () => {
        if (!last || last.of !== capability)
          last = { of: capability, chance: chanceOf(capability) };
        // By hand, since a balance asks hundreds of times.
        if (!Number.isFinite(quote)) refuse('quote', quote, 'a finite number');
        return value * (baseline - last.chance(quote));
      });
  });
}

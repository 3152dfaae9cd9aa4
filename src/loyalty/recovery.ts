import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { compare } from '../numerics/nearly';
import type { FailureRecovered, IntentionInput } from './customer';
import { failureSchema, intentionInputSchema, intentionModelSchema, recoverySchema } from './input';
import { explainedIntention, type IntentionPrediction } from './intention';
import type { surveyIntentions } from './intention-model';
import { notesOf, type PredictionNotes, warningsOf } from './prediction';
import { recoveryAmounts } from './recovery-amounts';
import type { recoveryDefaults } from './recovery-model';

/** Which models predict, and whether the paradox is allowed. */
export interface RecoveryPredictionOptions {
  /** `recoveryDefaults` unless given. */
  readonly parameters?: typeof recoveryDefaults | undefined;
  /** The model of intentions; `surveyIntentions` unless given. */
  readonly intentions?: typeof surveyIntentions | undefined;
  /** Whether a recovery may lift intentions above their level before the failure; not, unless given. */
  readonly paradox?: boolean | undefined;
}

/** What a recovery wins back. */
export interface RecoveryPrediction extends PredictionNotes {
  /** Satisfaction before the failure, after it, and after the recovery, 0 to 100 each. */
  readonly satisfaction: Readonly<Record<'before' | 'failed' | 'recovered', Level>>;
  /** What each part adds to the satisfaction after the failure, in points; `bounds` keeps it on the scale. */
  readonly contributions: readonly {
    readonly term: keyof typeof recoveryDefaults.parameters | 'bounds';
    readonly points: number;
  }[];
  /** The share of what was lost that is regained; above 1 when more, below 0 when worse; null where nothing was lost. */
  readonly regained: number | null;
  /** What they intend, 0 to 1. */
  readonly intentions: Readonly<
    Record<'before' | 'failed' | 'recovered', Pick<IntentionPrediction, 'repurchase' | 'recommend'>>
  >;
  /** The intentions that were held at their level before the failure. */
  readonly capped: readonly ('repurchase' | 'recommend')[];
  /** The model of intentions. */
  readonly intentionModel: IntentionPrediction['model'];
}

const optionsSchema = z.strictObject({
  parameters: recoverySchema,
  intentions: intentionModelSchema,
  paradox: z.optional(z.boolean()),
});

/**
 * Predicts what a recovery wins back after a failure: satisfaction by what was done, and intentions that do not rise
 * above their level before the failure.
 *
 * Each kind of justice regains its share of the satisfaction lost, most by what the customer gets, then by how they
 * are treated, then by the procedure (Orsingher, Valentini & de Angelis 2010, of satisfaction with the recovery; of
 * satisfaction overall Gelbrich & Roschk 2011 find treatment slightly ahead). An apology adds less than compensation,
 * and each further one takes away (Halperin
 * et al. 2022). A recovered customer counts as disappointed so far as the loss is not regained, `1 - regained`.
 * Satisfaction may end above where it began; repurchase and recommendation were not found to (de Matos, Henrique &
 * Rossi 2007) and are capped, unless `paradox` says otherwise.
 *
 * @param customer the customer before the failure
 * @param recovery what was done, 0 to 100 each: a compensation in percent of what the failure cost them. `planRecovery` speaks of its
 *   `worth` in money
 * @throws InvalidInputError `out-of-range` for a level off its scale or a satisfaction after the failure above the one
 *   before it, `wrong-type` for a fraction of an apology; `missing` or `unknown-name`
 * @example
 * ```ts
 * import { predictRecovery } from 'overdeliver';
 *
 * const { satisfaction, intentions, contributions } = predictRecovery(
 *   { satisfaction: 80, outcome: 'met', stage: 'long-term' },
 *   { failed: 40, distributive: 80, interactional: 60, procedural: 50, apologies: 1 },
 * );
 * satisfaction; // => { before: 80, failed: 40, recovered: 71.4 }
 * contributions[0]; // => { term: 'distributive', points: 16 }
 * intentions.failed.repurchase; // => 0.327
 * intentions.recovered.repurchase; // => 0.754
 * ```
 */
export function predictRecovery(
  customer: IntentionInput,
  recovery: FailureRecovered,
  options: RecoveryPredictionOptions = {},
): RecoveryPrediction {
  return door('predictRecovery', () => {
    const was = read(intentionInputSchema, customer, 'customer');
    const given = read(failureSchema, recovery, 'recovery');
    const known = read(optionsSchema, options, 'options');
    if (compare(given.failed, was.satisfaction, 100) > 0) {
      const expected = `a level up to ${was.satisfaction}, as before the failure`;
      refuse('recovery.failed', given.failed, expected);
    }
    return recovered(was, given, known);
  });
}

const both = ['repurchase', 'recommend'] as const;

function recovered(
  customer: IntentionInput,
  { failed, ...done }: FailureRecovered,
  { parameters, intentions, paradox = false }: z.output<typeof optionsSchema>,
): RecoveryPrediction {
  const { distributive = 0, interactional = 0, procedural = 0, apologies = 0 } = done;
  const amounts = recoveryAmounts(done);
  const before = customer.satisfaction;
  const lost = before - failed;
  const { numbers } = parameters;
  const regained = amounts.reduce((sum, [term, amount]) => sum + numbers[term] * amount, 0);
  const unbounded = failed + regained * lost;
  const satisfaction = { before, failed, recovered: Math.min(100, Math.max(0, unbounded)) };
  const at = (when: keyof typeof satisfaction, outcome = customer.outcome) =>
    explainedIntention({ ...customer, satisfaction: satisfaction[when], outcome }, intentions)
      .prediction;
  const [was, then] = [at('before'), at('failed', 'below')];
  const [settled, unsettled] = [at('recovered'), at('recovered', 'below')];
  const share = Math.min(1, Math.max(0, regained));
  const free = (intention: (typeof both)[number]) =>
    share * settled[intention] + (1 - share) * unsettled[intention];
  const capped = paradox
    ? []
    : both.filter((intention) => compare(free(intention), was[intention], 100) > 0);
  const end = (intention: (typeof both)[number]) =>
    capped.includes(intention) ? was[intention] : free(intention);
  const of = ({
    repurchase,
    recommend,
  }: Pick<IntentionPrediction, 'repurchase' | 'recommend'>) => ({ repurchase, recommend });
  const { model, warnings } = notesOf(
    parameters.set,
    { distributive, interactional, procedural, apologies },
    (name) => `recovery.${name}`,
  );
  return {
    satisfaction,
    contributions: [
      ...amounts.map(([term, amount]) => ({ term, points: numbers[term] * amount * lost + 0 })),
      { term: 'bounds', points: satisfaction.recovered - unbounded },
    ],
    regained: lost > 0 ? regained : null,
    intentions: {
      before: of(was),
      failed: of(then),
      recovered: { repurchase: end('repurchase'), recommend: end('recommend') },
    },
    capped,
    model,
    intentionModel: was.model,
    warnings: [
      ...warnings,
      ...Object.entries(satisfaction).flatMap(([when, level]) =>
        warningsOf(intentions.set, { satisfaction: level }, (name) => `${name}.${when}`),
      ),
    ],
  };
}

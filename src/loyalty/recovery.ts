import * as z from 'zod/mini';
import type { DomainWarning } from '../core/domain';
import type { Level } from '../core/level';
import { numbersOf } from '../core/numbers-of';
import type { ParameterSet } from '../core/parameters';
import { door } from '../input/door';
import { read } from '../input/read';
import { refuse } from '../input/refusal';
import { anySchema, levelSchema } from '../input/schemas';
import { compare } from '../numerics/nearly';
import type { IntentionParameter } from './intention-model';
import {
  explainedIntentions,
  type IntentionInput,
  type IntentionPrediction,
  intentionInputSchema,
} from './intentions';
import { type RecoveryParameter, recoveryDefaults } from './recovery-model';

/** A failure and what was done about it, as the customer sees it. */
export interface FailureRecovered {
  /** Their satisfaction after the failure, 0 up to what it was before. */
  readonly failed: Level;
  /** How fair what they got is: refund, replacement, compensation. 0 (nothing) to 100; 0 unless given. */
  readonly distributive?: Level | undefined;
  /** How fairly they were treated: heard, told the truth, respected. 0 unless given. */
  readonly interactional?: Level | undefined;
  /** How fair the way there was: quick, easy, flexible. 0 unless given. */
  readonly procedural?: Level | undefined;
  /** How often somebody apologised; 0 unless given. */
  readonly apologies?: number | undefined;
}

/** Which models predict, and whether the paradox is allowed. */
export interface RecoveryPredictionOptions {
  /** `recoveryDefaults` unless given. */
  readonly parameters?: ParameterSet<RecoveryParameter> | undefined;
  /** The model of intentions; `surveyIntentions` unless given. */
  readonly intentions?: ParameterSet<IntentionParameter> | undefined;
  /** Whether a recovery may lift intentions above their level before the failure; not, unless given. */
  readonly paradox?: boolean | undefined;
}

/** A value before the failure, after it, and after the recovery. */
export interface ThroughRecovery<Value> {
  readonly before: Value;
  readonly failed: Value;
  readonly recovered: Value;
}

/** What a recovery wins back. */
export interface RecoveryPrediction {
  readonly satisfaction: ThroughRecovery<Level>;
  /** What each part adds to the satisfaction after the failure, in points; `bounds` keeps it on the scale. */
  readonly contributions: readonly {
    readonly term: RecoveryParameter | 'bounds';
    readonly points: number;
  }[];
  /** The share of what was lost that is regained; above 1 when more, below 0 when worse; null where nothing was lost. */
  readonly regained: number | null;
  /** What they intend, 0 to 1. */
  readonly intentions: ThroughRecovery<Pick<IntentionPrediction, 'repurchase' | 'recommend'>>;
  /** The intentions that were held at their level before the failure. */
  readonly capped: readonly ('repurchase' | 'recommend')[];
  /** The parameter set, and the setting it speaks of. */
  readonly model: { readonly id: string; readonly setting: string };
  /** The model of intentions. */
  readonly intentionModel: IntentionPrediction['model'];
  readonly warnings: readonly DomainWarning[];
}

const recoverySchema = z.strictObject({
  failed: levelSchema,
  distributive: z.optional(levelSchema),
  interactional: z.optional(levelSchema),
  procedural: z.optional(levelSchema),
  apologies: z.optional(z.int().check(z.gte(0, 'a whole number of apologies, 0 or more'))),
});
const optionsSchema = z.strictObject({
  parameters: anySchema,
  intentions: anySchema,
  paradox: z.optional(z.boolean()),
});

/**
 * Predicts what a recovery wins back after a failure: satisfaction by what was done, and intentions that do not rise
 * above their level before the failure (D37).
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
    const { satisfaction: before, ...rest } = read(intentionInputSchema, customer, 'customer');
    const given = read(recoverySchema, recovery, 'recovery');
    read(optionsSchema, options, 'options');
    const { parameters, intentions, paradox = false } = options;
    const { failed, apologies = 0 } = given;
    if (compare(failed, before, 100) > 0) {
      refuse('recovery.failed', failed, `a level up to ${before}, as before the failure`);
    }
    const numbers = numbersOf(parameters, recoveryDefaults);
    const { id, setting } = parameters ?? recoveryDefaults;
    const done: Readonly<Record<RecoveryParameter, number>> = {
      distributive: (given.distributive ?? 0) / 100,
      interactional: (given.interactional ?? 0) / 100,
      procedural: (given.procedural ?? 0) / 100,
      apology: Math.min(1, apologies),
      apologyRepeated: 0 - Math.max(0, apologies - 1),
    };
    const terms = Object.keys(done) as RecoveryParameter[];
    const lost = before - failed;
    const regained = terms.reduce((sum, term) => sum + numbers[term] * done[term], 0);
    const unbounded = failed + regained * lost;
    const recovered = Math.min(100, Math.max(0, unbounded));
    const at = (satisfaction: Level, outcome: IntentionInput['outcome']) =>
      explainedIntentions({ ...rest, satisfaction, outcome }, intentions, 'options.intentions')
        .prediction;
    const [was, then] = [at(before, rest.outcome), at(failed, 'below')];
    const [settled, unsettled] = [at(recovered, rest.outcome), at(recovered, 'below')];
    const share = Math.min(1, Math.max(0, regained));
    const both = ['repurchase', 'recommend'] as const;
    const free = (intention: (typeof both)[number]) =>
      share * settled[intention] + (1 - share) * unsettled[intention];
    const capped = paradox
      ? []
      : both.filter((intention) => compare(free(intention), was[intention], 100) > 0);
    const end = (intention: (typeof both)[number]) =>
      capped.includes(intention) ? was[intention] : free(intention);
    const of = ({ repurchase, recommend }: IntentionPrediction) => ({ repurchase, recommend });
    return {
      satisfaction: { before, failed, recovered },
      contributions: [
        ...terms.map((term) => ({ term, points: numbers[term] * done[term] * lost + 0 })),
        { term: 'bounds', points: recovered - unbounded },
      ],
      regained: lost > 0 ? regained : null,
      intentions: {
        before: of(was),
        failed: of(then),
        recovered: { repurchase: end('repurchase'), recommend: end('recommend') },
      },
      capped,
      model: { id, setting },
      intentionModel: was.model,
      warnings: Object.entries({ before: was, failed: then, recovered: settled }).flatMap(
        ([when, { warnings }]) =>
          warnings.map((warning) => ({ ...warning, path: `satisfaction.${when}` })),
      ),
    };
  });
}

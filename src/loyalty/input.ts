import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import { outcomes } from '../core/outcome';
import { stageNames } from '../expectation/stages';
import { listOf } from '../input/list-of';
import { once } from '../input/once';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuse, refuseNumber } from '../input/refusal';
import { rowReader } from '../input/rows';
import { schemaOf } from '../input/schema-of';
import { levelSchema, numbersText, typedColumn } from '../input/schemas';
import type { IntentionColumns, IntentionInput, TalkingCustomers } from './customer';
import { surveyIntentions } from './intention-model';
import { recoveryDefaults } from './recovery-model';
import { switchingDefaults } from './switching-model';
import { wordOfMouthDefaults } from './word-of-mouth-model';

export const intentionModelSchema = parametersSchema(surveyIntentions);
export const switchingSchema = parametersSchema(switchingDefaults);
export const wordOfMouthSchema = parametersSchema(wordOfMouthDefaults);
export const recoverySchema = parametersSchema(recoveryDefaults);

const intentionStages = ['first-use', 'long-term'] as const;
const outcomeSchema = z.enum(outcomes);
export const stageSchema = z.enum(intentionStages);

/** Validates an {@link IntentionInput}; compose it with zod or zod/mini. */
export const intentionInputSchema = schemaOf<IntentionInput>()(
  z.strictObject({ satisfaction: levelSchema, outcome: outcomeSchema, stage: stageSchema }),
);

/** What each kind of customer, an offer and a failure hold; rows to learn from hold the same. */
export const talkingShape = { satisfaction: levelSchema, outcome: outcomeSchema };
export const intentionShape = { ...talkingShape, stage: stageSchema };
export const courtedShape = { expected: levelSchema, outcome: outcomeSchema, stage: stageSchema };

const credibility = 'a credibility from 0 to 1';
export const offerShape = once(() => ({
  promised: levelSchema,
  credibility: z.number().check(z.gte(0, credibility), z.lte(1, credibility)),
  market: levelSchema,
}));

// Its type is named, since the oldest zod that is supported has no name for a whole number's.
const apologiesSchema: z.ZodMiniNumber<number> = z
  .int()
  .check(z.gte(0, 'a whole number of apologies, 0 or more'));

export const failureShape = once(() => ({
  failed: levelSchema,
  distributive: z.optional(levelSchema),
  interactional: z.optional(levelSchema),
  procedural: z.optional(levelSchema),
  apologies: z.optional(apologiesSchema),
}));

export const talkingCustomerSchema = once(() => z.strictObject(talkingShape));
export const courtedCustomerSchema = once(() => z.strictObject(courtedShape));
export const offerSchema = once(() => z.strictObject(offerShape()));
export const failureSchema = once(() => z.strictObject(failureShape()));

/** Columns of customers, outcomes and stages as places in their lists. */
export interface ColumnsRead {
  readonly satisfaction: Float64Array;
  readonly outcome: Uint8Array;
  readonly stage: Uint8Array;
}

/** One name for all rows, or the place of each row's. */
function places<Name extends string>(
  path: string,
  given: Name | Uint8Array,
  names: readonly Name[],
  rows: number,
): Uint8Array {
  if (typeof given === 'string') return new Uint8Array(rows).fill(names.indexOf(given));
  if (given.length === rows) return given;
  return refuse(path, given.length, `${rows} rows, as satisfaction has`, 'length-mismatch');
}

function nameOrPlaces<const Name extends string>(names: readonly Name[], places: string) {
  const expected = `one of ${names.join(', ')} for all rows, or a Uint8Array of ${places}`;
  return z.union([z.enum(names, expected), typedColumn<Uint8Array>(Uint8Array, expected)]);
}

export const intentionColumnsSchema = once(() =>
  z.pipe(
    z.strictObject({
      satisfaction: typedColumn<Float64Array>(Float64Array, numbersText),
      outcome: nameOrPlaces(outcomes, '0 (below), 1 (met) and 2 (exceeded)'),
      stage: nameOrPlaces(intentionStages, '1 (first-use) and 2 (long-term)'),
    }),
    readWith((columns: IntentionColumns): ColumnsRead => {
      const { satisfaction } = columns;
      const rows = satisfaction.length;
      const outcome = places('outcome', columns.outcome, outcomes, rows);
      const stage = places('stage', columns.stage, stageNames, rows);
      for (let row = 0; row < rows; row++) {
        const s = satisfaction[row] as number;
        const judged = outcome[row] as number;
        const at = stage[row] as number;
        if (s < 0 || s > 100) refuse(`satisfaction[${row}]`, s, 'a level from 0 to 100, or NaN');
        if (judged > 2) {
          refuse(`outcome[${row}]`, judged, '0 (below), 1 (met) or 2 (exceeded)', 'unknown-name');
        }
        if (at < 1 || at > 2) {
          refuse(`stage[${row}]`, at, '1 (first-use) or 2 (long-term)', 'unknown-name');
        }
      }
      return { satisfaction, outcome, stage };
    }),
  ),
);

/** Groups of customers, read by hand since they may be many. */
export const talkingCustomersSchema = once(() =>
  readWith((given: readonly TalkingCustomers[]): readonly TalkingCustomers[] => {
    const checkRow = rowReader(['satisfaction', 'outcome', 'customers']);
    return listOf('', given, 'an array of customers').map((group, i) =>
      reading(`[${i}]`, group, () => {
        checkRow(`[${i}]`, Object(group));
        return groupOf(`[${i}]`, Object(group));
      }),
    );
  }),
);

function groupOf(
  path: string,
  given: Readonly<Record<keyof TalkingCustomers, unknown>>,
): TalkingCustomers {
  const numberFrom0 = (name: 'satisfaction' | 'customers', most: number, expected: string) => {
    const value = given[name];
    if (typeof value === 'number' && value >= 0 && value <= most) return value;
    return refuseNumber(`${path}.${name}`, value, expected);
  };
  const satisfaction = numberFrom0('satisfaction', 100, 'a level from 0 to 100');
  // Up to where whole numbers are exact.
  const customers = numberFrom0('customers', 1e15, 'a number of customers from 0 to 1e15');
  const outcome = outcomes.find((name) => name === given.outcome);
  if (outcome !== undefined) return { satisfaction, outcome, customers };
  const code = given.outcome === undefined ? 'missing' : 'unknown-name';
  return refuse(`${path}.outcome`, given.outcome, `one of ${outcomes.join(', ')}`, code);
}

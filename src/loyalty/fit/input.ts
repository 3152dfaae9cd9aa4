import * as z from 'zod/mini';
import { fitNames, foldsOption, seedOption } from '../../input/fit-options';
import { once } from '../../input/once';
import { listSchema, rowOf } from '../../input/rows';
import { schemaOf } from '../../input/schema-of';
import { confidenceSchema, from0to1Schema, levelSchema } from '../../input/schemas';
import { compare } from '../../numerics/nearly';
import { courtedShape, failureShape, intentionShape, offerShape, talkingShape } from '../input';
import type { IntentionFitRow, RecoveryFitRow, SwitchingFitRow, WordOfMouthFitRow } from './rows';

const customer = z.optional(z.union([z.string(), z.number()], 'a name or a number'));

const shareText = 'an answer from 0 (no) to 1 (yes), or null where they were not asked';
const answer = z.optional(z.nullable(from0to1Schema(shareText)));
const intentionText =
  "a row as { satisfaction: 80, outcome: 'met', stage: 'long-term', repurchase: 1 }";

/** Validates an {@link IntentionFitRow}; other columns pass, unless their name is near one of these. */
export const intentionFitRowSchema = schemaOf<IntentionFitRow>()(
  rowOf(
    { ...intentionShape, repurchase: answer, recommend: answer, complain: answer, customer },
    intentionText,
  ),
);

const switchingText =
  "a row as { expected: 70, outcome: 'met', stage: 'long-term', promised: 90, credibility: 0.8, market: 65, left: false }";

/** Validates a {@link SwitchingFitRow}; other columns pass, unless their name is near one of these. */
export const switchingFitRowSchema = schemaOf<SwitchingFitRow>()(
  rowOf(
    { ...courtedShape, ...offerShape(), left: z.boolean('true or false'), customer },
    switchingText,
  ),
);

const peopleText = 'a number of people from 0 to 1000';
const people = z.number(peopleText).check(z.gte(0, peopleText), z.lte(1000, peopleText));
const wordText = "a row as { satisfaction: 80, outcome: 'exceeded', positive: 2, negative: 0 }";

/** Validates a {@link WordOfMouthFitRow}; other columns pass, unless their name is near one of these. */
export const wordOfMouthFitRowSchema = schemaOf<WordOfMouthFitRow>()(
  rowOf({ ...talkingShape, positive: people, negative: people, customer }, wordText),
);

const recoveryText =
  'a row as { before: 80, failed: 40, distributive: 80, apologies: 1, recovered: 70 }';
const fallText = 'a level up to that before the failure';

/** Validates a {@link RecoveryFitRow}; other columns pass, unless their name is near one of these. */
export const recoveryFitRowSchema = schemaOf<RecoveryFitRow>()(
  rowOf(
    { before: levelSchema, ...failureShape(), recovered: levelSchema, customer },
    recoveryText,
  ).check(
    z.refine(({ before, failed }) => compare(failed, before, 100) <= 0, {
      error: fallText,
      path: ['failed'],
    }),
  ),
);

const rowsOf = <Schema extends z.core.$ZodType>(row: Schema, text: string) =>
  once(() => listSchema(row, `a list of rows, each ${text}`));

export const intentionRowsSchema = rowsOf(intentionFitRowSchema, intentionText);
export const switchingRowsSchema = rowsOf(switchingFitRowSchema, switchingText);
export const wordOfMouthRowsSchema = rowsOf(wordOfMouthFitRowSchema, wordText);
export const recoveryRowsSchema = rowsOf(recoveryFitRowSchema, recoveryText);

/** The options of a fit, of which the set to compare with is read as its model does. */
export const fitOptionsOf = <Schema extends z.core.$ZodType>(parameters: Schema) =>
  once(() =>
    z.strictObject({
      ...fitNames(),
      parameters,
      folds: foldsOption(),
      seed: seedOption(),
      confidence: confidenceSchema,
    }),
  );

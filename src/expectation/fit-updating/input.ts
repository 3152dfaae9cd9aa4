import * as z from 'zod/mini';
import { recordFor } from '../../core/record-for';
import { dateSchema } from '../../input/date';
import { fitNames } from '../../input/fit-options';
import { once } from '../../input/once';
import { listSchema, rowOf } from '../../input/rows';
import { confidenceSchema, levelSchema } from '../../input/schemas';
import { expectationEventSchema, expectationSchema, parametersOnlySchema } from '../input';
import { reportedRegisters } from './updating-types';

const stepText =
  "a step as { at: a date, event: { kind: 'experience', perceived: 80 }, reported: { predicted: 75 } }";
const historyText = 'a history as { start: an expectation, from: a date, path: [steps] }';

const reportedSchema = z
  .strictObject(
    recordFor(reportedRegisters, () => z.optional(levelSchema)),
    'what they say as { predicted: 75, desired: 90 }, one of them or both',
  )
  .check(
    z.refine(
      (levels) => reportedRegisters.some((register) => levels[register] !== undefined),
      'a level predicted, one desired, or both',
    ),
  );

const stepSchema = rowOf(
  {
    at: dateSchema,
    event: z.optional(expectationEventSchema),
    reported: z.optional(reportedSchema),
  },
  stepText,
).check(
  z.refine(
    ({ event, reported }) => event !== undefined || reported !== undefined,
    'an event, a report, or both',
  ),
);

/** Validates a history of {@link fitUpdating}; other columns pass, unless their name is near one of these. */
export const updatingHistorySchema = rowOf(
  { start: expectationSchema, from: dateSchema, path: z.array(stepSchema) },
  historyText,
);

export const historiesSchema = once(() =>
  listSchema(updatingHistorySchema, `a list of histories, each ${historyText}`),
);

export const updatingOptionsSchema = once(() =>
  z.extend(parametersOnlySchema, {
    ...fitNames(),
    confidence: confidenceSchema,
  }),
);

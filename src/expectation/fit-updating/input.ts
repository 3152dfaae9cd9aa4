import * as z from 'zod/mini';
import { dateSchema } from '../../input/date';
import { fitNames } from '../../input/fit-options';
import { listOf } from '../../input/list-of';
import { once } from '../../input/once';
import { readWith } from '../../input/read-with';
import { rowOf } from '../../input/rows';
import { confidenceSchema, levelSchema } from '../../input/schemas';
import { expectationEventSchema, expectationSchema, parametersOnlySchema } from '../input';
import { recordFor } from '../record-for';
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
  z.pipe(
    readWith((histories: readonly unknown[]) => [
      ...listOf('', histories, `a list of histories, each ${historyText}`),
    ]),
    z.array(updatingHistorySchema),
  ),
);

export const updatingOptionsSchema = once(() =>
  z.extend(parametersOnlySchema, {
    ...fitNames(),
    confidence: confidenceSchema,
  }),
);

import * as z from 'zod/mini';
import { outcomes } from '../core/outcome';
import { dateSchema } from '../input/date';
import { once } from '../input/once';
import { maybeNumber, rowsOf } from './input';

const registerSchema = z.object({
  stage: z.string(),
  predicted: z.object({ mean: z.number() }),
  desired: z.number(),
  adequate: z.number(),
  promised: maybeNumber,
});
/** What is drawn of a path. */
export const trajectorySchema = once(() =>
  z.object(
    {
      start: registerSchema,
      steps: rowsOf(
        z.object({
          at: dateSchema,
          before: registerSchema,
          after: registerSchema,
          event: z.object({ kind: z.string(), perceived: z.optional(z.number()) }),
          outcome: z.nullable(z.enum(outcomes)),
        }),
        'steps',
      ),
    },
    'a trajectory, as followExpectation returns it',
  ),
);
/** A step of a path, as it is drawn. */
export type StepRead = z.output<ReturnType<typeof trajectorySchema>>['steps'][number];

/** The registers of an expectation. */
export type RegistersRead = StepRead['before'];

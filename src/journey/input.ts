import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import { seedOption } from '../input/fit-options';
import { once } from '../input/once';
import { confidenceOption, functionOf } from '../input/schemas';
import { outcomeDefaults } from '../satisfaction/noticeable';
import { importanceSetSchema } from './input-touchpoints';
import type { SeasonOf } from './series';

/** How sure to be; read, nothing is left out. */
const confidence = confidenceOption();

/** What touchpoints are looked at by. */
const journeyShape = {
  confidence,
  parameters: parametersSchema(outcomeDefaults),
  importance: z.optional(importanceSetSchema),
};
/** A stage that was not learnt has no set; taken for none given, all touchpoints would count the same. */
const isLearnt = z.refine<{ readonly importance?: unknown }>(
  (options) => !Object.hasOwn(options, 'importance') || options.importance !== undefined,
  {
    error: 'importances that touchpointImportance learnt; has it the stage that you name?',
    path: ['importance'],
  },
);
export const journeySchema = once(() => z.strictObject(journeyShape).check(isLearnt));
export const gapSchema = once(() =>
  z
    .strictObject({
      ...journeyShape,
      feeling: z.optional(
        functionOf<(experience: { expected: number; perceived: number }) => unknown>(),
      ),
    })
    .check(isLearnt),
);

/** What a series is looked at by. */
const trendShape = { season: z.optional(functionOf<SeasonOf>()), confidence };
export const trendSchema = once(() => z.strictObject(trendShape));

export const breakShape = {
  ...trendShape,
  seed: z._default(seedOption(), 1),
};
export const breakSchema = once(() => z.strictObject(breakShape));

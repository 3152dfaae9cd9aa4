import * as z from 'zod/mini';
import { once } from '../../input/once';
import { fitShape } from '../../input/parameter-shape';
import { schemaOf } from '../../input/schema-of';
import { levelSchema, recordOf } from '../../input/schemas';
import { ratingsSchema } from './input';
import type { TouchpointModel } from './touchpoint-model';

const isWhole = z.refine<readonly { readonly level: number }[]>(
  (levels) =>
    levels[0]?.level === 0 &&
    levels.at(-1)?.level === 100 &&
    levels.every(({ level }, i) => i === 0 || level > (levels[i - 1]?.level as number)),
  'levels from 0 to 100, ascending',
);

/** Validates a {@link TouchpointModel}, such as one that comes back from storage. */
export const touchpointModelSchema = schemaOf<TouchpointModel>()(
  z.object(
    {
      version: z.literal(1, 'version 1, as the model that touchpointImportance gives has it'),
      id: z.string(),
      setting: z.string(),
      fit: z.object(fitShape()),
      stages: recordOf(
        z.object({
          intercept: z.number(),
          touchpoints: recordOf(
            z.object({
              levels: z.array(z.object({ level: levelSchema, logOdds: z.number() })).check(isWhole),
              unrated: z.nullable(z.number()),
            }),
          ),
        }),
      ),
    },
    'a model that touchpointImportance learnt',
  ),
);

export const journeyAtSchema = once(() =>
  z.strictObject({ stage: z.string(), ratings: ratingsSchema }),
);
export const predictOptionsSchema = once(() => z.strictObject({ model: touchpointModelSchema }));

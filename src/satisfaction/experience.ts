import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { schemaOf } from '../core/same-shape';
import { levelSchema } from '../core/schemas';

/** A delivery beside what was promised for it, both counted from the order. */
export interface PromiseExperience {
  /** The time promised, above 0. */
  readonly promised: number;
  /** The time it took, or that had passed when the customer was asked; above 0. */
  readonly actual: number;
  readonly unit: TimeUnit;
  /** Whether the customer still had nothing in hand when asked; not unless said. */
  readonly stillWaiting?: boolean | undefined;
}

/** A level perceived beside the level expected, 0 to 100. */
export interface LevelExperience {
  readonly expected: Level;
  readonly perceived: Level;
}

/** The units of time that models know. */
export type TimeUnit = 'minutes' | 'hours' | 'days';

const duration = z.number().check(z.gt(0, 'a time above 0'));

/** Validates a {@link PromiseExperience}. */
export const promiseExperienceSchema = schemaOf<PromiseExperience>()(
  z.strictObject({
    promised: duration,
    actual: duration,
    unit: z.enum(['minutes', 'hours', 'days']),
    stillWaiting: z.optional(z.boolean()),
  }),
);

/** Validates a {@link LevelExperience}. */
export const levelExperienceSchema = schemaOf<LevelExperience>()(
  z.strictObject({ expected: levelSchema, perceived: levelSchema }),
);

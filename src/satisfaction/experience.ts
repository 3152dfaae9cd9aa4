import * as z from 'zod/mini';
import type { Level } from '../core/level';
import { schemaOf } from '../input/schema-of';
import { levelSchema } from '../input/schemas';

/**
 * An amount that is not known yet: normal, within the bounds of its kind, or anything with a quantile
 * function, such as a capability.
 */
export type Uncertain = { readonly mean: number; readonly sd: number } | Spread;

/** What has quantiles: an amount that is not known yet, such as a capability. */
export interface Spread {
  /** The amount that is not exceeded with probability p. */
  readonly quantile: (p: number) => number;
  readonly unit?: string;
}

/** A delivery beside what was promised for it, both counted from the order. */
export interface PromiseExperience {
  /** The time promised, above 0. */
  readonly promised: number;
  /** The time it took, or that had passed when the customer was asked, above 0; or how it may turn out. */
  readonly actual: number | Uncertain;
  readonly unit: TimeUnit;
  /** Whether the customer still had nothing in hand when asked; not unless said. */
  readonly stillWaiting?: boolean | undefined;
}

/** What was to be paid beside the estimate (D26), in one currency. */
export interface CostExperience {
  /** The estimate, above 0. */
  readonly promised: number;
  /** What was charged, at least 0; or how it may turn out. */
  readonly actual: number | Uncertain;
  /** Such as `EUR`. */
  readonly currency: string;
}

/** A level perceived beside the level expected, 0 to 100. */
export interface LevelExperience {
  readonly expected: Level;
  readonly perceived: Level | Uncertain;
}

/** What happened on one dimension. */
export type DimensionExperience = PromiseExperience | CostExperience | LevelExperience;

/** What happened on several dimensions at once, by the names that the model gives them. */
export interface MixedExperience {
  readonly dimensions: Readonly<Record<string, DimensionExperience>>;
  /** What else the model knows of the order, by name, such as `{ items: 2 }`. */
  readonly covariates?: Readonly<Record<string, number>> | undefined;
}

/** What a customer went through. */
export type SatisfactionExperience = DimensionExperience | MixedExperience;

/** The units of time that models know. */
export type TimeUnit = 'minutes' | 'hours' | 'days';

const uncertain = [
  z.strictObject({
    mean: z.number(),
    sd: z.number().check(z.gt(0, 'a standard deviation above 0')),
  }),
  z.custom<Spread>(
    (value) => typeof (value as { quantile?: unknown } | null)?.quantile === 'function',
    { error: 'an amount that may vary', params: { code: 'wrong-type' } },
  ),
] as const;
const time = z.number().check(z.gt(0, 'a time above 0'));
const amount = z.number().check(z.gte(0, 'an amount of at least 0'));

const promiseOf = <Actual extends z.core.$ZodType>(actual: Actual) =>
  z.strictObject({
    promised: time,
    actual,
    unit: z.enum(['minutes', 'hours', 'days']),
    stillWaiting: z.optional(z.boolean()),
  });
const costOf = <Actual extends z.core.$ZodType>(actual: Actual) =>
  z.strictObject({
    promised: z.number().check(z.gt(0, 'an amount above 0')),
    actual,
    currency: z.string(),
  });
const levelOf = <Perceived extends z.core.$ZodType>(perceived: Perceived) =>
  z.strictObject({ expected: levelSchema, perceived });

/** Validates a {@link PromiseExperience}. */
export const promiseExperienceSchema = schemaOf<PromiseExperience>()(
  promiseOf(z.union([time, ...uncertain])),
);

/** Validates a {@link CostExperience}. */
export const costExperienceSchema = schemaOf<CostExperience>()(
  costOf(z.union([amount, ...uncertain])),
);

/** Validates a {@link LevelExperience}. */
export const levelExperienceSchema = schemaOf<LevelExperience>()(
  levelOf(z.union([levelSchema, ...uncertain])),
);

/** The schemas of an experience that is over, which say more precisely what is wrong with a number. */
export const plainSchemas = {
  time: promiseOf(time),
  cost: costOf(amount),
  level: levelOf(levelSchema),
};

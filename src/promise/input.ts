import * as z from 'zod/mini';
import { door } from '../input/door';
import { readWith } from '../input/read-with';
import { refuse, refuseOther } from '../input/refusal';
import { functionOf } from '../input/schemas';
import { shareSchema } from '../input/share';
import type { Attraction } from './attraction';
import type { Rounding } from './rounding';

const roundingSchema = functionOf<Rounding>(({ input }) => {
  // Any example will do where none was meant.
  const step = typeof input === 'number' && input > 0 ? input : 5;
  return `a function, such as toMultipleOf(${step})`;
});

/** The options that most plans have. */
export const planShape = {
  round: z.optional(roundingSchema),
  bestEffort: z.optional(z.boolean()),
};

/**
 * The schema of what a plan aims at, which takes JSON as it is; a rounding is a function, and has no JSON.
 *
 * @example
 * ```ts
 * import { planOptionsSchema } from 'overdeliver/promise';
 *
 * planOptionsSchema.safeParse({ keepRate: 0.9 }).success; // => true
 * planOptionsSchema.safeParse({ keepRate: 90 }).success; // => false
 * ```
 */
export const planOptionsSchema = z.strictObject({ ...planShape, keepRate: shareSchema });

const attractionText =
  'a function from a quote to the share that orders, such as (quote) => Math.exp(-0.01 * quote)';

/** An attraction, and the unit it counts in where it says so. */
export const attractionSchema = readWith((value: Attraction | undefined): Attraction => {
  if (typeof value !== 'function') {
    refuseOther('', value, attractionText);
  }
  const { unit } = value;
  if (unit === undefined || typeof unit === 'string') return value;
  return refuse('unit', unit, 'a unit such as days, if any', 'wrong-type');
});

/** What a capability answered, which may be one of the caller's own. */
export function answered(name: string, value: number, most: number): number {
  if (value >= 0 && value <= most) return value;
  return door(`capability.${name}`, () => refuse('result', value, `a number from 0 to ${most}`));
}

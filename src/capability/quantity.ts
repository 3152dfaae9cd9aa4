import * as z from 'zod/mini';
import type { Better } from './capability';

/** What a quantity is a quantity of. */
export interface QuantityOptions {
  /** The unit, such as `minutes`; plans and messages carry it. */
  readonly unit: string;
  /** `lower` (times, costs) unless given. */
  readonly better?: Better | undefined;
  /** Whether the quantities are deviations from an appointment, which may lie below 0. */
  readonly deviations?: boolean | undefined;
}

/** The fields of a schema of options that hold {@link QuantityOptions}. */
export const quantityShape = {
  unit: z.string().check(z.minLength(1, 'a unit such as minutes')),
  better: z.optional(z.enum(['lower', 'higher'])),
  deviations: z.optional(z.boolean()),
};

export const quantitySchema = z.strictObject(quantityShape);

/** The fields that the JSON of every capability holds. */
export const jsonShape = {
  kind: z.string(),
  version: z.literal(1),
  unit: quantityShape.unit,
  better: z.enum(['lower', 'higher']),
};

import * as z from 'zod/mini';
import type { Better } from './capability';

/** What is measured, and which way is better. */
export interface UnitOptions {
  /** The unit, such as `minutes`; plans and messages carry it. */
  readonly unit: string;
  /** `lower` (times, costs) unless given. */
  readonly better?: Better | undefined;
}

/** What a quantity is a quantity of. */
export interface QuantityOptions extends UnitOptions {
  /** Whether the quantities are deviations from an appointment, which may lie below 0. */
  readonly deviations?: boolean | undefined;
}

const unitText = 'a unit such as minutes';

/** The fields of a schema of options that hold {@link UnitOptions}. */
export const unitShape = {
  unit: z.string(unitText).check(z.minLength(1, unitText)),
  better: z.optional(z.enum(['lower', 'higher'])),
};

/** The fields of a schema of options that hold {@link QuantityOptions}. */
export const quantityShape = { ...unitShape, deviations: z.optional(z.boolean()) };

export const quantitySchema = z.strictObject(quantityShape);

/** The fields that the JSON of every capability holds. */
export const jsonShape = {
  kind: z.string(),
  version: z.literal(1),
  unit: unitShape.unit,
  better: z.enum(['lower', 'higher']),
};

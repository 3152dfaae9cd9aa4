import * as z from 'zod/mini';
import { type OrderField, orderFields } from './order-fields';

/** The name of a column. */
export const nameSchema = z
  .string('the name of a column')
  .check(z.minLength(1, 'the name of a column'));

/** Which column holds what. */
export const columnsShape = Object.fromEntries(
  orderFields.map((field) => [field, z.optional(nameSchema)]),
) as Record<OrderField, z.ZodMiniOptional<typeof nameSchema>>;

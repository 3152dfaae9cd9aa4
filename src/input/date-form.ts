import * as z from 'zod/mini';
import { wholeFrom } from './schemas';
import { dateOrders } from './written-date';

/** How a file writes its dates, as options of what reads them. */
export const dateFormShape = {
  dateOrder: z.optional(z.enum(dateOrders)),
  yearsFrom: z.optional(wholeFrom(1900, 2100)),
};

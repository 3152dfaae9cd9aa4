import * as z from 'zod/mini';
import { dateOrders } from './written-date';

const yearsText = 'a whole number from 1900 to 2100';

/** How a file writes its dates, as options of what reads them. */
export const dateFormShape = {
  dateOrder: z.optional(z.enum(dateOrders)),
  yearsFrom: z.optional(z.int(yearsText).check(z.gte(1900, yearsText), z.lte(2100, yearsText))),
};

import * as z from 'zod/mini';

const text = 'a whole number of periods from 1 to 10,000';
/** How many periods to look ahead. */
export const periodsSchema = z.int(text).check(z.gte(1, text), z.lte(10_000, text));

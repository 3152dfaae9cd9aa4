import * as z from 'zod/mini';
import { wholeFrom } from './schemas';

/** What every fitted set says of itself. */
export const fitNames = () => ({
  id: z.string().check(z.minLength(1, 'a name of its own')),
  setting: z.string(),
  data: z.string(),
  licence: z.string(),
});

export const foldsOption = () => z.optional(wholeFrom(3, 20, 'a whole number of folds'));
export const resamplesOption = () =>
  z.optional(wholeFrom(100, 5000, 'a whole number of resamples'));

const seedText = 'a whole number from 0 to 2^53 - 1';
/** What random numbers are drawn by. */
export const seedSchema = () => z.int(seedText).check(z.gte(0, seedText));
export const seedOption = () => z.optional(seedSchema());

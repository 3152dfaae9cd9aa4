import * as z from 'zod/mini';

/** What every fitted set says of itself. */
export const fitNames = () => ({
  id: z.string().check(z.minLength(1, 'a name of its own')),
  setting: z.string(),
  data: z.string(),
  licence: z.string(),
});

const wholeFrom = (text: string, least: number, most: number) =>
  z.optional(z.int(text).check(z.gte(least, text), z.lte(most, text)));

export const foldsOption = () => wholeFrom('a whole number of folds from 3 to 20', 3, 20);
export const resamplesOption = () =>
  wholeFrom('a whole number of resamples from 100 to 5000', 100, 5000);
const seedText = 'a whole number from 0 to 2^53 - 1';
/** What random numbers are drawn by. */
export const seedSchema = () => z.int(seedText).check(z.gte(0, seedText));
export const seedOption = () => z.optional(seedSchema());

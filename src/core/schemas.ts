import * as z from 'zod/mini';

/** The pieces that schemas of several rooms share, with their wording. */

const levelText = 'a level from 0 to 100';
export const levelSchema = z.number().check(z.gte(0, levelText), z.lte(100, levelText));

const reliabilityText = 'a reliability from 0 to 1';
export const reliabilitySchema = z.optional(
  z.number().check(z.gte(0, reliabilityText), z.lte(1, reliabilityText)),
);

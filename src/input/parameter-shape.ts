import * as z from 'zod/mini';

/** The pieces of sets and models that come back from storage. */

export const rangeSchema = () => z.tuple([z.number(), z.number()]);

export const provenanceShape = () => ({
  status: z.enum(['published', 'fitted', 'assumed']),
  source: z.string(),
});

export const parameterShape = () => ({
  value: z.number(),
  unit: z.string(),
  range: rangeSchema(),
  ...provenanceShape(),
  standardError: z.optional(z.number()),
});

export const fitShape = () => ({
  data: z.string(),
  licence: z.string(),
  n: z.number(),
  converged: z.boolean(),
});

import * as z from 'zod/mini';
import { fitNames, foldsOption, resamplesOption, seedOption } from '../../input/fit-options';
import { once } from '../../input/once';
import { listSchema, rowOf } from '../../input/rows';
import { schemaOf } from '../../input/schema-of';
import { confidenceSchema, levelSchema } from '../../input/schemas';
import { signalsSchema, stageSchema, weightingSchema } from '../input';
import type { ExpectationFitRow } from './fit-types';

const rowText = "a row as { stage: 'never-used', signals: { wordOfMouth: 80 }, expected: 75 }";

/** Validates an {@link ExpectationFitRow}; other columns pass, unless their name is near one of these. */
export const expectationFitRowSchema = schemaOf<ExpectationFitRow>()(
  rowOf(
    {
      stage: stageSchema,
      signals: signalsSchema,
      expected: levelSchema,
      respondent: z.optional(z.union([z.string(), z.number()], 'a name or a number')),
    },
    rowText,
  ),
);

export const fitRowsSchema = once(() =>
  listSchema(expectationFitRowSchema, `a list of rows, each ${rowText}`),
);

const numberText = 'a number of rows from 0.1 to 1000000';

export const expectationFitOptionsSchema = once(() =>
  z.extend(weightingSchema, {
    register: z.enum(['predicted', 'desired', 'adequate', 'normative']),
    ...fitNames(),
    priorSize: z.optional(
      z.number(numberText).check(z.gte(0.1, numberText), z.lte(1e6, numberText)),
    ),
    folds: foldsOption(),
    resamples: resamplesOption(),
    seed: seedOption(),
    confidence: confidenceSchema,
  }),
);

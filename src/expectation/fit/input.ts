import * as z from 'zod/mini';
import { listOf } from '../../input/list-of';
import { once } from '../../input/once';
import { readWith } from '../../input/read-with';
import { rowOf } from '../../input/rows';
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
  z.pipe(
    readWith((rows: readonly unknown[]) => [
      ...listOf('', rows, `a list of rows, each ${rowText}`),
    ]),
    z.array(expectationFitRowSchema),
  ),
);

const numberText = 'a number of rows from 0.1 to 1000000';
const whole = (text: string, least: number, most: number) =>
  z.optional(z.int(text).check(z.gte(least, text), z.lte(most, text)));
const nameSchema = z.string().check(z.minLength(1, 'a name of its own'));

export const expectationFitOptionsSchema = once(() =>
  z.extend(weightingSchema, {
    register: z.enum(['predicted', 'desired', 'adequate', 'normative']),
    id: nameSchema,
    setting: z.string(),
    data: z.string(),
    licence: z.string(),
    priorSize: z.optional(
      z.number(numberText).check(z.gte(0.1, numberText), z.lte(1e6, numberText)),
    ),
    folds: whole('a whole number of folds from 3 to 20', 3, 20),
    resamples: whole('a whole number of resamples from 100 to 5000', 100, 5000),
    seed: whole('a whole number from 0 to 2^53 - 1', 0, Number.MAX_SAFE_INTEGER),
    confidence: confidenceSchema,
  }),
);

import * as z from 'zod/mini';
import { dateSchema } from '../input/date';
import { once } from '../input/once';
import { readWith } from '../input/read-with';
import { reading } from '../input/reading';
import { refuseOther } from '../input/refusal';
import { shown } from './figures';

/** Anything with a code, and figures either in its detail or beside the code. */
export type Coded =
  | { readonly code: string; readonly detail?: Readonly<Record<string, unknown>> | undefined }
  | { readonly code: string; readonly detail?: undefined; readonly [figure: string]: unknown };

/** A code, its figures, and where in what was given they stand. */
export interface CodedRead {
  readonly code: string;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly place: '' | 'detail';
}

const codeText = `a code, which is text, as each of why, warnings and flags has; a plan is said by promiseInEnglish, a review by \
reviewInEnglish, and a guarantee, which has no sentence, goes by its kind`;

/** A code alone, or one with figures, whatever they are. */
export const codedSchema = readWith((given: Coded | string): CodedRead => {
  if (typeof given === 'string') return { code: given, figures: {}, place: '' };
  const { code, detail, ...beside } = recordAt('', given, 'a code, or an object that has one');
  if (typeof code !== 'string') {
    refuseOther('code', code, codeText);
  }
  return detail === undefined
    ? { code, figures: beside, place: '' }
    : { code, figures: recordAt('detail', detail), place: 'detail' };
});

function recordAt(
  path: string,
  value: unknown,
  expected = 'an object',
): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? { ...value } : refuseOther(path, value, expected);
}

const basisShape = {
  unit: z.string(),
  deviations: z.optional(z.boolean()),
  chance: z.object({ estimate: z.number() }),
  typical: z.number(),
  why: z.array(codedSchema),
  warnings: z.array(codedSchema),
};

/** What is said of a plan. */
export const planSchema = once(() => z.object({ promise: z.number(), ...basisShape }));

/** What is said of a window. */
export const windowPlanSchema = once(() =>
  z.object({ from: z.number(), to: z.number(), ...basisShape }),
);

/** What is said of a live quote. */
export const quoteSchema = once(() =>
  z.object({
    promise: z.nullable(z.number()),
    due: z.nullable(dateSchema),
    unit: z.string(),
    keepRate: z.number(),
    typical: z.nullable(z.number()),
    guarantee: z.nullable(z.object({ n: z.number() })),
    reason: z.nullable(codedSchema),
    unidentified: z.nullable(
      z.object({ atLeast: z.number(), chance: z.number(), help: z.array(codedSchema) }),
    ),
    warnings: z.array(codedSchema),
  }),
);

/** What is said of a review. */
export const reviewSchema = once(() =>
  z.object({
    advice: z.enum(['wait', 'promise-again', 'tell']),
    newPromise: z.nullable(
      z.object({
        promise: z.number(),
        chance: z.object({ estimate: z.number() }),
        why: z.optional(z.array(codedSchema)),
      }),
    ),
    reviewAt: z.nullable(z.number()),
    deviations: z.optional(z.boolean()),
    why: z.array(codedSchema),
  }),
);

/** A figure as text, told from others; refuses one that has none, such as an invalid date. */
export const readFigure = (
  path: string,
  figure: unknown,
  as: string,
  others?: readonly unknown[],
): string => reading(path, figure, () => shown(figure, as, others));

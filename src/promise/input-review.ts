import * as z from 'zod/mini';
import { parametersSchema } from '../core/input';
import { once } from '../input/once';
import { readWith } from '../input/read-with';
import { refuse, refuseNumber } from '../input/refusal';
import { isShare, shareSchema } from '../input/share';
import { planShape } from './input';
import { promiseDefaults } from './parameters';

/** Of a window its end, which alone may be missed from now on. */
const endOf = readWith((plan: { readonly [field: string]: unknown } | undefined) => {
  const { promise, to, late } = Object(plan);
  if (promise !== undefined || to === undefined) return plan;
  if (!isShare(late)) {
    const expected =
      'a share above 0 and below 1; of a window without one give { promise: to, keepRate }';
    refuseNumber('late', late, expected);
  }
  if (!Number.isFinite(to)) refuse('to', to, 'a finite number');
  return { ...plan, promise: to, keepRate: 1 - late };
});

/** A promise in flight. */
export const reviewSchema = once(() =>
  z.strictObject({
    ...planShape,
    // A plan says more than is asked of it here.
    plan: z.pipe(
      endOf,
      z.object({ promise: z.number(), keepRate: shareSchema, unit: z.optional(z.string()) }),
    ),
    elapsed: z.number().check(z.gte(0, 'a time of at least 0')),
    revised: z.boolean(),
    parameters: parametersSchema(promiseDefaults),
  }),
);

import * as z from 'zod/mini';
import { check } from '../core/check';
import { InvalidInputError } from '../core/errors';
import type { Scale } from '../core/level';
import type { ParameterSet } from '../core/parameters';

import type { TimeUnit } from './experience';

/** A term of the utility behind an answer. */
export type SatisfactionTerm = 'performance' | 'gain' | 'loss' | 'stillWaiting';

/**
 * A model of satisfaction: an ordinal logit whose utility is
 * `performance * P + gain * min(early, cap) - loss * min(late, cap) - stillWaiting`, the last only for
 * who still waits after the promise has passed, where for times P is
 * the logarithm of the duration and early and late are the gap's two sides in the model's unit, for levels P is the level
 * perceived and the gap is in points. Plain JSON; a set of your own has the same shape.
 */
export interface SatisfactionModel extends ParameterSet<SatisfactionTerm | 'cap'> {
  /** What the gap is measured on. */
  readonly dimension: 'time' | 'level';
  readonly unit: TimeUnit | 'points';
  /** The answers it predicts, such as 1 to 5 stars. */
  readonly answers: Scale;
  /** Where one answer gives way to the next, from worst to best, on the scale of the utility. */
  readonly thresholds: readonly number[];
}

const ascending = 'ascending numbers, one fewer than there are answers';

/** Validates the shape of a {@link SatisfactionModel}, such as one that comes back from storage. */
export const satisfactionModelSchema = z
  .looseObject(
    {
      id: z.string(),
      setting: z.string(),
      dimension: z.enum(['time', 'level']),
      unit: z.enum(['minutes', 'hours', 'days', 'points']),
      answers: z.strictObject({ min: z.number(), max: z.number() }),
      thresholds: z.array(z.number()).check(z.minLength(1, ascending)),
      domain: z.optional(z.record(z.string(), z.tuple([z.number(), z.number()]))),
      parameters: z.looseObject({}),
    },
    'a satisfaction model',
  )
  .check(
    z.refine(
      ({ answers, thresholds }) =>
        thresholds.length === answers.max - answers.min &&
        thresholds.every((threshold, k) => k === 0 || threshold > (thresholds[k - 1] as number)),
      { error: ascending, path: ['thresholds'], params: { code: 'wrong-type' } },
    ),
  );

const optionsSchema = z.strictObject({ model: z.optional(satisfactionModelSchema) });

/** The model a caller chose, or the standard one; it must speak of the same dimension. */
export function checkedModel(
  functionName: string,
  options: { readonly model?: SatisfactionModel | undefined },
  standard: SatisfactionModel,
): SatisfactionModel {
  check(functionName, optionsSchema, options, 'options');
  const model = options.model === undefined ? standard : options.model;
  if (model.dimension === standard.dimension) return model;
  const at = { function: functionName, path: 'options.model.dimension', value: model.dimension };
  throw new InvalidInputError('unit-mismatch', at, standard.dimension);
}

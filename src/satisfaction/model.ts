import * as z from 'zod/mini';
import { check } from '../core/check';
import { InvalidInputError } from '../core/errors';
import type { Scale } from '../core/level';
import type { ParameterSet } from '../core/parameters';
import { anySchema } from '../core/schemas';

/** A term of the utility behind an answer. */
export type SatisfactionTerm = 'performance' | 'gain' | 'loss' | 'stillWaiting';

/**
 * A model of satisfaction: an ordinal logit whose utility is
 * `performance * P + gain * min(early, cap) - loss * min(late, cap) - stillWaiting`, where for times P is
 * the logarithm of the duration and early and late are the days of the gap, for levels P is the level
 * perceived and the gap is in points. Plain JSON; a set of your own has the same shape.
 */
export interface SatisfactionModel extends ParameterSet<SatisfactionTerm | 'cap'> {
  /** What the gap is measured on. */
  readonly dimension: 'time' | 'level';
  readonly unit: 'days' | 'points';
  /** The answers it predicts, such as 1 to 5 stars. */
  readonly answers: Scale;
  /** Where one answer gives way to the next, from worst to best, on the scale of the utility. */
  readonly thresholds: readonly number[];
  /** The middle of the data it was fitted on, by input; beyond it results carry a warning. */
  readonly domain: Readonly<Record<string, readonly [min: number, max: number]>>;
}

const optionsSchema = z.strictObject({ model: anySchema });

/** The model a caller chose, or the standard one; it must speak of the same dimension and be in order. */
export function checkedModel(
  functionName: string,
  options: { readonly model?: SatisfactionModel | undefined },
  standard: SatisfactionModel,
): SatisfactionModel {
  check(functionName, optionsSchema, options, 'options');
  const model = options.model === undefined ? standard : options.model;
  const refuse = (
    code: 'wrong-type' | 'unit-mismatch',
    path: string,
    value: unknown,
    wanted: string,
  ) => {
    throw new InvalidInputError(code, { function: functionName, path, value }, wanted);
  };
  if (typeof model !== 'object' || model === null)
    refuse('wrong-type', 'options.model', model, 'a satisfaction model');
  if (model.dimension !== standard.dimension) {
    refuse('unit-mismatch', 'options.model.dimension', model.dimension, standard.dimension);
  }
  const { answers, thresholds } = model;
  const ascending =
    Array.isArray(thresholds) && thresholds.every((t, k) => k === 0 || t > thresholds[k - 1]);
  if (!ascending || thresholds.length !== answers?.max - answers?.min) {
    const wanted = 'ascending numbers, one fewer than there are answers';
    refuse('wrong-type', 'options.model.thresholds', thresholds, wanted);
  }
  return model;
}

import * as z from 'zod/mini';
import { door } from '../input/door';
import { once } from '../input/once';
import { read } from '../input/read';
import { parametersOnlySchema } from './input';
import { settledGain } from './local-level';
import type { expectationDefaults } from './parameters';

/**
 * How much of each surprise a regular customer's expectation takes on in the end, 0 to 1: the Kalman gain
 * that {@link updateExpectation} settles at, `K = (-r + sqrt(r^2 + 4r)) / 2`, where r is the drift
 * between two experiences over the variance of one.
 *
 * @param daysBetween days from one experience to the next, above 0
 * @param options which parameter set to use
 * @throws InvalidInputError `out-of-range` when the days are not above 0
 * @example
 * ```ts
 * import { steadyStateGain } from 'overdeliver/expectation';
 *
 * steadyStateGain(30); // => 0.2702
 * ```
 */
export function steadyStateGain(
  daysBetween: number,
  options: { readonly parameters?: typeof expectationDefaults | undefined } = {},
): number {
  return door('steadyStateGain', () => {
    const days = read(daysSchema, daysBetween, 'daysBetween');
    const { numbers } = read(parametersOnlySchema, options, 'options').parameters;
    const { driftVariancePerDay, experienceSd } = numbers;
    return settledGain((days * driftVariancePerDay) / experienceSd ** 2);
  });
}

const daysSchema = once(() => z.number().check(z.gt(0, 'a number of days above 0')));

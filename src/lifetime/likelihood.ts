import * as z from 'zod/mini';
import type { ParameterSet } from '../core/parameters';
import { read } from '../input/read';
import { type Height, type Maximum, maximise } from '../numerics/maximise';
import { type Kinds, setOf } from './models';

/** What a fitted set is called, and what it says of itself. */
export interface LifetimeFitOptions {
  /** The id of the set, such as `lifetime/shop-2026`. */
  readonly id: string;
  /** The setting its numbers speak of; `the customers it was fitted on` unless given. */
  readonly setting?: string | undefined;
  /** What the data are; `customers of the caller` unless given. */
  readonly data?: string | undefined;
  /** `not stated` unless given. */
  readonly licence?: string | undefined;
}

/** What to fit, with columns scaled so that every number is of the order of 1. */
interface Problem {
  readonly n: number;
  readonly likelihood: (values: readonly number[]) => Height;
  /** By how much to multiply each number to undo the scaling. */
  readonly scales: readonly number[];
  /** What to add to the log likelihood to undo it. */
  readonly shift: number;
}

const words = z.string().check(z.minLength(1, 'a text that is not empty'));
const optionsSchema = z.strictObject({
  id: words,
  setting: z.optional(words),
  data: z.optional(words),
  licence: z.optional(words),
});

/** Throws unless these are the options of a fit. */
export function checkFitOptions(options: LifetimeFitOptions): void {
  read(optionsSchema, options, 'options');
}

/** Beyond about a millionth and a million the likelihood of a shape is flat; just inside its range. */
const wall = 13.8;

/** A function on the logarithms of its numbers. */
function onLogs(f: (values: readonly number[]) => Height): (logs: readonly number[]) => Height {
  return (logs) => {
    const values = logs.map(Math.exp);
    const { value, gradient, hessian } = f(values);
    const slopes = gradient.map((slope, i) => slope * (values[i] as number));
    const size = logs.length;
    const bends = hessian.map((bend, place) => {
      const [i, j] = [Math.floor(place / size), place % size];
      const scaled = bend * (values[i] as number) * (values[j] as number);
      return i === j ? scaled + (slopes[i] as number) : scaled;
    });
    return { value, gradient: slopes, hessian: bends };
  };
}

/**
 * The parameter set of greatest likelihood, sought on logarithms, since all numbers are above 0, from three starts;
 * standard errors from the observed information. Numbers that run into the wall, or whose standard errors
 * reach from the middle to it, have not converged, and carry none.
 */
export function mostLikely<Name extends string>(
  kinds: Kinds<Name>,
  { n, likelihood, scales, shift }: Problem,
  options: LifetimeFitOptions,
): ParameterSet<Name> {
  const heights = onLogs(likelihood);
  // Some samples have a second, lower summit, which one start would take for the only one.
  const [first, ...others] = [0, -2, 2].map((log) => {
    const start = scales.map(() => log);
    return maximise(heights, start, wall);
  });
  // One summit reached twice differs by rounding, which is not to choose.
  const { at, value, covariance } = others.reduce(
    (best, other) => (other.value - best.value > 1e-9 * Math.abs(best.value) ? other : best),
    first as Maximum,
  );
  const { id, setting, data, licence } = options;
  const errors = at.map((_, i) => Math.sqrt(covariance?.[i * (at.length + 1)] ?? Infinity));
  const converged = errors.every((error) => error < wall);
  const numbers = at.map((log, i) => {
    const estimate = Math.exp(log) * (scales[i] as number);
    return {
      value: estimate,
      status: 'fitted' as const,
      source: `greatest likelihood, n = ${n}`,
      ...(converged && { standardError: estimate * (errors[i] as number) }),
    };
  });
  const fit = {
    data: data ?? 'customers of the caller',
    licence: licence ?? 'not stated',
    n,
    logLikelihood: value + shift,
    converged,
  };
  return setOf(kinds, { id, setting: setting ?? 'the customers it was fitted on', fit }, numbers);
}

import type { ParameterSet } from '../core/parameters';
import { type Height, type Maximum, maximise } from '../numerics/maximise';
import type { LifetimeFitReason } from './fit-reasons';
import { type LifetimeModel, setOf } from './models';

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

/** What to fit a model to, in units so that every number is of the order of 1. */
export interface Problem<Data> {
  readonly data: Data;
  /** A part of the data that tells where summits are, where climbing with all of them takes long. */
  readonly part?: Data | undefined;
  /** How many customers. */
  readonly n: number;
  /** By how much to multiply each number to undo the scaling. */
  readonly scales: readonly number[];
  /** What to add to the log likelihood to undo it. */
  readonly shift: number;
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
 * A model fitted by maximum likelihood, sought on logarithms, since all numbers are above 0, from three starts;
 * standard errors from the observed information. Numbers that run into the wall, or whose standard errors
 * reach from the middle to it, have not converged, and carry none.
 */
export function maximumLikelihood<Name extends string, Data>(
  model: LifetimeModel<Name, Data>,
  problem: Problem<Data>,
  about: LifetimeFitOptions,
): ParameterSet<Name> {
  const { n, scales, shift } = problem;
  const { at, value, covariance } = summitOf(model, problem);
  const errors = at.map((_, i) => Math.sqrt(covariance?.[i * (at.length + 1)] ?? Infinity));
  const converged = errors.every((error) => error < wall);
  const numbers = at.map((log, i) => {
    const estimate = Math.exp(log) * (scales[i] as number);
    return {
      value: estimate,
      status: 'fitted' as const,
      source: `${model.id} by maximum likelihood, n = ${n}`,
      ...(converged && { standardError: estimate * (errors[i] as number) }),
    };
  });
  const reasons = converged ? {} : { reasons: reasonsFor(model, numbers, errors) };
  const fit = {
    data: about.data ?? 'customers of the caller',
    licence: about.licence ?? 'not stated',
    n,
    logLikelihood: value + shift,
    converged,
    ...reasons,
  };
  const { id, setting = 'the customers it was fitted on' } = about;
  return setOf(model, { id, setting, fit }, numbers);
}

/**
 * The highest summit that three starts lead to: some samples have a second, lower one, which one start would take for the
 * only one.
 */
function summitOf<Name extends string, Data>(
  { likelihood }: LifetimeModel<Name, Data>,
  { data, part, scales }: Problem<Data>,
): Maximum {
  const starts = [0, -2, 2].map((log) => scales.map(() => log));
  const climb = (of: Data, from: readonly (readonly number[])[]) => {
    const heights = onLogs(likelihood(of));
    return from.map((start) => maximise(heights, start, wall));
  };
  if (part !== undefined) {
    const near = climb(part, starts).filter(({ settled }) => settled);
    const apart = near.filter((one, i) => near.slice(0, i).every((other) => !isSame(one, other)));
    const tops = apart.map(({ at }) => at);
    const found = highest(climb(data, tops));
    if (found?.converged) return found;
  }
  return highest(climb(data, starts)) as Maximum;
}

/** One summit reached twice differs by rounding, which is not to choose. */
const isSame = (one: Maximum, other: Maximum) =>
  Math.abs(one.value - other.value) <= 1e-9 * Math.abs(one.value);

/** None of none. */
function highest(found: readonly Maximum[]): Maximum | undefined {
  let [best] = found;
  for (const one of found) if (best && one.value > best.value && !isSame(best, one)) best = one;
  return best;
}

/** What the numbers say themselves; without that, which of them are open. */
function reasonsFor<Name extends string, Data>(
  { reasons, parameters }: LifetimeModel<Name, Data>,
  numbers: readonly { readonly value: number }[],
  errors: readonly number[],
): readonly LifetimeFitReason[] {
  const told = reasons(numbers.map(({ value }) => value));
  if (told.length > 0) return told;
  const open = Object.keys(parameters).filter((_, i) => !((errors[i] as number) < wall));
  return [{ code: 'numbers-open', detail: { numbers: open } }];
}

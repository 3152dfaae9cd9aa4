import { factorCholesky, invertCholesky } from '../../numerics/cholesky';
import { heightByDifferences } from '../../numerics/differences';
import { type Height, type Maximum, maximise } from '../../numerics/maximise';
import { sumOf } from '../../numerics/sum';
import { type Axis, placeOf, valueAt } from './axes';

/** The log likelihood of each customer's reports, by the numbers. */
export type LogLikelihoods<Name extends string> = (
  numbers: Readonly<Record<Name, number>>,
) => Float64Array;

/** Numbers that are held, by name. */
export type Held<Name extends string> = ReadonlyMap<Name, number>;

/**
 * How far apart places are from which slopes are taken: so far that the last bits of likelihoods, which engines differ
 * in, do not show.
 */
export const reach = 8e-3;

/** The share of a log likelihood below which its rise and the slopes taken so may disagree; far less than tells numbers apart. */
const disagreeing = 1e-8;

/** The log likelihoods as a function of the places of the numbers that are not held. */
export function byPlaces<Name extends string>(
  likelihoods: LogLikelihoods<Name>,
  free: readonly Axis<Name>[],
  held: Held<Name>,
): (places: readonly number[]) => Float64Array {
  return (places) => likelihoods(numbersAt(free, places, held));
}

/** All numbers: those held, and those at places. */
export function numbersAt<Name extends string>(
  free: readonly Axis<Name>[],
  places: readonly number[],
  held: Held<Name>,
): Readonly<Record<Name, number>> {
  const numbers = Object.fromEntries(held) as Record<Name, number>;
  free.forEach((axis, i) => {
    numbers[axis.name] = valueAt(axis, places[i] as number);
  });
  return numbers;
}

/** The places at which the reports are likeliest, the other numbers held; beside it the variance of each by its own bend alone. */
export function climb<Name extends string>(
  likelihoods: LogLikelihoods<Name>,
  free: readonly Axis<Name>[],
  held: Held<Name>,
  from: readonly number[],
): Maximum & { readonly variances: readonly number[] } {
  const each = byPlaces(likelihoods, free, held);
  const total = (places: readonly number[]) => sumOf(each(places));
  // Where a step leads nowhere the climb asks for the same places again.
  let last: { readonly places: readonly number[]; readonly height: Height } | undefined;
  const heightAt = (places: readonly number[]) => {
    if (places !== last?.places) {
      last = { places, height: heightByDifferences(total, places, reach) };
    }
    return last.height;
  };
  const found = maximise(heightAt, from, 1, disagreeing);
  const top = { ...found, covariance: found.covariance && covarianceAt(found.at) };
  // Without a summit a number may be flat, of which the reports say nothing.
  const bends = top.covariance ?? heightAt(top.at).hessian.map((bend) => 1 / Math.max(-bend, 0));
  return { ...top, variances: free.map((_, i) => bends[i * (free.length + 1)] as number) };

  function covarianceAt(at: readonly number[]): Float64Array | null {
    const bend = heightByDifferences(total, at, reach, true).hessian.map((x) => -x);
    return factorCholesky(bend, at.length, 0) === at.length
      ? invertCholesky(bend, at.length)
      : null;
  }
}

/** Where to begin: at the number's own start, but away from the ends, at which nothing moves. */
export const startOn = (axis: Axis): number =>
  Math.max(-0.8, Math.min(0.8, placeOf(axis, axis.start)));

import { logistic } from '../numerics/logistic';
import type { Cases } from './cases';
import { average, type SatisfactionContribution, termsOf } from './contributions';

/**
 * Each term with its points: its share of the way from the reference's score to the score, which it has in the way
 * between their utilities. This is the value of Aumann and Shapley (1974) along the straight line between the two: the
 * only one to depend on a term's own log odds alone, and it adds up whatever the number of terms. Where something is
 * uncertain, case by case.
 */
export function contributionsOf(
  cases: Cases,
  reference: Cases,
  thresholds: Float64Array,
): readonly SatisfactionContribution[] {
  const from = termsOf(reference);
  const count = Math.max(cases.count, reference.count);
  const at = (column: Float64Array, i: number) =>
    (column.length === 1 ? column[0] : column[i]) as number;
  const slopes = Float64Array.from({ length: count }, (_, i) =>
    slopeBetween(at(cases.utility, i), at(reference.utility, i), thresholds),
  );
  return termsOf(cases).map(({ term, amounts, utilities }, t) => {
    const others = from[t]?.utilities as Float64Array;
    const points = slopes.map((slope, i) => slope * (at(utilities, i) - at(others, i)));
    return {
      term,
      amount: average(amounts),
      utility: average(utilities),
      points: average(points),
    };
  });
}

/** Points per log odds between two utilities: the difference of their scores over theirs, in a form that never cancels. */
function slopeBetween(one: number, other: number, thresholds: Float64Array): number {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const apart = high - low;
  let sum = 0;
  for (const threshold of thresholds) sum += logistic(high - threshold) * logistic(threshold - low);
  return ((100 * sum) / thresholds.length) * (apart === 0 ? 1 : -Math.expm1(-apart) / apart);
}

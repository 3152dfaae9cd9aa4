import { studentQuantile } from '../numerics/student';
import type { Estimate } from './rating';

/**
 * The interval of a mean by Student's t, cut where its scale ends; nulls when nobody or one person alone was
 * asked, since neither tells how far answers spread.
 */
export function intervalOf(
  { mean, variance, df, n }: Estimate,
  [min, max]: readonly [min: number, max: number],
  confidence: number,
): readonly [low: number, high: number] | readonly [low: null, high: null] {
  if (n === Infinity || Number.isNaN(variance)) return [null, null];
  const span = variance === 0 ? 0 : studentQuantile((1 + confidence) / 2, df) * Math.sqrt(variance);
  return [Math.max(min, mean - span), Math.min(max, mean + span)];
}

import type { Interval } from '../core/interval';
import { studentQuantile } from '../numerics/student';

/** A mean over the replications and its interval, from Student's t: how far chance alone may have moved it. */
export interface SimulatedMean extends Interval {
  /** The mean over the replications. */
  readonly estimate: number;
}

/** The mean of what the replications gave; null where one of them gave nothing, or it or its spread is beyond numbers. */
export function estimateOf(values: readonly number[], confidence: number): SimulatedMean | null {
  const n = values.length;
  const estimate = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - estimate) ** 2, 0);
  const half = studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
  if (!Number.isFinite(half)) return null;
  return { estimate, low: estimate - half, high: estimate + half };
}

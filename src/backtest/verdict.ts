import { justAbove } from '../numerics/nearly';
import type { ReadOrder } from './input-orders';

/**
 * What became of a promise: `kept` and `late` ones finished; `overdue` had not finished when they fell due, and never did as
 * far as is known; `cancelled` before they fell due and `pending`, not due yet, are not counted, and `none` was made.
 */
export type Verdict = 'kept' | 'late' | 'overdue' | 'cancelled' | 'pending' | 'none';

/** @param asOf what happened later is not known; times in milliseconds, the quote too */
export function verdictOn(
  { start, end, how }: ReadOrder,
  quote: number | null,
  asOf: number,
): Verdict {
  if (quote === null) return 'none';
  // Cohorts by due date: of promises not yet due only the quick orders have finished.
  if (start + quote > asOf) return 'pending';
  const inTime = end - start <= justAbove(quote);
  if (how === 'finished') return inTime ? 'kept' : end < Infinity ? 'late' : 'overdue';
  return how === 'cancelled' && inTime ? 'cancelled' : 'overdue';
}

/** The loss of a quote that is to be kept with probability p (pinball loss; Koenker & Bassett 1978, doi:10.2307/1913643). */
export function pinballOf(took: number, quote: number, p: number): number {
  return took > quote ? p * (took - quote) : (1 - p) * (quote - took);
}

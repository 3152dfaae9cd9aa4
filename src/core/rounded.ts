import { makerAdvice, refuse } from '../input/refusal';
import { atLeast, slack } from '../numerics/nearly';

/**
 * A quote made to read well, on the side that is easier to keep; refused where a rounding of the caller's makes it harder
 * to keep.
 */
export function rounded<Side extends 'up' | 'down'>(
  quote: number,
  side: Side,
  round: ((quote: number, easier: Side) => number) | null | undefined,
): number {
  if (!round) return quote;
  const easier = side === 'up' ? 1 : -1;
  // From a touch less, since 60.00000000000001 is 60, which must not become 65.
  const from = quote - easier * (slack / 2) * Math.abs(quote);
  const value = round(from, side);
  if (value === from) return quote;
  if (Number.isFinite(value) && atLeast(easier * value, easier * quote)) return value;
  const given: unknown = round(quote, side);
  const advice = makerAdvice(given, 'toMultipleOf(5)') ?? 'toMultipleOf(1) is one';
  return refuse('options.round', given, `a rounding ${side} from ${quote}`, undefined, advice);
}

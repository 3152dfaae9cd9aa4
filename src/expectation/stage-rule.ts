import { dayMs } from '../core/time-units';
import { instantAt, wallAt, type ZoneClock } from '../core/zone-clock';
import type { ExpectationNumbers } from './parameters';
import type { Stage } from './stages';

/** What a customer's stage follows from. Dates are milliseconds since 1970. */
export interface Usage {
  /** When the settling-in time ends or ended; null before the first purchase. */
  readonly settlingInEnds: number | null;
  readonly uses: number;
}

/** The one rule of stages: long-term once the settling-in time has passed and there are enough uses. */
export function stageAt(
  { settlingInEnds, uses }: Usage,
  at: number,
  { minimumUses }: ExpectationNumbers,
): Stage {
  if (settlingInEnds === null) return 'never-used';
  return at >= settlingInEnds && uses >= minimumUses ? 'long-term' : 'first-use';
}

/** When the settling-in time of a first purchase ends. */
export function settledAt(
  clock: ZoneClock,
  firstPurchase: number,
  { settlingInDays }: ExpectationNumbers,
): number {
  return daysLater(clock, firstPurchase, settlingInDays);
}

/** The same time of day so many calendar days later; a part of a day is that share of 24 hours. */
function daysLater(clock: ZoneClock, from: number, days: number): number {
  const whole = Math.floor(days);
  const rest = (days - whole) * dayMs;
  if (whole === 0) return from + rest;
  const wall = wallAt(clock, from) + whole * dayMs;
  const at = instantAt(clock, wall);
  // A time that the clocks skip is as long after the change as it would have been.
  const skipped = wall - wallAt(clock, at - 1) - 1;
  return at + skipped + rest;
}

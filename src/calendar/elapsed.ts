import type { DateInput } from '../input/date';
import { refuse } from '../input/refusal';
import { wholeMs } from './calendar-days';
import { checkKnown } from './known-until';
import { type OpenHours, walkBack, walkOpen } from './open-spans';
import { type ElapsedClock, horizonMs } from './units';

/** When so many milliseconds have gone by; null when they have not within the horizon. */
export function elapsedDue(
  hours: OpenHours,
  from: number,
  amount: number,
  { open }: ElapsedClock,
  path = 'calendar',
): number | null {
  if (Math.abs(amount) > horizonMs) return null;
  const whole = wholeMs(amount);
  if (!open) return from + whole;
  const due = walkOpen(hours, from, whole, from + horizonMs).at;
  if (due !== null) checkKnown(hours, path, due);
  return due;
}

/** The latest instant from which so many milliseconds go by until another; null when there is none within the horizon. */
export function elapsedStart(
  hours: OpenHours,
  to: number,
  amount: number,
  { open }: ElapsedClock,
  path: string,
): number | null {
  if (amount > horizonMs) return null;
  const whole = wholeMs(amount);
  if (!open) return to - whole;
  checkKnown(hours, path, to);
  return walkBack(hours, to, whole, to - horizonMs);
}

/** How many milliseconds have gone by. */
export function elapsedBetween(
  hours: OpenHours,
  from: number,
  to: number,
  { open }: ElapsedClock,
): number {
  if (!open) return to - from;
  checkKnown(hours, 'calendar', to);
  return walkOpen(hours, from, Infinity, to).open;
}

/** Says whether it is the calendar that never opens again, or the promise that is too long. */
export function refuseNeverDue(
  hours: OpenHours,
  at: { readonly path: string; readonly value: DateInput; readonly time: number },
  promise: { readonly path: string; readonly value: number },
): never {
  if (walkOpen(hours, at.time, 0, at.time + horizonMs).at === null)
    refuse(at.path, at.value, 'a date before the last opening of the calendar', 'out-of-range');
  return refuse(
    promise.path,
    promise.value,
    'a promise that falls due within 100 years, and while the calendar still opens',
  );
}

import { dayAt, dayText } from '../core/zone-clock';
import { refuse } from '../input/refusal';
import type { OpenHours } from './open-spans';

/** Refuses to count beyond what a calendar knows: a holiday that is not listed yet would be taken for a working day. */
export function checkKnown(hours: OpenHours, path: string, instant: number): void {
  if (instant <= hours.knownUntil) return;
  const date = dayText(dayAt(hours.clock, instant));
  refuse(
    `${path}.knownUntil`,
    hours.calendar.knownUntil,
    `a date from ${date} on, with the holidays up to it: list those that move, such as Easter Monday, by their dates in that year`,
    'out-of-range',
  );
}

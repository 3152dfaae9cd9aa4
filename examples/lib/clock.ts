import { tz } from '@date-fns/tz';
import { format } from 'date-fns';

/** A date as the clocks of a zone show it. */
export function clock(date: Date | null, zone: string): string {
  return date === null ? '' : format(date, 'EEE d MMM HH:mm', { in: tz(zone) });
}

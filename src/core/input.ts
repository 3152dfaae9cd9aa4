import { readWith } from '../input/read-with';
import { refuse } from '../input/refusal';
import { clockOf } from './time-zone';
import type { ZoneClock } from './zone-clock';

/** An IANA time zone, read as its clock. */
export const zoneSchema = readWith(
  (zone: string): ZoneClock =>
    typeof zone === 'string'
      ? clockOf('', zone)
      : refuse('', zone, 'a string', zone === undefined ? 'missing' : 'wrong-type'),
  { type: 'string' },
);
